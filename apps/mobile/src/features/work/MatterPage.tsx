import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, OrderView, TimelineRow } from '../../api/cases.ts'
import { useAsk } from '../../app/ask.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { LateMap } from '../../map/LateMap.tsx'
import { communityOf, useGrids } from '../../map/areas.ts'
import { Moves } from '../../moves/Moves.tsx'
import { Empty, Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go } from '../../parts/Press.tsx'
import { Part, Remembered, Screen } from '../../parts/Screen.tsx'
import { Answers, Photos, Steps } from '../follow/History.tsx'
import { Due } from '../home/Parcel.tsx'
import { Likeness } from './Likeness.tsx'
import { Reveal } from './Reveal.tsx'
import '../../styles/follow.css'
import '../../styles/work.css'

function Facts({ matter }: { matter: CaseView }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  const due = matter.clocks
    .filter((clock) => clock.stoppedAt === null && clock.pausedAt === null)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  const rows: readonly (readonly [string, string])[] = [
    [t('follow.number'), matter.number],
    [t('follow.state'), say(matter.stateSay)],
    [t('work.where'), [matter.area.name, matter.place?.words ?? ''].filter(Boolean).join(' · ')],
    [t('work.about'), say(matter.category.name)],
    [t('work.reported'), `${momentSay(matter.reportedAt, now, lang)} · ${say(matter.channelSay)}`],
    [t('work.reporter'), [matter.reporter.name, matter.reporter.phone].filter(Boolean).join(' ') || t('work.nobody')],
  ]
  return (
    <section className="card">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
      {due ? <Due at={due.dueAt} /> : null}
      {matter.reporter.mayReveal ? <Reveal id={matter.id} /> : null}
    </section>
  )
}

function Orders({ matter }: { matter: CaseView }): ReactElement | null {
  const { t } = useTranslation()
  const say = useSay()
  if (matter.orders.length === 0) return null
  const one = (order: OrderView) => (
    <li key={order.id} className="card">
      <b>
        {order.unit.name}
        {order.lead ? ` · ${t('work.lead')}` : ''}
      </b>
      <span>{say(order.stateSay)}</span>
      <Moves offered={order.offered} path={`/api/orders/${order.id}`} title={matter.title} version={order.version} />
    </li>
  )
  return (
    <Part title={t('work.units')}>
      <ul className="rows">{matter.orders.map(one)}</ul>
    </Part>
  )
}

function Place({ matter }: { matter: CaseView }): ReactElement | null {
  const { t } = useTranslation()
  const lon = matter.place?.lon ?? null
  const lat = matter.place?.lat ?? null
  const shapes = useGrids(lon === null ? null : communityOf(matter.area.code))
  if (lon === null || lat === null) return null
  return (
    <Part title={t('work.where')}>
      <LateMap shapes={shapes} pin={{ lon, lat }} lit={matter.area.code} />
    </Part>
  )
}

/** What was written with a move, in the order of its fields. */
function wordsOf(row: TimelineRow): string | null {
  return Object.values(row.words).filter(Boolean).join('\n') || null
}

function Matter({ matter, keptAt }: { matter: CaseView; keptAt: number | null }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <Screen title={matter.title} back wide>
      <Remembered keptAt={keptAt} />
      {matter.emergency ? (
        <Note tone="late" icon="warn">
          {t('work.emergencyWords')}
        </Note>
      ) : null}
      <div className="columns">
        <div className="rows rows-far">
          {matter.text === matter.title ? null : <p className="follow-text">{matter.text}</p>}
          <Photos photos={matter.photos} />
          <Likeness matter={matter} />
          <Facts matter={matter} />
          <Moves offered={matter.offered} path={`/api/cases/${matter.id}`} title={matter.title} version={matter.version} />
          <Orders matter={matter} />
        </div>
        <div className="rows rows-far">
          <Place matter={matter} />
          <Answers answers={matter.answers} />
          <Steps
            steps={matter.timeline.map((row) => ({
              ...row,
              by: [row.by.name, say(row.by.post)].filter(Boolean).join(' '),
              words: wordsOf(row),
            }))}
          />
        </div>
      </div>
    </Screen>
  )
}

/** One matter on the spot: what was said, what may be done now, what has happened. */
export function MatterPage(): ReactElement {
  const { t } = useTranslation()
  const { caseId } = useParams({ from: '/work/$caseId' })
  const asked = useAsk<CaseView>(`/api/cases/${encodeURIComponent(caseId)}`, { every: 60_000 })
  if (asked.data) return <Matter matter={asked.data.body} keptAt={asked.data.keptAt} />
  if (asked.error?.status === 404 || asked.error?.status === 403) {
    return (
      <Screen title={t('work.notYours')} back>
        <Empty action={<Go to="/work">{t('bar.today')}</Go>}>{asked.error.detail || t('trouble.forbidden')}</Empty>
      </Screen>
    )
  }
  return (
    <Screen title={t('work.matter')} back>
      {asked.error ? <Trouble problem={asked.error} again={() => void asked.refetch()} /> : <Skeleton rows={3} tall />}
    </Screen>
  )
}
