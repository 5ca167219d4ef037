import { ErrorState, momentSay, monthSay, Skeleton, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { type FigureCard, numberText } from './figure.ts'
import { NewBaseline } from './NewBaseline.tsx'
import { figureWords } from './words.ts'

function Definition({ card }: { readonly card: FigureCard }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const { before } = card
  return (
    <dl className="figure-card">
      <dt>{t('formula')}</dt>
      <dd>{say(card.formula)}</dd>
      <dt>{t('basis')}</dt>
      <dd>{say(card.basis)}</dd>
      <dt>{t('exclusions')}</dt>
      <dd>{say(card.exclusions)}</dd>
      <dt>{t('inUnit')}</dt>
      <dd>{card.kind === 'share' ? t('shareUnit') : say(card.unit)}</dd>
      {before.difference && (
        <>
          <dt>{t('before', { from: monthSay(before.from, lang), to: monthSay(before.to, lang) })}</dt>
          <dd>{say(before.difference)}</dd>
        </>
      )}
      <dt>{t('baseline')}</dt>
      <dd>
        <Baselines card={card} />
      </dd>
    </dl>
  )
}

function Baselines({ card }: { readonly card: FigureCard }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  if (card.baselines.length === 0) return <span className="quiet">{t('noBaseline')}</span>
  return (
    <ul className="plain-list">
      {card.baselines.map((one) => (
        <li key={one.id}>
          {t('baselineOf', { value: one.value, unit: say(card.unit), area: one.area.name, at: one.asOf, difference: say(one.difference) })}
          <div className="quiet">{t('baselineSource', { source: one.source })}</div>
        </li>
      ))}
    </ul>
  )
}

function Months({ card }: { readonly card: FigureCard }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  return (
    <DataTable<FigureCard['periods'][number]>
      caption={t('periods')}
      rows={[...card.periods].reverse()}
      keyOf={(period) => period.month}
      columns={[
        { key: 'month', title: t('month'), main: true, render: (period) => monthSay(period.month, lang) },
        {
          key: 'value',
          title: `${t('value')} (${say(card.unit)})`,
          right: true,
          render: (period) => (period.value === null ? '–' : numberText(period.value, lang)),
        },
        {
          key: 'count',
          title: t('count'),
          right: true,
          render: (period) =>
            card.kind === 'share'
              ? `${numberText(period.n, lang)} / ${numberText(period.base ?? 0, lang)}`
              : numberText(period.base ?? period.n, lang),
        },
      ]}
    />
  )
}

/** The definition card of a figure, with its months as a table. */
export function CardSide({ figure, query }: { readonly figure: string; readonly query: Readonly<Record<string, string>> }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const card = useQuery({ queryKey: ['figure', figure, query], queryFn: () => api.get<FigureCard>(`/api/figures/${figure}`, query) })
  if (card.isPending) return <Skeleton shape="table" />
  if (card.error) return <ErrorState trouble={troubleOf(card.error)} onRetry={() => void card.refetch()} />
  return (
    <div className="stack">
      <h2>
        {say(card.data.say)} · {t('card')}
      </h2>
      <Definition card={card.data} />
      <NewBaseline card={card.data} />
      <Months card={card.data} />
      <p className="quiet">{t('bandBasis')}</p>
      <p className="quiet">{t('asOf', { at: momentSay(card.data.asOf, now, lang) })}</p>
    </div>
  )
}
