import { useSyncExternalStore } from 'react'

/** What the last request taught, besides what the browser believes: it calls a phone without a working network online. */
let reached = true
const watchers = new Set<() => void>()

function tell(): void {
  for (const watcher of watchers) watcher()
}

/** Notes whether the server could be reached just now. */
export function noteReach(yes: boolean): void {
  if (yes === reached) return
  reached = yes
  tell()
}

export function isOnline(): boolean {
  return navigator.onLine && reached
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  const online = () => {
    reached = true
    watcher()
  }
  addEventListener('online', online)
  addEventListener('offline', watcher)
  return () => {
    watchers.delete(watcher)
    removeEventListener('online', online)
    removeEventListener('offline', watcher)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(watch, isOnline)
}
