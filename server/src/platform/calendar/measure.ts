import type { Calendar } from './calendar.ts'
import { dayMs, dayOf, hourMs, instantAt, minuteMs, timeOf } from './days.ts'
import type { LimitUnit } from './limit.ts'

/** A stretch of time in which a clock stood still. The instants belong to the stretch only where that helps the one who must act. */
export interface Pause {
  readonly from: Date
  readonly to: Date
}

/**
 * How time is counted. A position grows with time and stands still where time does not count;
 * all positions are whole milliseconds, so that sums of parts are exact.
 */
export interface Measure {
  position(at: Date): number
  /** The first instant with this position. */
  instantOf(position: number): Date
  /** How much of the measure one unit is. */
  readonly one: number
}

/** Every moment counts. */
export function roundTheClock(one: number): Measure {
  return { position: (at) => at.getTime(), instantOf: (position) => new Date(position), one }
}

/** Days that count (`through` numbers them), each used up evenly from opening to closing; nights use up nothing. */
function officeHours(calendar: Calendar, through: (day: number) => number, nth: (count: number) => number): Measure {
  const { opensMs, closesMs } = calendar.days
  const one = closesMs - opensMs
  return {
    one,
    position: (at) => {
      const day = dayOf(at)
      const before = through(day - 1)
      const today = through(day) - before
      return before * one + today * Math.min(Math.max(timeOf(at) - opensMs, 0), one)
    },
    instantOf: (position) => {
      const count = Math.ceil(position / one)
      return instantAt(nth(count), opensMs + position - (count - 1) * one)
    },
  }
}

/** The measure of each unit: days by office hours of the days that count, hours and minutes round the clock. */
export function measureOf(calendar: Calendar, unit: LimitUnit): Measure {
  switch (unit) {
    case 'workingDays':
      return officeHours(calendar, calendar.days.workingThrough, calendar.days.nthWorking)
    case 'naturalDays':
      return officeHours(
        calendar,
        (day) => day,
        (count) => count,
      )
    case 'hours':
      return roundTheClock(hourMs)
    case 'minutes':
      return roundTheClock(minuteMs)
  }
}

/** Where counting begins: at the start for hours and minutes, at the end of the start's day for days (民法典 201: the first day does not count). */
export function countedFrom(start: Date, unit: LimitUnit): Date {
  return unit === 'hours' || unit === 'minutes' ? start : instantAt(dayOf(start), dayMs)
}

/** The pauses in order of time; those that hold no time are dropped. */
export function inOrder(pauses: readonly Pause[]): readonly Pause[] {
  return pauses.filter((pause) => pause.from < pause.to).sort((a, b) => a.from.getTime() - b.from.getTime())
}

/** The first instant at which `amount` of the measure was used up since `from`, the pauses (in order) not counted. */
export function reached(measure: Measure, from: Date, amount: number, pauses: readonly Pause[]): Date {
  let cursor = from
  let left = amount
  for (const pause of pauses) {
    if (pause.to <= cursor) continue
    const running = measure.position(pause.from) - measure.position(cursor)
    if (running >= left) break
    left -= Math.max(running, 0)
    cursor = pause.to
  }
  return measure.instantOf(measure.position(cursor) + left)
}
