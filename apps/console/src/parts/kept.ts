import { useCallback, useState } from 'react'

/**
 * What is being typed, kept in this browser's session until it is sent: closing a form, or the window, loses nothing.
 * `key` names the form, e.g. `move case <id> return`; `over` is what was chosen just now and wins over what was typed before.
 */
export function useKept<T extends object>(
  key: string,
  start: T,
  over: Partial<T> = {},
): { readonly value: T; readonly set: (value: T) => void; readonly forget: () => void } {
  const place = `linli ${key}`
  const [value, setValue] = useState<T>(() => {
    const kept = sessionStorage.getItem(place)
    return kept === null ? start : { ...start, ...(JSON.parse(kept) as Partial<T>), ...over }
  })
  const set = useCallback(
    (next: T) => {
      setValue(next)
      sessionStorage.setItem(place, JSON.stringify(next))
    },
    [place],
  )
  const forget = useCallback(() => sessionStorage.removeItem(place), [place])
  return { value, set, forget }
}
