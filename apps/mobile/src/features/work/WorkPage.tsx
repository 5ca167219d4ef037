import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkItem } from '../../api/shapes.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { awaySay, momentSay, nearness } from '../../app/when.ts'
import { Empty, Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go, Press } from '../../parts/Press.tsx'
import { Part, Remembered, Screen } from '../../parts/Screen.tsx'
import { useWorklist } from './worklist.ts'
import '../../styles/work.css'

/** One matter with the two things one needs to know: what is wanted and until when; then where it is. */
function Card({ item }: { item: WorkItem }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  const tone = item.late ? 'late' : item.soon ? 'soon' : item.dueAt ? nearness(item.dueAt, now) : 'waiting'
  return (
    <li>
      <Link to="/work/$caseId" params={{ caseId: item.caseId }} className="card">
        <span className="card-title">
          {item.emergency ? <b className="work-emergency">{t('work.emergency')} </b> : null}
          {item.title}
        </span>
        <span>{say(item.why)}</span>
        {item.dueAt ? (
          <span className={`tag tag-${tone}`}>
            {t('parcel.due', { when: momentSay(item.dueAt, now, lang), away: awaySay(item.dueAt, now, lang) })}
          </span>
        ) : null}
        <span className="fine">{[item.area.name, item.category ? say(item.category.name) : ''].filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  )
}

function Group({ title, items }: { title: string; items: readonly WorkItem[] }): ReactElement | null {
  if (items.length === 0) return null
  return (
    <Part title={`${title} (${items.length})`}>
      <ul className="rows">
        {items.map((item) => (
          <Card key={`${item.noun} ${item.id}`} item={item} />
        ))}
      </ul>
    </Part>
  )
}

function Today(): ReactElement {
  const { t } = useTranslation()
  const now = useNow()
  const list = useWorklist()
  if (list.problem && list.items.length === 0) return <Trouble problem={list.problem} again={list.again} />
  if (list.loading) return <Skeleton rows={4} />
  if (list.items.length === 0) return <Empty action={<Go to="/on-the-spot">{t('bar.report')}</Go>}>{t('work.none')}</Empty>
  const urgent = (item: WorkItem) =>
    item.emergency || item.late || (item.dueAt !== null && nearness(item.dueAt, now) !== 'soon' && nearness(item.dueAt, now) !== 'later')
  return (
    <>
      <Remembered keptAt={list.keptAt} />
      <Group title={t('work.today')} items={list.items.filter(urgent)} />
      <Group title={t('work.later')} items={list.items.filter((item) => !urgent(item))} />
      {list.more ? <Press onPress={list.next}>{t('work.more')}</Press> : null}
    </>
  )
}

/** Today, by what is due. */
export function WorkPage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  if (!me.data) {
    return (
      <Screen title={t('work.title')}>
        <Empty action={<Go to="/sign-in">{t('home.signIn')}</Go>}>{t('work.visitor')}</Empty>
      </Screen>
    )
  }
  if (me.data.account.kind !== 'staff') {
    return (
      <Screen title={t('work.title')}>
        <Note icon="warn">{t('trouble.forbidden')}</Note>
        <Go to="/">{t('lost.home')}</Go>
      </Screen>
    )
  }
  return (
    <Screen title={t('work.hello', { name: me.data.account.name })}>
      <Today />
    </Screen>
  )
}
