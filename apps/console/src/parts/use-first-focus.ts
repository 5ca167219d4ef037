import { useEffect } from 'react'

/** Puts the cursor into a field when its page or form is opened: work at the desk begins by typing. */
export function useFirstFocus(id: string): void {
  useEffect(() => document.getElementById(id)?.focus({ preventScroll: true }), [id])
}
