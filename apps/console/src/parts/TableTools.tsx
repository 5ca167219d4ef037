import { Icon } from '@linli/ui'
import { Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { FocusEvent, ReactElement, ReactNode } from 'react'
import { useWords } from '../app/language.ts'
import { tableWords } from './table-words.ts'

interface ColumnMenuProps {
  readonly columns: readonly { readonly key: string; readonly title: ReactNode; readonly shown: boolean }[]
  readonly onChoose: (key: string, shown: boolean) => void
  /** Back to the page's own columns; null when they are. */
  readonly onReset: (() => void) | null
}

/** Which columns are shown, as a small window below its button; Escape or leaving it closes it. */
function ColumnMenu({ columns, onChoose, onReset }: ColumnMenuProps): ReactElement {
  const t = useWords(tableWords)
  const [open, setOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !holder.current?.contains(event.relatedTarget)) setOpen(false)
  }
  useEffect(() => {
    if (!open) return undefined
    const away = new AbortController()
    const onDown = (event: Event): void => {
      if (event.target instanceof Node && !holder.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onDown, { signal: away.signal })
    document.addEventListener('keydown', onKey, { signal: away.signal })
    return () => away.abort()
  }, [open])
  return (
    <div ref={holder} className="column-menu" onBlur={leave}>
      <button ref={button} type="button" className="plain-button small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('columns')}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <fieldset className="column-choice">
          <legend className="l-hidden">{t('columnsHelp')}</legend>
          {columns.map((column) => (
            <Checkbox key={column.key} checked={column.shown} onChange={(event) => onChoose(column.key, event.target.checked)}>
              {column.title}
            </Checkbox>
          ))}
          {onReset && (
            <button type="button" className="link-button small" onClick={onReset}>
              {t('reset')}
            </button>
          )}
        </fieldset>
      )}
    </div>
  )
}

interface TableToolsProps extends ColumnMenuProps {
  /** What stands on the left: how many there are. */
  readonly note: ReactNode
  /** Where the rows that the filter shows are to be had as a file. */
  readonly exportHref: string | undefined
}

/** Above a table: how much is shown, which columns, the same rows as a file. */
export function TableTools({ note, exportHref, ...menu }: TableToolsProps): ReactElement {
  const t = useWords(tableWords)
  return (
    <div className="table-tools no-print">
      <span className="quiet small">{note}</span>
      {menu.columns.length > 0 && <ColumnMenu {...menu} />}
      {exportHref !== undefined && (
        <a className="plain-button small" href={exportHref} download title={t('exportHelp')}>
          <Icon name="download" size={16} />
          {t('export')}
        </a>
      )}
    </div>
  )
}
