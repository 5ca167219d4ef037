import { useEffect } from 'react'
import type { RefObject } from 'react'
import { isPlainKey } from './is-writing.ts'

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 }

/** What opens a row: its first link or button. */
const openerOf = (row: Element | undefined): HTMLElement | null => row?.querySelector<HTMLElement>('a[href], button:not(:disabled)') ?? null

/** j: the row below; k: the row above, from the one that has the cursor or is open. Enter then opens it, as it does any link. */
export function useRowKeys(frame: RefObject<HTMLElement | null>, rowsAre = 'tbody tr'): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = steps[event.key]
      if (step === undefined || !isPlainKey(event)) return
      const rows = [...(frame.current?.querySelectorAll(rowsAre) ?? [])].filter((row) => openerOf(row) !== null)
      const focused = rows.findIndex((row) => row.contains(document.activeElement))
      const here = focused >= 0 ? focused : rows.findIndex((row) => row.classList.contains('row-here'))
      const next = here < 0 ? rows[0] : rows[here + step]
      const opener = openerOf(next)
      if (!opener) return
      event.preventDefault()
      opener.focus()
      next?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [frame, rowsAre])
}
