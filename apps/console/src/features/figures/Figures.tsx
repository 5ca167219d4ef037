import { dateSay, ErrorState, momentSay, monthSay, Skeleton, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { troubleOf } from '../../app/trouble.ts'
import { type Filter, FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { Register } from '../../parts/Register.tsx'
import { channelWords } from '../cases/words.ts'
import { CardSide } from './CardSide.tsx'
import { type FigureFilter, type FigurePage, flagsOf, queryOf, sets, spans } from './figure.ts'
import { FlagSide } from './FlagSide.tsx'
import { useFlags } from './flags.ts'
import { RowsSide } from './RowsSide.tsx'
import { Themes } from './Themes.tsx'
import { Tile } from './Tile.tsx'
import { figureWords } from './words.ts'

const route = getRouteApi('/desk/figures')
const leaders = ['supervisor', 'dispatcher', 'communityDesk']

interface Opened {
  readonly key: string
  readonly what: 'card' | 'rows' | 'flags'
}

/** The months that the page counts: one, or from the first to the last. */
function useSpan({ from, to }: FigurePage): string {
  const t = useWords(figureWords)
  const lang = useLang()
  return from === to ? monthSay(from, lang) : t('fromTo', { from: monthSay(from, lang), to: monthSay(to, lang) })
}

/** What the page is about, as of when, and whether the last recount agreed. */
function Head({ page }: { readonly page: FigurePage }): ReactElement {
  const t = useWords(figureWords)
  const lang = useLang()
  const now = useNow()
  const { recount } = page
  const span = { area: page.area.name, months: useSpan(page) }
  const at = recount ? dateSay(recount.at, now, lang) : ''
  return (
    <div className="stack figure-head">
      <p>
        <span className="ink">{page.unit ? t('spanUnit', { ...span, unit: page.unit.name }) : t('span', span)}</span>{' '}
        <span className="quiet">{t('asOf', { at: momentSay(page.asOf, now, lang) })}</span>
      </p>
      {recount && recount.differing > 0 && <Note tone="late">{t('differing', { at, differing: recount.differing })}</Note>}
    </div>
  )
}

function Foot({ page }: { readonly page: FigurePage }): ReactElement {
  const t = useWords(figureWords)
  const lang = useLang()
  const now = useNow()
  const { recount } = page
  return (
    <p className="quiet">
      {recount === null && t('never')}
      {recount?.differing === 0 && t('recounted', { at: dateSay(recount.at, now, lang), checked: recount.checked })}
    </p>
  )
}

function useFilters(): readonly Filter<keyof FigureFilter>[] {
  const t = useWords(figureWords)
  const c = useWords(channelWords)
  const roles = useMe().data?.posts.map((post) => post.role) ?? []
  const wide = roles.some((role) => leaders.includes(role))
  return [
    { kind: 'tabs', name: 'set', label: t('set'), options: sets.map((set) => ({ value: set === 'main' ? '' : set, label: t(set) })) },
    { kind: 'choice', name: 'months', label: t('months'), all: t('m3'), options: spans.map((span) => ({ value: span, label: t(span) })) },
    { kind: 'area', name: 'area', label: t('area') },
    ...(wide ? [{ kind: 'unit', name: 'unit', label: t('unit') } as const] : []),
    { kind: 'category', name: 'category', label: t('category') },
    { kind: 'choice', name: 'channel', label: t('channel'), options: optionsOf(channelWords, c) },
  ]
}

/** 数据: at most eight figures, each with what it rests on. */
export function Figures(): ReactElement {
  const t = useWords(figureWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const now = useNow()
  const filters = useFilters()
  const [opened, setOpened] = useState<Opened | null>(null)
  const query = queryOf(search, new Date(now))
  const page = useQuery({
    queryKey: ['figures', search.set ?? 'main', query],
    queryFn: () => api.get<FigurePage>('/api/figures', { ...query, set: search.set ?? 'main' }),
  })
  const set = (name: keyof FigureFilter, value: string | undefined): void => {
    setOpened(null)
    void navigate({ search: (before) => ({ ...before, [name]: value === '' ? undefined : value }) })
  }
  const flags = useFlags(page.data, search.category === undefined && search.channel === undefined)
  const shown = page.data?.figures.find((figure) => figure.key === opened?.key)
  const side = opened && shown && (
    <>
      {opened.what === 'card' && <CardSide key={opened.key} figure={opened.key} query={query} />}
      {opened.what === 'rows' && <RowsSide key={opened.key} figure={shown} query={query} />}
      {opened.what === 'flags' && <FlagSide key={opened.key} figure={shown} flags={flagsOf(flags, opened.key)} />}
    </>
  )
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={<Button onClick={() => window.print()}>{t('print')}</Button>}
      filters={<FilterForm filters={filters} value={search} onSet={set} onClear={() => void navigate({ search: {} })} />}
      side={side ?? null}
      onClose={() => setOpened(null)}
    >
      {page.isPending && <Skeleton shape="table" />}
      {page.error && <ErrorState trouble={troubleOf(page.error)} onRetry={() => void page.refetch()} />}
      {page.data && (
        <>
          <Head page={page.data} />
          <div className="figure-grid">
            {page.data.figures.map((figure) => (
              <Tile
                key={figure.key}
                figure={figure}
                open={opened?.key === figure.key}
                onCard={() => setOpened({ key: figure.key, what: 'card' })}
                flags={flagsOf(flags, figure.key)}
                onFlags={() => setOpened({ key: figure.key, what: 'flags' })}
                onRows={() => setOpened({ key: figure.key, what: 'rows' })}
              />
            ))}
          </div>
          {(search.set ?? 'main') === 'main' && <Themes query={query} />}
          <Foot page={page.data} />
        </>
      )}
    </Register>
  )
}
