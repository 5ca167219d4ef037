import { useEffect, useEffectEvent } from 'react'
import { isPlainKey } from '../../parts/is-writing.ts'

/** `/` puts the cursor where the list is filtered; on a page without a filter it opens the search of everything. */
export function useSlashKey(findAll: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== '/' || !isPlainKey(event)) return
    event.preventDefault()
    const field = document.querySelector<HTMLInputElement>('main search input[type="search"]')
    if (field) field.focus()
    else findAll()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
