import type { Scheme } from '@linli/ui'
import { useSyncExternalStore } from 'react'

/** Light, dark, or as the system is. */
export type Wish = Scheme | 'system'

const kept = 'linli.scheme'
const darkness = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export function wishNow(): Wish {
  const wish = localStorage.getItem(kept)
  return wish === 'light' || wish === 'dark' ? wish : 'system'
}

function schemeNow(): Scheme {
  const wish = wishNow()
  if (wish !== 'system') return wish
  return darkness.matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset.scheme = schemeNow()
  for (const listener of listeners) listener()
}

/** Sets the colours before anything is drawn. */
export function startScheme(): void {
  apply()
  darkness.addEventListener('change', apply)
  // Paper is white, whatever the screen is.
  window.addEventListener('beforeprint', () => (document.documentElement.dataset.scheme = 'light'))
  window.addEventListener('afterprint', apply)
}

export function wish(scheme: Wish): void {
  if (scheme === 'system') localStorage.removeItem(kept)
  else localStorage.setItem(kept, scheme)
  apply()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, schemeNow)
export const useWish = (): Wish => useSyncExternalStore(subscribe, wishNow)
