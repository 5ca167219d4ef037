import { ErrorState, FigureN, momentSay, Skeleton, StateTag, useLang, useNow } from '@linli/ui'
import type { Tone } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Note } from '../../parts/Note.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { NewImport } from './NewImport.tsx'
import type { Report, Run } from './types.ts'
import { importWords } from './words.ts'

const route = getRouteApi('/desk/imports')
const tones: Record<Run['state'], Tone> = { waiting: 'waiting', running: 'active', done: 'done', failed: 'late' }

function State({ run }: { readonly run: Run }): ReactElement {
  const t = useWords(importWords)
  return <StateTag tone={tones[run.state]}>{run.state === 'done' && run.dry ? t('tried') : t(run.state)}</StateTag>
}

function ReportCard({ report }: { readonly report: Report }): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  return (
    <div className="stack">
      <h2>{report.fileName}</h2>
      <State run={report} />
      {report.failure && <Note tone="late">{say(report.failure.say)}</Note>}
      <Facts
        of={[
          [t('system'), report.system],
          [t('rows'), <FigureN key="n" n={report.rows} />],
          [t('taken'), <FigureN key="n" n={report.taken} of={report.rows} />],
          [t('already'), <FigureN key="n" n={report.already} of={report.rows} />],
          [t('unread'), <FigureN key="n" n={report.unread} of={report.rows} />],
          [t('odd'), <FigureN key="n" n={report.odd} of={report.rows} />],
        ]}
      />
      {report.found.length > 0 && (
        <section>
          <h3>{t('found')}</h3>
          <ul className="plain-list">
            {report.found.map((one) => (
              <li key={one.code} className="row">
                <span>{say(one.say)}</span>
                <span className="push">
                  <FigureN n={one.n} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.problems.length > 0 && (
        <section>
          <h3>{t('problems')}</h3>
          <ul className="plain-list">
            {report.problems.map((one) => (
              <li key={`${one.line} ${one.code} ${one.column ?? ''}`}>
                <span className="quiet">{t('line', { n: one.line })}</span> {say(one.say)}{' '}
                {one.column !== null && <span className="quiet">{`${one.column}: ${one.value ?? ''}`}</span>}
              </li>
            ))}
          </ul>
          <Button href={`/api/imports/${report.id}/problems.csv`}>{t('download')}</Button>
        </section>
      )}
    </div>
  )
}

function RunDetail({ id }: { readonly id: string }): ReactElement {
  const report = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => api.get<Report>(`/api/imports/${id}`),
    // While it is being taken in, its numbers move.
    refetchInterval: (query) => (query.state.data?.state === 'waiting' || query.state.data?.state === 'running' ? 1500 : false),
  })
  if (report.isPending) return <Skeleton shape="matter" />
  if (report.error) return <ErrorState trouble={troubleOf(report.error)} onRetry={() => void report.refetch()} />
  return <ReportCard report={report.data} />
}

/** Files of other systems: handed in, tried, taken in, accounted for. */
export function Imports(): ReactElement {
  const t = useWords(importWords)
  const lang = useLang()
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<Run>('imports', '/api/imports', { limit: 50 })
  const open = (at: string | undefined): void => {
    setAdding(false)
    void navigate({ search: (before) => ({ ...without(before, 'at'), ...(at !== undefined && { at }) }) })
  }
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={<Button onClick={() => setAdding(true)}>{t('start')}</Button>}
      side={adding ? <NewImport onDone={open} /> : search.at !== undefined && <RunDetail key={search.at} id={search.at} />}
      onClose={() => open(undefined)}
    >
      <ListFrame list={list} empty={t('none')} emptyAction={<Button onClick={() => setAdding(true)}>{t('start')}</Button>}>
        <DataTable<Run>
          caption={t('runs')}
          rows={list.items}
          keyOf={(run) => run.id}
          here={(run) => run.id === search.at}
          columns={[
            {
              key: 'file',
              title: t('file'),
              main: true,
              render: (run) => (
                <Link to="/imports" search={{ at: run.id }} className="cell-title">
                  {run.fileName}
                </Link>
              ),
            },
            { key: 'system', title: t('system'), wide: true, render: (run) => run.system },
            { key: 'at', title: t('at'), wide: true, render: (run) => momentSay(run.submittedAt, now, lang) },
            { key: 'taken', title: t('taken'), right: true, render: (run) => <FigureN n={run.taken} of={run.rows} /> },
            { key: 'state', title: t('state'), render: (run) => <State run={run} /> },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
