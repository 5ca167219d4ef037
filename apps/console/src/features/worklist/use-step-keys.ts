import { useEffect, useRef } from 'react'
import { isPlainKey } from '../../parts/is-writing.ts'
import { keyOf } from './groups.ts'
import type { Pointed } from './groups.ts'

/** Where the walk goes from here: by the place of what is shown, or by its last place once it has left the list. */
export function stepFrom<T>(items: readonly T[], found: number, last: number, step: 1 | -1): T | undefined {
  if (found >= 0) return items[found + step]
  return step === 1 ? items[last] : items[last - 1]
}

/** j: the next one; k: the one before; Enter: to the button of the matter shown. */
export function useStepKeys<T extends Pointed>(items: readonly T[], shown: Pointed | undefined, choose: (item: T) => void): void {
  const last = useRef(0)
  const found = shown ? items.findIndex((item) => keyOf(item) === keyOf(shown)) : -1
  useEffect(() => {
    if (found >= 0) last.current = found
    const onKey = (event: KeyboardEvent): void => {
      if (!isPlainKey(event)) return
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      const next = step === 0 ? undefined : stepFrom(items, found, last.current, step)
      if (next) {
        event.preventDefault()
        choose(next)
      } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('body, .list-here')) {
        const primary = document.querySelector<HTMLElement>('.matter-primary')
        if (primary) {
          event.preventDefault()
          primary.focus()
        }
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
