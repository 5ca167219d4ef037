import type { Schemas } from '@linli/api'
import { dateSay, ErrorState, FigureN, Skeleton, useLang, useNow } from '@linli/ui'
import type { Lang } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { drawWords } from './words.ts'

type Week = Schemas['CallbackDraws']['periods'][number]
type Item = Schemas['CallbackDraw']['items'][number]

const route = getRouteApi('/desk/draws')

/** The first and the last day of a week; its end is the first moment of the next. */
function daysOf(week: Week, now: Date, lang: Lang): { from: string; to: string } {
  return { from: dateSay(week.startsAt, now, lang), to: dateSay(new Date(Date.parse(week.endsAt) - 1), now, lang) }
}

/** The numbers of one week: who took part, and, once the seed is out, on whom the lot fell. */
function Numbers({ week }: { readonly week: Week }): ReactElement {
  const t = useWords(drawWords)
  const lang = useLang()
  const now = useNow()
  const list = useList<Item>('draw', `/api/callback-draws/${week.period}`, { limit: 100 })
  return (
    <div className="stack">
      <h2>{week.period}</h2>
      <p className="quiet">{t('days', daysOf(week, now, lang))}</p>
      <p className="quiet long-code">{week.seed ? t('seedIs', { seed: week.seed }) : t('later')}</p>
      <ListFrame list={list} empty={t('empty')}>
        <DataTable<Item>
          caption={week.period}
          rows={list.items}
          keyOf={(item) => item.id}
          columns={[
            {
              key: 'number',
              title: t('number'),
              main: true,
              render: (item) => (
                <>
                  <Link to="/cases/$id" params={{ id: item.id }}>
                    {item.number}
                  </Link>
                  <br />
                  <span className="quiet small">{item.area.name}</span>
                </>
              ),
            },
            {
              key: 'lot',
              title: `${t('lot')} / ${t('percent')}`,
              right: true,
              render: (item) => `${item.lot ?? '—'} / ${item.percent}%`,
            },
            { key: 'result', title: t('result'), render: (item) => (item.drawn === null ? '—' : item.drawn ? t('yes') : t('no')) },
          ]}
        />
      </ListFrame>
    </div>
  )
}

function Weeks({
  weeks,
  at,
  onOpen,
}: {
  readonly weeks: readonly Week[]
  readonly at: string | undefined
  readonly onOpen: (period: string) => void
}): ReactElement {
  const t = useWords(drawWords)
  const lang = useLang()
  const now = useNow()
  return (
    <DataTable<Week>
      caption={t('title')}
      rows={weeks}
      keyOf={(week) => week.period}
      here={(week) => week.period === at}
      columns={[
        {
          key: 'week',
          title: t('week'),
          main: true,
          render: (week) => (
            <>
              <button type="button" className="link-button cell-title" onClick={() => onOpen(week.period)}>
                {week.period}
              </button>{' '}
              <span className="quiet">{t('days', daysOf(week, now, lang))}</span>
            </>
          ),
        },
        {
          key: 'hash',
          title: t('hash'),
          wide: true,
          render: (week) => <code title={week.commitment}>{week.commitment.slice(0, 16)}…</code>,
        },
        {
          key: 'published',
          title: t('published'),
          render: (week) => (week.seed ? t('done') : t('until', { at: dateSay(week.revealAt, now, lang) })),
        },
        {
          key: 'drawn',
          title: t('drawn'),
          right: true,
          render: (week) => (week.silent === null ? '—' : <FigureN n={week.drawn} of={week.silent} />),
        },
      ]}
    />
  )
}

/** The weeks of the callback draw that have begun, and their numbers: the supervisor's page. */
export function Draws(): ReactElement {
  const t = useWords(drawWords)
  const { at } = route.useSearch()
  const navigate = route.useNavigate()
  const draws = useQuery({ queryKey: ['draws'], queryFn: () => api.get<Schemas['CallbackDraws']>('/api/public/callback-draws') })
  const begun = draws.data?.periods.filter((week) => week.startsAt <= draws.data.now) ?? []
  const open = begun.find((week) => week.period === at)
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={
        <a href="/draws" target="_blank" rel="noreferrer">
          {t('publicPage')}
        </a>
      }
      side={open && <Numbers key={open.period} week={open} />}
      onClose={() => void navigate({ search: {} })}
    >
      {draws.isPending && <Skeleton shape="table" />}
      {draws.error && <ErrorState trouble={troubleOf(draws.error)} onRetry={() => void draws.refetch()} />}
      {draws.data && begun.length === 0 && <p className="quiet">{t('none')}</p>}
      {begun.length > 0 && <Weeks weeks={begun} at={at} onOpen={(period) => void navigate({ search: { at: period } })} />}
    </Register>
  )
}
