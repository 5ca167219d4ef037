import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicCase } from '../../api/cases.ts'
import { useAsk } from '../../app/ask.ts'
import { client } from '../../app/client.ts'
import { helpLine } from '../../app/help-line.ts'
import { useSay } from '../../app/language.ts'
import { useAccount } from '../../app/session.ts'
import { Empty, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Dial, Go, Press } from '../../parts/Press.tsx'
import { ShareLink } from '../../parts/ShareLink.tsx'
import { Fold, Part, Remembered, Screen } from '../../parts/Screen.tsx'
import { Moves } from '../../moves/Moves.tsx'
import { followPath, minePath } from '../home/my-matters.ts'
import { Dots, Due } from '../home/Parcel.tsx'
import { isOver } from '../home/phase.ts'
import { EmergencyBand } from '../report/EmergencyBand.tsx'
import { servicesFor } from '../report/emergency.ts'
import { Answers, Photos, Steps } from './History.tsx'
import { forgetLink, myLinks } from '../../store/shelves.ts'
import '../../styles/follow.css'
import '../../styles/report.css'

/** The state as a sentence with the person in it, and until when. */
function Now({ matter }: { matter: PublicCase }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const over = isOver(matter.state)
  return (
    <section className="card follow-now">
      <p className="follow-promise">{say(matter.promise) || say(matter.stateSay)}</p>
      <Dots state={matter.state} />
      <dl className="facts">
        <dt>{t('follow.number')}</dt>
        <dd className="figures">{matter.number}</dd>
        <dt>{t('follow.state')}</dt>
        <dd>{say(matter.stateSay)}</dd>
        {over ? null : (
          <>
            <dt>{t('follow.with')}</dt>
            <dd>{say(matter.holder)}</dd>
          </>
        )}
        {matter.dueAt && !over ? (
          <>
            <dt>{t('follow.until')}</dt>
            <dd>
              <Due at={matter.dueAt} />
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function Said({ matter }: { matter: PublicCase }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <Fold title={t('follow.said')}>
      <p className="follow-text">{matter.text}</p>
      <p className="quiet">{[say(matter.category.name), matter.place.area, matter.place.words].filter(Boolean).join(' · ')}</p>
      <Photos photos={matter.photos} />
    </Fold>
  )
}

function Matter({ matter, path, keptAt }: { matter: PublicCase; path: string; keptAt: number | null }): ReactElement {
  const { t } = useTranslation()
  const account = useAccount()
  const asks = matter.offered.some((each) => each.primary)
  return (
    <Screen title={t('follow.title')} back wide>
      <Remembered keptAt={keptAt} />
      {matter.emergency ? <EmergencyBand services={servicesFor(matter.text)} said={t('emergency.now')} /> : null}
      <div className="columns">
        <div className="rows rows-far">
          <Now matter={matter} />
          <Answers answers={matter.answers} />
          {matter.offered.length > 0 ? (
            <Part title={t(asks ? 'follow.yourTurn' : 'follow.youMay')}>
              <Moves offered={matter.offered} path={path} title={matter.title} version={matter.version} open={asks} />
            </Part>
          ) : null}
          <Said matter={matter} />
        </div>
        <div className="rows rows-far">
          <Steps steps={matter.steps} />
          <Part title={t('follow.help')}>
            <Dial number={helpLine} look="row">
              {t('home.call', { number: helpLine })}
            </Dial>
            {account === null ? null : (
              <Go to="/looks" look="row" icon="person">
                {t('looks.title')}
              </Go>
            )}
            {path.startsWith(followPath('')) ? <ShareLink title={matter.title} link={location.href} /> : null}
            <Forget number={matter.number} />
          </Part>
        </div>
      </div>
    </Screen>
  )
}

function Followed({ path }: { path: string }): ReactElement {
  const { t } = useTranslation()
  const asked = useAsk<PublicCase>(path, { every: 30_000 })
  if (asked.data) return <Matter matter={asked.data.body} path={path} keptAt={asked.data.keptAt} />
  if (asked.error?.status === 404) {
    return (
      <Screen title={t('follow.notFound')} back>
        <Empty action={<Go to="/find">{t('home.find')}</Go>}>{t('follow.notFoundWords')}</Empty>
      </Screen>
    )
  }
  return (
    <Screen title={t('follow.title')} back>
      {asked.error ? <Trouble problem={asked.error} again={() => void asked.refetch()} /> : <Skeleton rows={3} tall />}
    </Screen>
  )
}

/** Takes the secret link off this phone: for a phone that others use too. The matter itself goes on. */
function Forget({ number }: { number: string }): ReactElement | null {
  const { t } = useTranslation()
  const links = useQuery({ queryKey: ['links'], queryFn: myLinks, staleTime: 0 })
  const forget = async () => {
    await forgetLink(number)
    await client.invalidateQueries({ queryKey: ['links'] })
  }
  if (!links.data?.some((link) => link.number === number)) return null
  return <Press onPress={() => void forget()}>{t('follow.forget')}</Press>
}

/** One matter by its secret link or its eight characters: all that an anonymous reporter has, and enough. */
export function FollowPage(): ReactElement {
  const { token } = useParams({ from: '/c/$token' })
  useEffect(() => {
    // The address is a key: no other site is told of it.
    const meta = document.createElement('meta')
    meta.name = 'referrer'
    meta.content = 'no-referrer'
    document.head.append(meta)
    return () => meta.remove()
  }, [])
  return <Followed key={token} path={followPath(token)} />
}

/** One of the matters of my account. */
export function MyMatterPage(): ReactElement {
  const { id } = useParams({ from: '/mine/$id' })
  return <Followed key={id} path={minePath(id)} />
}
