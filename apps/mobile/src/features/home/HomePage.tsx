import { Link, Navigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { helpLine } from '../../app/help-line.ts'
import { useOutbox } from '../../app/outbox.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { Empty, Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Dial, Go, Press } from '../../parts/Press.tsx'
import { Part, Remembered, Screen } from '../../parts/Screen.tsx'
import type { Receipt } from '../../api/cases.ts'
import { useMyMatters } from './my-matters.ts'
import { Parcel } from './Parcel.tsx'

/** Matters shown at home, and asked for in full. */
const fewest = 5

function SaySomething(): ReactElement {
  const { t } = useTranslation()
  return (
    <Link to="/report" className="say-it">
      <b>{t('home.sayIt')}</b>
      <span>{t('home.sayItHow')}</span>
    </Link>
  )
}

/** Reports that left the phone while nobody looked: their numbers wait to be read. */
export function Arrived(): ReactElement | null {
  const { t } = useTranslation()
  const sent = useOutbox().filter((row) => row.state === 'sent' && row.kind === 'report' && !row.seen)
  if (sent.length === 0) return null
  return (
    <div className="rows">
      {sent.map((row) => (
        <Note key={row.id} tone="done" icon="done">
          <span>{t('home.arrived', { title: row.title, number: (row.answer as Receipt | null)?.number ?? '' })}</span>
          <Go to="/receipt/$id" params={{ id: row.id }}>
            {t('home.seeReceipt')}
          </Go>
        </Note>
      ))}
    </div>
  )
}

/** My matters as a list: the first ones at home, all of them on a page of their own. */
export function Matters({ most, onMore }: { most: number; onMore?: () => void }): ReactElement {
  const { t } = useTranslation()
  const mine = useMyMatters(fewest)
  if (mine.loading) return <Skeleton rows={2} />
  if (mine.problem && mine.matters.length === 0) return <Trouble problem={mine.problem} again={mine.again} />
  if (mine.matters.length === 0) return <Empty action={<Go to="/find">{t('home.find')}</Go>}>{t('home.none')}</Empty>
  return (
    <div className="rows">
      <Remembered keptAt={mine.keptAt} />
      {mine.matters.slice(0, most).map((matter) => (
        <Parcel key={matter.number} matter={matter} />
      ))}
      {mine.matters.length > most && !onMore ? <Go to="/mine">{t('home.all', { n: mine.matters.length })}</Go> : null}
      {mine.matters.length > most && onMore ? <Press onPress={onMore}>{t('work.more')}</Press> : null}
    </div>
  )
}

function Ways(): ReactElement {
  const { t } = useTranslation()
  const me = useMe().data
  const none = useMyMatters(fewest).matters.length === 0
  return (
    <Part title={t('home.otherWays')}>
      <div className="rows">
        {none ? null : (
          <Go to="/find" look="row" icon="find">
            {t('home.find')}
          </Go>
        )}
        <Dial number={helpLine} look="row">
          {t('home.call', { number: helpLine })}
        </Dial>
        {me ? null : (
          <Go to="/sign-in" look="row" icon="person">
            {t('home.signIn')}
          </Go>
        )}
      </div>
    </Part>
  )
}

function LargeHome(): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('home.greeting')}>
      <SaySomething />
      <Arrived />
      <div className="rows">
        <Go to="/mine" look="row" icon="list">
          {t('home.mine')}
        </Go>
        <Dial number={helpLine} look="row">
          {t('home.call', { number: helpLine })}
        </Dial>
        <Go to="/find" look="row" icon="find">
          {t('home.find')}
        </Go>
      </div>
    </Screen>
  )
}

/** Where a resident begins: say something, see what became of what was said. Staff begin at their list. */
export function HomePage(): ReactElement {
  const { t } = useTranslation()
  const { large } = useSettings()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  if (me.data?.account.kind === 'staff') return <Navigate to="/work" replace />
  if (large) return <LargeHome />
  return (
    <Screen title={me.data?.account.name ? t('home.hello', { name: me.data.account.name }) : t('home.greeting')} wide>
      <Arrived />
      <div className="columns columns-home">
        <div className="rows">
          <SaySomething />
          <Part title={t('home.mine')}>
            <Matters most={fewest} />
          </Part>
        </div>
        <Ways />
      </div>
    </Screen>
  )
}
