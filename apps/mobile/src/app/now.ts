import { useSyncExternalStore } from 'react'

let current = new Date()
const watchers = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | null = null

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  ticking ??= setInterval(() => {
    current = new Date()
    for (const each of watchers) each()
  }, 30_000)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0 && ticking !== null) {
      clearInterval(ticking)
      ticking = null
    }
  }
}

/** The time, half a minute exact at most: «还有 2 小时» stays true while the page lies open. */
export function useNow(): Date {
  return useSyncExternalStore(watch, () => current)
}
