import type { ReactElement } from 'react'
import { distanceSay, momentSay } from '../time/say.ts'
import { fill, useLang } from '../words/index.ts'
import { dueWords } from './parts-words.ts'
import type { Tone } from './StateTag.tsx'

export interface Due {
  readonly dueAt: string | null
  /** From here on it counts as soon. */
  readonly warnAt?: string | null
  readonly pausedAt?: string | null
  readonly stoppedAt?: string | null
  readonly provisional?: boolean
}

/** How near a promise is. */
export function dueTone(due: Due, now: Date): Tone {
  if (due.stoppedAt) return 'done'
  if (due.pausedAt) return 'paused'
  if (due.dueAt === null) return 'waiting'
  if (Date.parse(due.dueAt) <= now.getTime()) return 'late'
  if (due.warnAt && Date.parse(due.warnAt) <= now.getTime()) return 'soon'
  return 'waiting'
}

/** A promise in words: its date with the weekday, and how far away it is: «最晚 今天 17:00 · 还剩 3 小时». */
export function DueText({ now, short = false, ...due }: Due & { readonly now: Date; readonly short?: boolean }): ReactElement {
  const lang = useLang()
  const tone = dueTone(due, now)
  if (due.dueAt === null) return <span className="l-due l-tone-waiting">{dueWords.none[lang]}</span>
  if (due.stoppedAt)
    return <span className="l-due l-tone-done">{fill(dueWords.done[lang], { at: momentSay(due.stoppedAt, now, lang) })}</span>
  const far = due.pausedAt ? dueWords.paused[lang] : distanceSay(due.dueAt, now, lang)
  const latest = fill(dueWords.latest[lang], { at: momentSay(due.dueAt, now, lang) })
  return (
    <time className={`l-due l-tone-${tone}`} dateTime={due.dueAt} title={due.provisional ? dueWords.provisional[lang] : latest}>
      {!short && <span className="l-due-date">{latest}</span>}
      <span className="l-due-far">{far}</span>
      {due.provisional && !short && <span className="l-quiet">({dueWords.provisional[lang]})</span>}
    </time>
  )
}
