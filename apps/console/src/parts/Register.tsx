import { Icon } from '@linli/ui'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../app/language.ts'
import { registerWords } from './register-words.ts'

interface RegisterProps {
  readonly title: string
  readonly explain?: string
  /** Filters, under the title. */
  readonly filters?: ReactNode
  /** Buttons beside the title. */
  readonly tools?: ReactNode
  readonly children: ReactNode
  /** The entry that is open, or a form; null when none is. */
  readonly side: ReactNode
  readonly onClose: () => void
}

/** A register: its entries as a table, and beside them the one that is open. */
export function Register({ title, explain, filters, tools, children, side, onClose }: RegisterProps): ReactElement {
  const t = useWords(registerWords)
  return (
    <div className={side ? 'register register-open' : 'register'}>
      <div className="register-main">
        <div className="page-head">
          <h1>{title}</h1>
          {tools && <div className="row push">{tools}</div>}
          {explain && <p>{explain}</p>}
        </div>
        {filters && <search className="filters">{filters}</search>}
        {children}
      </div>
      {side && (
        <aside className="register-side">
          <button type="button" className="plain-button register-close" aria-label={t('close')} onClick={onClose}>
            <Icon name="close" size={16} />
          </button>
          {side}
        </aside>
      )}
    </div>
  )
}
