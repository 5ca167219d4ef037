import { Problem } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import type { ReactElement } from 'react'

/** A page whose code is still on its way. */
export function Wait(): ReactElement {
  return <Skeleton shape="table" />
}

/** An address without a page. */
export function Lost(): ReactElement {
  return <ErrorState trouble={{ status: 404, code: 'desk.no-page', title: '', detail: '' }} />
}

/** A page that broke: its code did not arrive, or it has a mistake. */
export function Trouble({ error, reset }: { readonly error: unknown; readonly reset: () => void }): ReactElement {
  const trouble = error instanceof Problem ? error : { status: 500, code: 'desk.broken', title: '', detail: '' }
  return <ErrorState trouble={trouble} onRetry={reset} />
}
