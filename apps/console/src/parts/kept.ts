import { useCallback, useRef, useState } from 'react'
import { without } from '../app/without.ts'

/**
 * What is being typed, kept in this browser's session until it is sent: closing a form, or the window, loses nothing.
 * `key` names the form, e.g. `move case <id> return`; `over` is what was chosen just now and wins over what was typed before;
 * `secret` names what is never kept, such as passwords.
 */
export function useKept<T extends object>(
  key: string,
  start: T,
  over: Partial<T> = {},
  secret: readonly (keyof T)[] = [],
): { readonly value: T; readonly set: (value: T) => void; readonly forget: () => void } {
  const place = `linli ${key}`
  const [value, setValue] = useState<T>(() => {
    const kept = sessionStorage.getItem(place)
    return kept === null ? start : { ...start, ...(JSON.parse(kept) as Partial<T>), ...over }
  })
  const hidden = useRef(secret)
  const set = useCallback(
    (next: T) => {
      setValue(next)
      try {
        sessionStorage.setItem(place, JSON.stringify(without(next, ...hidden.current)))
      } catch {
        // What is too large for the store stays on the page as long as it is open.
      }
    },
    [place],
  )
  const forget = useCallback(() => sessionStorage.removeItem(place), [place])
  return { value, set, forget }
}
