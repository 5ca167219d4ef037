import { useParams } from '@tanstack/react-router'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicCase } from '../../api/cases.ts'
import { useAsk } from '../../app/ask.ts'
import { helpLine } from '../../app/help-line.ts'
import { useSay } from '../../app/language.ts'
import { useAccount } from '../../app/session.ts'
import { Empty, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Dial, Go } from '../../parts/Press.tsx'
import { Fold, Part, Remembered, Screen } from '../../parts/Screen.tsx'
import { Moves } from '../../moves/Moves.tsx'
import { followPath } from '../home/my-matters.ts'
import { Dots, Due } from '../home/Parcel.tsx'
import { isOver } from '../home/phase.ts'
import { Answers, Photos, Steps } from './History.tsx'
import '../../styles/follow.css'

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
            <dd>{matter.holder.name}</dd>
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

function Said({ matter, token }: { matter: PublicCase; token: string }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const where = [matter.place?.words, matter.address].filter(Boolean)
  return (
    <Fold title={t('follow.said')}>
      <p className="follow-text">{matter.text}</p>
      <p className="quiet">{[matter.category ? say(matter.category.name) : '', ...new Set(where)].filter(Boolean).join(' · ')}</p>
      <Photos photos={matter.photos} token={token} />
    </Fold>
  )
}

function Matter({ matter, token, keptAt }: { matter: PublicCase; token: string; keptAt: number | null }): ReactElement {
  const { t } = useTranslation()
  const account = useAccount()
  const number = matter.phoneHelp ?? helpLine
  const asks = matter.offered.some((each) => each.primary)
  return (
    <Screen title={t('follow.title')} back wide>
      <Remembered keptAt={keptAt} />
      <div className="columns">
        <div className="rows rows-far">
          <Now matter={matter} />
          {matter.answers.length > 0 ? <Answers answers={matter.answers} /> : null}
          {matter.offered.length > 0 ? (
            <Part title={t(asks ? 'follow.yourTurn' : 'follow.youMay')}>
              <Moves offered={matter.offered} path={followPath(token)} title={matter.number} open={asks} />
            </Part>
          ) : null}
          <Said matter={matter} token={token} />
        </div>
        <div className="rows rows-far">
          <Steps steps={matter.steps} />
          <Part title={t('follow.help')}>
            <Dial number={number} look="row">
              {t('home.call', { number })}
            </Dial>
            {account === null ? null : (
              <Go to="/looks" look="row" icon="person">
                {t('looks.title')}
              </Go>
            )}
          </Part>
        </div>
      </div>
    </Screen>
  )
}

/** One matter by its secret link or its eight characters: all that an anonymous reporter has, and enough. */
export function FollowPage(): ReactElement {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/c/$token' })
  const asked = useAsk<PublicCase>(followPath(token), { every: 30_000 })
  useEffect(() => {
    // The address is a key: no other site is told of it.
    const meta = document.createElement('meta')
    meta.name = 'referrer'
    meta.content = 'no-referrer'
    document.head.append(meta)
    return () => meta.remove()
  }, [])
  if (asked.data) return <Matter matter={asked.data.body} token={token} keptAt={asked.data.keptAt} />
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
