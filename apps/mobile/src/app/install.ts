import { useSyncExternalStore } from 'react'

/** What a browser hands over that can put the app on the home screen. */
interface Offer extends Event {
  prompt(): Promise<unknown>
}

/** How the app comes onto the home screen here: asked by a press, by the browser’s own menu, or not at all. */
export type Install = 'ask' | 'menu' | 'none'

let offer: Offer | null = null
const watchers = new Set<() => void>()

function tell(change: Offer | null): void {
  offer = change
  for (const watcher of watchers) watcher()
}

/** Keeps the browser’s offer for the page «我的» instead of letting it pop up over what one is doing. */
export function startInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    tell(event as Offer)
  })
  addEventListener('appinstalled', () => tell(null))
}

function how(): Install {
  if (matchMedia('(display-mode: standalone)').matches) return 'none'
  if (offer) return 'ask'
  return /iPhone|iPad/.test(navigator.userAgent) ? 'menu' : 'none'
}

/** How the app can be put on this phone’s home screen now. */
export function useInstall(): Install {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, how)
}

/** Asks the browser to put the app on the home screen; an offer is good once. */
export async function install(): Promise<void> {
  const asked = offer
  tell(null)
  await asked?.prompt()
}
