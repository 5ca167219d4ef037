import type { ReactElement, ReactNode } from 'react'

/** What a state means for those who wait. */
export type Tone = 'done' | 'waiting' | 'active' | 'soon' | 'late' | 'paused'

/** Colour is never the only sign: each tone has a shape of its own. */
function Mark({ tone }: { readonly tone: Tone }): ReactElement {
  const shapes: Record<Tone, ReactElement> = {
    done: <path d="M2.5 6.4 5 8.8l4.6-5.2" />,
    waiting: <circle cx="6" cy="6" r="3.6" />,
    active: <circle cx="6" cy="6" r="3.6" fill="currentColor" />,
    soon: <path d="M6 2.4a3.6 3.6 0 1 0 3.6 3.6M6 3.6V6l1.8 1.2" />,
    late: <path d="M6 1.9 10.4 9.6H1.6Z" fill="currentColor" />,
    paused: <path d="M4.2 2.8v6.4M7.8 2.8v6.4" />,
  }
  return (
    <svg className="l-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  )
}

/** A state in a word, with its mark. */
export function StateTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactElement {
  return (
    <span className={`l-tag l-tone-${tone}`}>
      <Mark tone={tone} />
      {children}
    </span>
  )
}

/** The mark alone, beside a text that says the same. */
export function ToneMark({ tone }: { readonly tone: Tone }): ReactElement {
  return (
    <span className={`l-tone-mark l-tone-${tone}`}>
      <Mark tone={tone} />
    </span>
  )
}
