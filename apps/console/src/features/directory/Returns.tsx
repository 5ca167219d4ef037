import type { Schemas } from '@linli/api'
import { EmptyState, ErrorState, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { MomentField } from '../../parts/pickers/MomentField.tsx'
import { Register } from '../../parts/Register.tsx'
import { DirectoryTabs } from './DirectoryTabs.tsx'
import { shareText } from './effect.ts'
import { ReturnRows } from './ReturnRows.tsx'
import { returnWords } from './return-words.ts'

type Report = Schemas['ReturnsReport']
type Line = Report['units'][number]

/** By what the counts are divided; the name of the filter that opens their rows. */
export type By = 'unit' | 'category' | 'edition' | 'reason' | 'outcome'

const route = getRouteApi('/desk/directory')

interface LinesProps {
  readonly title: string
  readonly base: string
  readonly lines: readonly Line[]
  /** Opens the rows behind a count; null for those who see counts alone. */
  readonly onOpen: ((key: string) => void) | null
}

function Lines({ title, base, lines, onOpen }: LinesProps): ReactElement {
  const t = useWords(returnWords)
  const say = useSay()
  return (
    <section>
      <h2>{title}</h2>
      <DataTable<Line>
        caption={title}
        rows={lines}
        keyOf={(line) => line.key}
        columns={[
          { key: 'name', title, main: true, render: (line) => say(line.say) },
          {
            key: 'n',
            title: base,
            right: true,
            render: (line) =>
              onOpen && line.n > 0 ? (
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('open', { what: say(line.say) })}
                  onClick={() => onOpen(line.key)}
                >
                  {shareText(line.n, line.of)}
                </button>
              ) : (
                shareText(line.n, line.of)
              ),
          },
        ]}
      />
    </section>
  )
}

function Whole({ report, onOpen }: { readonly report: Report; readonly onOpen: ((by: By, key: string) => void) | null }): ReactElement {
  const t = useWords(returnWords)
  const opening = (by: By) => onOpen && ((key: string) => onOpen(by, key))
  if (report.received === 0) return <EmptyState>{t('none')}</EmptyState>
  return (
    <div className="effect">
      <p>
        <b className="big-figure">{shareText(report.returned, report.received)}</b> <span className="quiet">{t('base')}</span>
      </p>
      <div className="effect-lines">
        <Lines title={t('byUnit')} base={t('returnedOf')} lines={report.units} onOpen={opening('unit')} />
        <Lines title={t('byCategory')} base={t('returnedOf')} lines={report.categories} onOpen={opening('category')} />
        <Lines title={t('byEdition')} base={t('returnedOf')} lines={report.editions} onOpen={opening('edition')} />
        {report.returned > 0 && (
          <>
            <Lines title={t('byReason')} base={t('ofReturned')} lines={report.reasons} onOpen={opening('reason')} />
            <Lines title={t('byOutcome')} base={t('ofReturned')} lines={report.outcomes} onOpen={opening('outcome')} />
          </>
        )}
      </div>
    </div>
  )
}

/** Who returned what: units, never persons; each count beside its base, each opens its rows. */
export function Returns(): ReactElement {
  const t = useWords(returnWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const roles = [useIs('dispatcher'), useIs('adjudicator'), useIs('supervisor'), useIs('departmentLead')]
  const { from, to } = search
  const report = useQuery({ queryKey: ['returns', from, to], queryFn: () => api.get<Report>('/api/returns', { from, to }), retry: false })
  const set = (name: 'from' | 'to', value: unknown): void =>
    void navigate({
      search: (before) => ({ ...without(before, name), ...(typeof value === 'string' && value !== '' && { [name]: value }) }),
    })
  const by = search.of as By | undefined
  const close = (): void => void navigate({ search: (before) => without(before, 'of', 'at') })
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      filters={
        <>
          <DirectoryTabs />
          <label className="filter-day">
            <span>{t('from')}</span>
            <MomentField
              id="returns-from"
              value={from ?? report.data?.from}
              withTime={false}
              invalid={false}
              onChange={(day) => set('from', day)}
            />
          </label>
          <label className="filter-day">
            <span>{t('to')}</span>
            <MomentField
              id="returns-to"
              value={to ?? report.data?.to}
              withTime={false}
              invalid={false}
              onChange={(day) => set('to', day)}
            />
          </label>
        </>
      }
      side={by && search.at && <ReturnRows key={`${by} ${search.at}`} by={by} value={search.at} from={from} to={to} />}
      onClose={close}
    >
      {report.isPending && <Skeleton shape="table" />}
      {report.error && <ErrorState trouble={troubleOf(report.error)} onRetry={() => void report.refetch()} />}
      {report.data && (
        <Whole
          report={report.data}
          onOpen={roles.includes(true) ? (of, at) => void navigate({ search: (before) => ({ ...before, of, at }) }) : null}
        />
      )}
    </Register>
  )
}
