import { ToneMark } from '@linli/ui'
import type { Tone } from '@linli/ui'
import type { ReactElement, ReactNode } from 'react'

/** A sentence that stands apart: what to know before going on, or what went wrong. */
export function Note({
  tone = 'waiting',
  alert = false,
  children,
}: {
  readonly tone?: Tone
  readonly alert?: boolean
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className={`note l-tone-${tone}`} role={alert ? 'alert' : undefined}>
      <ToneMark tone={tone} />
      <div>{children}</div>
    </div>
  )
}
