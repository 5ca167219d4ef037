import { Problem } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from './language.ts'
import { shellWords } from './shell/words.ts'

/** A page whose code is still on its way. */
export function Wait(): ReactElement {
  return <Skeleton shape="table" />
}

/** An address without a page: what happened, and the way back. */
export function Lost(): ReactElement {
  const t = useWords(shellWords)
  return (
    <div className="lone">
      <h1>{t('lost')}</h1>
      <p>{t('lostDetail')}</p>
      <Link to="/">{t('toFirst')}</Link>
    </div>
  )
}

/** A page that broke: its code did not arrive, or it has a mistake. */
export function Trouble({ error, reset }: { readonly error: unknown; readonly reset: () => void }): ReactElement {
  const trouble = error instanceof Problem ? error : { status: 500, code: 'desk.broken', title: '', detail: '' }
  return <ErrorState trouble={trouble} onRetry={reset} />
}
