import { useEffect, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { motion } from '../tokens.ts'
import { fill, useLang } from '../words/index.ts'
import { stateWords } from './parts-words.ts'

/** Nothing is here: one sentence and one action. */
export function EmptyState({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }): ReactElement {
  return (
    <div className="l-state" aria-live="polite">
      <p>{children}</p>
      {action}
    </div>
  )
}

/** What went wrong, as the network layer tells it. */
export interface Trouble {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly requestId?: string | null
}

function wordsOf(trouble: Trouble, lang: 'zh' | 'en'): { title: string; detail: string } {
  if (trouble.status === 0) return { title: stateWords.silentTitle[lang], detail: stateWords.silentDetail[lang] }
  if (trouble.status === 403) return { title: stateWords.forbiddenTitle[lang], detail: trouble.detail || stateWords.forbiddenDetail[lang] }
  if (trouble.status === 404) return { title: stateWords.missingTitle[lang], detail: stateWords.missingDetail[lang] }
  return { title: trouble.title || stateWords.mishapTitle[lang], detail: trouble.detail }
}

/** What happened, why, what to do now; the code in small print. `onRetry` is left out where trying again cannot help. */
export function ErrorState({ trouble, onRetry }: { readonly trouble: Trouble; readonly onRetry?: (() => void) | undefined }): ReactElement {
  const lang = useLang()
  const words = wordsOf(trouble, lang)
  const mayHelp = trouble.status !== 403 && trouble.status !== 404
  return (
    <div className="l-state" role="alert">
      <h2>{words.title}</h2>
      {words.detail !== '' && <p>{words.detail}</p>}
      {mayHelp && onRetry && (
        <button type="button" className="l-button" onClick={onRetry}>
          {stateWords.retry[lang]}
        </button>
      )}
      <small>{fill(stateWords.code[lang], { code: [trouble.code, trouble.requestId].filter(Boolean).join(' · ') })}</small>
    </div>
  )
}

/** Shows its children only after 300 ms, so that what comes quickly does not flicker. */
export function Later({ children }: { readonly children: ReactNode }): ReactElement | null {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), motion.skeletonAfter)
    return () => clearTimeout(timer)
  }, [])
  return late ? <>{children}</> : null
}

const lines = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** The shape of what is coming: rows of a list, rows of a table, or one matter. */
export function Skeleton({ shape, rows = 8 }: { readonly shape: 'list' | 'table' | 'matter'; readonly rows?: number }): ReactElement {
  const lang = useLang()
  return (
    <div aria-busy="true" aria-live="polite" className="l-skeleton-holder">
      <span className="l-hidden">{stateWords.loading[lang]}</span>
      <Later>
        <div className={`l-skeleton l-skeleton-${shape}`}>
          {lines(shape === 'matter' ? 6 : rows).map((line) => (
            <div key={line} className="l-skeleton-row">
              <i />
              <i />
            </div>
          ))}
        </div>
      </Later>
    </div>
  )
}
