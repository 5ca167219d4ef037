import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Register } from '../../parts/Register.tsx'
import { EditionTabs } from './EditionTabs.tsx'
import { type Effect, type Example, shareText, useEffectOf } from './effect.ts'
import { EffectSummary } from './EffectSummary.tsx'
import { effectWords } from './effect-words.ts'
import { directoryWords } from './words.ts'

type Shift = Effect['shifts'][number]

const nothing = (): void => undefined

/** Some of the matters behind a count; those that this person may see open. */
function Examples({ of }: { readonly of: readonly Example[] }): ReactElement {
  const say = useSay()
  return (
    <ul className="effect-examples">
      {of.map((one) => (
        <li key={one.id}>
          {one.title === null ? (
            <span className="number">{one.number}</span>
          ) : (
            <Link to="/cases/$id" params={{ id: one.id }}>
              {one.title}
            </Link>
          )}{' '}
          <span className="quiet small">
            {say(one.category.name)} · {one.area.name}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Shifts({ effect }: { readonly effect: Effect }): ReactElement {
  const t = useWords(effectWords)
  const say = useSay()
  const nameOf = (unit: Shift['from']): string => unit?.name ?? t('noUnit')
  return (
    <section>
      <h2>{t('shifts')}</h2>
      <DataTable<Shift>
        caption={t('shifts')}
        rows={effect.shifts}
        keyOf={(one) => `${one.from?.id ?? ''}>${one.to?.id ?? ''}`}
        columns={[
          { key: 'from', title: t('from'), render: (one) => nameOf(one.from) },
          { key: 'to', title: t('to'), main: true, render: (one) => nameOf(one.to) },
          { key: 'n', title: t('count'), right: true, render: (one) => one.n },
          {
            key: 'what',
            title: t('category'),
            wide: true,
            render: (one) => one.categories.map((each) => `${say(each.name)} ${each.n}`).join('、'),
          },
          { key: 'where', title: t('area'), wide: true, render: (one) => one.areas.map((each) => `${each.name} ${each.n}`).join('、') },
          { key: 'examples', title: t('examples'), render: (one) => <Examples of={one.examples} /> },
        ]}
      />
      {effect.shiftsInAll > effect.shifts.length && (
        <p className="quiet small">{t('moreShifts', { n: effect.shifts.length, of: effect.shiftsInAll })}</p>
      )}
    </section>
  )
}

interface Line {
  readonly code: string
  readonly label: string
  readonly n: number
  readonly of: number
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): ReactElement {
  const t = useWords(effectWords)
  return (
    <section>
      <h2>{title}</h2>
      <DataTable<Line>
        caption={title}
        rows={lines}
        keyOf={(one) => one.code}
        columns={[
          { key: 'label', title, main: true, render: (one) => one.label },
          { key: 'n', title: t('movedOf'), right: true, render: (one) => shareText(one.n, one.of) },
        ]}
      />
    </section>
  )
}

function Whole({ effect }: { readonly effect: Effect }): ReactElement {
  const t = useWords(effectWords)
  const say = useSay()
  return (
    <div className="effect">
      <EffectSummary effect={effect} />
      {effect.shifts.length > 0 && <Shifts effect={effect} />}
      {effect.nobodyExamples.length > 0 && (
        <section>
          <h2>{t('nobody')}</h2>
          <Examples of={effect.nobodyExamples} />
        </section>
      )}
      {effect.blockedExamples.length > 0 && (
        <section>
          <h2>{t('blocked')}</h2>
          <Examples of={effect.blockedExamples} />
        </section>
      )}
      {effect.moved > 0 && (
        <div className="effect-lines">
          <Lines title={t('byCategory')} lines={effect.categories.map((one) => ({ ...one, label: say(one.name) }))} />
          <Lines title={t('byArea')} lines={effect.areas.map((one) => ({ ...one, label: one.name }))} />
        </div>
      )}
    </div>
  )
}

/** What an edition would change, on the matters of the last 30 days. */
export function EffectPage({ edition }: { readonly edition: Schemas['DirectoryEdition'] }): ReactElement {
  const t = useWords(directoryWords)
  const say = useSay()
  const effect = useEffectOf(edition)
  return (
    <Register
      title={`${t('number', { n: edition.number })} · ${say(edition.title)}`}
      filters={<EditionTabs number={edition.number} />}
      side={null}
      onClose={nothing}
    >
      {effect.isPending && <Skeleton shape="table" />}
      {effect.error && <ErrorState trouble={troubleOf(effect.error)} onRetry={() => void effect.refetch()} />}
      {effect.data && <Whole effect={effect.data} />}
    </Register>
  )
}
