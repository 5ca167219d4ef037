import { DueText, useNow } from '@linli/ui'
import type { ReactElement } from 'react'

/** When something is due, as far as it is. */
export function Due({ at }: { readonly at: string | null }): ReactElement | null {
  const now = useNow()
  return at === null ? null : <DueText dueAt={at} now={now} />
}
