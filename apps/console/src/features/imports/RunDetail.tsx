import { Attempts } from '@linli/api'
import type { Problem } from '@linli/api'
import { ErrorState, FigureN, Skeleton, StateTag } from '@linli/ui'
import type { Tone } from '@linli/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Facts } from '../../parts/Facts.tsx'
import { Note } from '../../parts/Note.tsx'
import type { Report, Run } from './types.ts'
import { importWords } from './words.ts'

const tones: Record<Run['state'], Tone> = {
  waiting: 'waiting',
  running: 'active',
  paused: 'soon',
  done: 'done',
  failed: 'late',
  undone: 'waiting',
}

export function RunState({ run }: { readonly run: Run }): ReactElement {
  const t = useWords(importWords)
  return <StateTag tone={tones[run.state]}>{run.state === 'done' && run.dry ? t('tried') : t(run.state)}</StateTag>
}

interface MovesProps {
  readonly report: Report
  readonly onOther: (id: string) => void
}

/** What can be done with a run now; what was only tried can be imported by the same columns. */
function Moves({ report, onOther }: MovesProps): ReactElement {
  const t = useWords(importWords)
  const [sure, setSure] = useState(false)
  const [attempts] = useState(() => new Attempts())
  const changed = (): void => void queries.invalidateQueries({ queryKey: ['imports'] })
  const move = useMutation<Report, Problem, Report['moves'][number]>({
    mutationFn: (name) => api.post(`/api/imports/${report.id}/${name}`, {}, { attempts }),
    onSettled: () => {
      setSure(false)
      changed()
    },
  })
  const again = useMutation<Report, Problem>({
    mutationFn: () =>
      api.post(
        '/api/imports',
        { register: report.target, source: report.system, file: report.file, mapping: report.mapping, dry: false },
        { attempts },
      ),
    onSuccess: (made) => {
      changed()
      onOther(made.id)
    },
  })
  const mayImport = report.dry && report.state === 'done' && report.file !== null && report.mapping !== null && report.taken > 0
  const problem = move.error ?? again.error
  return (
    <>
      {problem && (
        <Note tone="late" alert>
          {problem.detail || problem.code}
        </Note>
      )}
      {sure && <Note tone="soon">{t('undoExplain', { n: report.taken })}</Note>}
      <div className="row">
        {mayImport && (
          <Button type="primary" loading={again.isPending} onClick={() => again.mutate()}>
            {t('importSo')}
          </Button>
        )}
        {report.moves.includes('pause') && <Button onClick={() => move.mutate('pause')}>{t('pause')}</Button>}
        {report.moves.includes('resume') && (
          <Button type="primary" onClick={() => move.mutate('resume')}>
            {t('resume')}
          </Button>
        )}
        {report.moves.includes('undo') &&
          report.taken > 0 &&
          (sure ? (
            <Button danger loading={move.isPending} onClick={() => move.mutate('undo')}>
              {t('undoSure')}
            </Button>
          ) : (
            <Button onClick={() => setSure(true)}>{t('undo')}</Button>
          ))}
      </div>
    </>
  )
}

function Problems({ report }: { readonly report: Report }): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const about = (one: Report['problems'][number]): string =>
    [one.columnSay ? say(one.columnSay) : one.column, one.value].filter(Boolean).join(': ')
  return (
    <>
      <section>
        <h3>{t('found')}</h3>
        <ul className="plain-list">
          {report.found.map((one) => (
            <li key={`${one.code} ${one.kind}`} className="row">
              <span>{say(one.say)}</span>
              <span className="push">
                <FigureN n={one.n} />
              </span>
            </li>
          ))}
        </ul>
        <div className="row import-files">
          {report.unread > 0 && report.file !== null && (
            <Button href={`/api/imports/${report.id}/bad-rows.csv`} download>
              {t('badRows')}
            </Button>
          )}
          <Button type="text" href={`/api/imports/${report.id}/problems.csv`} download>
            {t('download')}
          </Button>
        </div>
      </section>
      <section>
        <h3>{t('problems')}</h3>
        <ul className="plain-list">
          {report.problems.slice(0, 50).map((one) => (
            <li key={`${one.line} ${one.code} ${one.column ?? ''}`}>
              <span className="quiet">{t('line', { n: one.line })}</span> {say(one.say)} <span className="quiet">{about(one)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function ReportCard({ report, onOther }: MovesProps): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const goesOn = report.state === 'waiting' || report.state === 'running' || report.state === 'paused'
  return (
    <div className="stack">
      <h2>{report.fileName}</h2>
      <div className="row">
        <RunState run={report} />
      </div>
      {goesOn && <Progress percent={report.share} size="small" aria-label={t('progress')} />}
      {report.failure && <Note tone="late">{say(report.failure.say)}</Note>}
      <Facts
        of={[
          [t('into'), say(report.targetSay)],
          [t('system'), report.system],
          [t('rows'), <FigureN key="n" n={report.rows} />],
          [t(report.dry ? 'wouldTake' : 'taken'), <FigureN key="n" n={report.taken} of={report.rows} />],
          [t('already'), <FigureN key="n" n={report.already} of={report.rows} />],
          [t('unread'), <FigureN key="n" n={report.unread} of={report.rows} />],
          [t('odd'), <FigureN key="n" n={report.odd} of={report.rows} />],
        ]}
      />
      <Moves report={report} onOther={onOther} />
      {report.found.length > 0 && <Problems report={report} />}
    </div>
  )
}

/** One import: how far it is, what was found in its rows, and what can be done with it. */
export function RunDetail({ id, onOther }: { readonly id: string; readonly onOther: (id: string) => void }): ReactElement {
  const report = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => api.get<Report>(`/api/imports/${id}`),
    // While it is being taken in, its numbers move.
    refetchInterval: (query) => (query.state.data?.state === 'waiting' || query.state.data?.state === 'running' ? 1500 : false),
  })
  const state = report.data?.state
  useEffect(() => {
    // The list beside it says the same.
    if (state !== undefined) void queries.invalidateQueries({ queryKey: ['imports', '/api/imports'] })
  }, [state])
  if (report.isPending) return <Skeleton shape="matter" />
  if (report.error) return <ErrorState trouble={troubleOf(report.error)} onRetry={() => void report.refetch()} />
  return <ReportCard report={report.data} onOther={onOther} />
}
