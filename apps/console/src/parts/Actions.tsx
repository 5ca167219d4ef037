import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../app/language.ts'
import { Note } from './Note.tsx'
import { registerWords } from './register-words.ts'

export interface Action {
  readonly key: string
  readonly label: string
  readonly primary?: boolean
  readonly danger?: boolean
  /** The form that opens in place; `close` puts it away, `done` says that it was saved (or something better). */
  readonly render: (close: () => void, done: (words?: ReactNode) => void) => ReactNode
}

/** What may be done with the entry that is open; each opens its form in place. */
export function Actions({ actions }: { readonly actions: readonly Action[] }): ReactElement | null {
  const t = useWords(registerWords)
  const [open, setOpen] = useState<string | null>(null)
  const [done, setDone] = useState<ReactNode>(null)
  const chosen = actions.find((action) => action.key === open)
  if (chosen) {
    return (
      <div className="actions">
        {chosen.render(
          () => setOpen(null),
          (words) => {
            setOpen(null)
            setDone(words ?? t('done'))
          },
        )}
      </div>
    )
  }
  if (actions.length === 0 && done === null) return null
  return (
    <div className="actions">
      <div className="matter-done" aria-live="polite">
        {done !== null && <Note tone="done">{done}</Note>}
      </div>
      <div className="row">
        {actions.map((action) => (
          <Button
            key={action.key}
            type={action.primary ? 'primary' : 'default'}
            danger={action.danger ?? false}
            onClick={() => {
              setDone(null)
              setOpen(action.key)
            }}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
