import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api/cases.ts'
import type { Pair, Photo } from '../../api/shapes.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { daySay, momentSay } from '../../app/when.ts'
import { Fold, Part } from '../../parts/Screen.tsx'
import '../../styles/follow.css'

/** One thing that happened, whoever reads it. */
export interface Happened {
  readonly at: string
  readonly say: Pair
  readonly by: string
  readonly words: string | null
  readonly photos: readonly Photo[]
}

/** Photos of a matter; each opens in full. */
export function Photos({ photos }: { photos: readonly Photo[] }): ReactElement | null {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  const small = (url: string) => `${url}${url.includes('?') ? '&' : '?'}size=small`
  return (
    <ul className="photos">
      {photos.map((photo, index) => (
        <li key={photo.id} className="photo">
          <a href={photo.url} target="_blank" rel="noreferrer">
            <img src={small(photo.url)} alt={t('photos.nth', { n: index + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What has happened, newest first, each with its time and who did it. */
export function Steps({ steps }: { steps: readonly Happened[] }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  const newest = [...steps].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Fold title={t('follow.steps')}>
      <ol className="steps">
        {newest.map((step, index) => (
          <li key={`${step.at} ${index}`} className={index === 0 ? 'step step-now' : 'step'}>
            <span>{say(step.say)}</span>
            {step.words ? <span className="follow-text step-words">{step.words}</span> : null}
            <Photos photos={step.photos} />
            <span className="fine">
              {momentSay(step.at, now, lang)}
              {step.by ? ` · ${step.by}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  )
}

/** What the units answered; with the plan and the date when it cannot be solved for now. */
export function Answers({ answers }: { answers: readonly Answer[] }): ReactElement | null {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  if (answers.length === 0) return null
  return (
    <Part title={t('follow.answers')}>
      {answers.map((answer) => (
        <blockquote key={`${answer.at} ${answer.unit}`} className="answer">
          <p className="answer-kind">{say(answer.kindSay)}</p>
          {answer.text ? <p className="follow-text">{answer.text}</p> : null}
          {answer.plan ? <p className="follow-text">{t('follow.plan', { plan: answer.plan })}</p> : null}
          {answer.reviewAt ? <p>{t('follow.review', { day: daySay(answer.reviewAt, now, lang) })}</p> : null}
          <p className="fine">
            {answer.unit} · {momentSay(answer.at, now, lang)}
          </p>
        </blockquote>
      ))}
    </Part>
  )
}
