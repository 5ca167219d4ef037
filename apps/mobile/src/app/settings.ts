import { useSyncExternalStore } from 'react'

export type Lang = 'zh' | 'en'
/** Body text in large print, in px at the system's normal size; it begins with 24 px, which are the 18 pt of 适老化, and goes up to 30. */
export const largeSizes = [20, 24, 30] as const
export type LargeSize = (typeof largeSizes)[number]

export interface Settings {
  readonly lang: Lang
  readonly large: boolean
  readonly size: LargeSize
}

const shelfName = 'linli-settings'

function guess(): Settings {
  const chinese = typeof navigator === 'undefined' || (navigator.languages ?? [navigator.language]).some((tag) => tag.startsWith('zh'))
  return { lang: chinese ? 'zh' : 'en', large: false, size: 24 }
}

function read(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(shelfName) ?? '{}')
    return { ...guess(), ...(stored as Partial<Settings>) }
  } catch {
    return guess()
  }
}

let current = read()
const watchers = new Set<() => void>()

export function settings(): Settings {
  return current
}

/** Shows the settings to the style sheet and to the screen reader: `lang`, `data-print`, `data-size` on the root. */
export function applySettings(): void {
  const root = document.documentElement
  root.lang = current.lang === 'zh' ? 'zh-CN' : 'en'
  root.dataset.print = current.large ? 'large' : 'normal'
  root.dataset.size = current.large ? String(current.size) : ''
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(shelfName, JSON.stringify(current))
  } catch {
    // A browser that forbids storage keeps the choice until the page closes.
  }
  applySettings()
  for (const watcher of watchers) watcher()
}

export function watchSettings(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function useSettings(): Settings {
  return useSyncExternalStore(watchSettings, settings)
}
