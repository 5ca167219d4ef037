import type { ReactElement, ReactNode } from 'react'
import { momentSay } from '../time/say.ts'
import { useLang } from '../words/index.ts'
import type { Tone } from './StateTag.tsx'

export interface TimelineStep {
  readonly key: string
  readonly at: string
  readonly title: ReactNode
  /** Who, and by which post. */
  readonly by?: ReactNode
  /** What was written, photos. */
  readonly body?: ReactNode
  readonly tone?: Tone
}

/** What has happened, newest first: when, what, who. */
export function Timeline({ steps, now }: { readonly steps: readonly TimelineStep[]; readonly now: Date }): ReactElement {
  const lang = useLang()
  return (
    <ol className="l-timeline">
      {steps.map((step) => (
        <li key={step.key} className={`l-step l-tone-${step.tone ?? 'waiting'}`}>
          <time className="l-step-at" dateTime={step.at}>
            {momentSay(step.at, now, lang)}
          </time>
          <div className="l-step-what">
            <div className="l-step-title">{step.title}</div>
            {step.by !== undefined && <div className="l-step-by">{step.by}</div>}
            {step.body}
          </div>
        </li>
      ))}
    </ol>
  )
}
