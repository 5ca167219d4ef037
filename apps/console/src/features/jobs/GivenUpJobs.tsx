import type { Schemas } from '@linli/api'
import { dateSay, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Note } from '../../parts/Note.tsx'
import { Register } from '../../parts/Register.tsx'
import { jobWords, reactionWords } from './words.ts'

type Job = Schemas['GivenUpJob']

const route = getRouteApi('/desk/jobs')

function useReaction(): (code: string) => string {
  const r = useWords(reactionWords)
  return (code) => (code in reactionWords ? r(code as keyof typeof reactionWords) : code)
}

/** One job that stopped: why, and the way to begin it again. */
function Stopped({
  job,
  onBegun,
  onClose,
}: {
  readonly job: Job
  readonly onBegun: () => void
  readonly onClose: () => void
}): ReactElement {
  const t = useWords(jobWords)
  const reaction = useReaction()
  const lang = useLang()
  const now = useNow()
  return (
    <div className="stack">
      <h2>{reaction(job.reaction)}</h2>
      <Facts
        of={[
          [t('reason'), job.problem === '' ? t('noReason') : <span className="long-code">{job.problem}</span>],
          [t('about'), `${job.kinds.join(' · ')} · ${t('events', { count: job.events })}`],
          [t('attempts'), t('times', { count: job.attempts })],
          [t('since'), dateSay(job.since, now, lang)],
        ]}
      />
      <AskForm
        id={`retry job ${job.id}`}
        explain={t('retryExplain')}
        fields={[]}
        submit={t('retry')}
        send={(_, attempts) => api.post(`/api/jobs/given-up/${job.id}/retry`, undefined, { attempts })}
        onCancel={onClose}
        onDone={onBegun}
      />
    </div>
  )
}

/** The background jobs that were given up: the system administrator's page. */
export function GivenUpJobs(): ReactElement {
  const t = useWords(jobWords)
  const reaction = useReaction()
  const lang = useLang()
  const now = useNow()
  const { at, begun } = route.useSearch()
  const navigate = route.useNavigate()
  const found = useQuery({
    queryKey: ['given-up'],
    queryFn: () => api.get<Schemas['GivenUpJobList']>('/api/jobs/given-up'),
    select: (page) => page.items,
  })
  const items = found.data ?? []
  const open = items.find((job) => job.id === at)
  const close = (): void => void navigate({ search: {} })
  const onBegun = (): void => {
    void queries.invalidateQueries({ queryKey: ['given-up'] })
    void navigate({ search: { begun: 'yes' } })
  }
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      side={open && <Stopped key={open.id} job={open} onBegun={onBegun} onClose={close} />}
      onClose={close}
    >
      <div aria-live="polite">{begun !== undefined && <Note tone="done">{t('begun')}</Note>}</div>
      <ListFrame query={found} empty={t('empty')}>
        <DataTable<Job>
          caption={t('title')}
          rows={items}
          keyOf={(job) => job.id}
          here={(job) => job.id === at}
          columns={[
            {
              key: 'what',
              title: t('what'),
              main: true,
              render: (job) => (
                <Link to="/jobs" search={{ at: job.id }} className="cell-title">
                  {reaction(job.reaction)}
                </Link>
              ),
            },
            { key: 'reason', title: t('reason'), wide: true, render: (job) => (job.problem === '' ? t('noReason') : job.problem) },
            { key: 'attempts', title: t('attempts'), right: true, wide: true, render: (job) => t('times', { count: job.attempts }) },
            { key: 'since', title: t('since'), right: true, render: (job) => dateSay(job.since, now, lang) },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
