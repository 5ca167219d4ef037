import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Photo, Step } from '../../api/shapes.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { Fold, Part } from '../../parts/Screen.tsx'
import '../../styles/follow.css'

function nameOf(by: Step['by'] | Answer['unit']): string {
  return typeof by === 'string' ? by : (by?.name ?? '')
}

/** What has happened, newest first, each with its time and who did it. */
export function Steps({ steps }: { steps: readonly Step[] }): ReactElement {
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
            <span className="fine">
              {momentSay(step.at, now, lang)}
              {nameOf(step.by) ? ` · ${nameOf(step.by)}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  )
}

/** What the units answered. */
export function Answers({ answers }: { answers: readonly Answer[] }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  return (
    <Part title={t('follow.answers')}>
      {answers.map((answer) => (
        <blockquote key={answer.at} className="answer">
          <p className="answer-kind">{say(answer.kindSay)}</p>
          <p className="follow-text">{answer.text}</p>
          <p className="fine">
            {nameOf(answer.unit)} · {momentSay(answer.at, now, lang)}
          </p>
        </blockquote>
      ))}
    </Part>
  )
}

/** Photos of a matter; each opens in full. Whoever holds the link sees them by it. */
export function Photos({ photos, token }: { photos: readonly Photo[]; token?: string }): ReactElement | null {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  const addressOf = (photo: Photo) =>
    photo.url || (token ? `/api/public/files/${photo.id}?token=${encodeURIComponent(token)}` : `/api/files/${photo.id}`)
  return (
    <ul className="photos">
      {photos.map((photo, index) => (
        <li key={photo.id} className="photo">
          <a href={addressOf(photo)} target="_blank" rel="noreferrer">
            <img src={addressOf(photo)} alt={t('photos.nth', { n: index + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}
