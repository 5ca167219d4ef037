import type { Limit, Pause } from '#platform/calendar'
import { type SlowCalendar, slowDueAfterPauses } from '#platform/calendar/test/slow-calendar'
import type { ClockSpec } from '../flow.ts'
import type { Errand } from './errand.ts'

/** A move that really happened: when, where it led, and what the area had decided of limits then. */
export interface Logged {
  readonly seq: number
  readonly at: Date
  readonly state: string
  readonly limits: Readonly<Record<string, Limit>>
}

/** A clock's last round as a person with a paper calendar reads it from the log. */
export interface SlowLife {
  readonly round: number
  readonly start: Date
  readonly limit: Limit
  readonly pauses: readonly Pause[]
  readonly pausedSince: Date | null
  readonly stopped: Date | null
}

export function slowLife(name: string, spec: ClockSpec<Errand, string>, log: readonly Logged[]): SlowLife | null {
  let life = null as SlowLife | null
  for (const { at, state, limits } of log) {
    const inside = spec.during.includes(state)
    const still = spec.pausedIn?.includes(state) ?? false
    if (life === null || life.stopped !== null) {
      const limit = limits[name] ?? (spec.limit as Limit)
      if (inside) life = { round: (life?.round ?? 0) + 1, start: at, limit, pauses: [], pausedSince: null, stopped: null }
      continue
    }
    if (still) life = { ...life, pausedSince: life.pausedSince ?? at }
    else {
      const pauses = life.pausedSince === null ? life.pauses : [...life.pauses, { from: life.pausedSince, to: at }]
      life = { ...life, pauses, pausedSince: null, stopped: inside ? null : at }
    }
  }
  return life
}

export function slowDue(calendar: SlowCalendar, life: SlowLife): Date {
  return slowDueAfterPauses(calendar, life.start, life.limit, life.pauses)
}
