import type { Calendar } from './calendar.ts'
import { type DayNumber, dayOf, hourMs, instantAt, minuteMs } from './days.ts'
import type { Limit, LimitUnit } from './limit.ts'
import { countedFrom, inOrder, measureOf, type Pause, reached, roundTheClock } from './measure.ts'

/** When a promise is due. `provisional`: the day lies beyond the last published year and may move when that year is imported. */
export interface Due {
  readonly at: Date
  readonly provisional: boolean
}

function closeOf(calendar: Calendar, day: DayNumber): Due {
  return { at: instantAt(day, calendar.days.closesMs), provisional: calendar.days.isProvisional(day) }
}

function workingDayFrom(calendar: Calendar, day: DayNumber): DayNumber {
  return calendar.days.nthWorking(calendar.days.workingThrough(day - 1) + 1)
}

/**
 * When a limit that began at `start` ends, as 民法典 201–203 counts: of days the first does not count and the last ends at
 * close of business; a last natural day that is no working day moves to the next one. Hours and minutes run round the clock.
 */
export function dueAt(calendar: Calendar, start: Date, limit: Limit): Due {
  const { days } = calendar
  switch (limit.unit) {
    case 'workingDays':
      return closeOf(calendar, days.nthWorking(days.workingThrough(dayOf(start)) + limit.n))
    case 'naturalDays':
      return closeOf(calendar, workingDayFrom(calendar, dayOf(start) + limit.n))
    case 'hours':
      return { at: new Date(start.getTime() + limit.n * hourMs), provisional: false }
    case 'minutes':
      return { at: new Date(start.getTime() + limit.n * minuteMs), provisional: false }
  }
}

/** The first close of business of a working day at or after `at` at which the clock runs. */
function closingFrom(calendar: Calendar, at: Date, pauses: readonly Pause[]): Due {
  const { days } = calendar
  /** The day to which `at` belongs as an end: an office that closes at midnight closes its own day, not the next one. */
  const day = dayOf(new Date(at.getTime() - 1))
  let close = closeOf(calendar, workingDayFrom(calendar, day))
  if (close.at < at) close = closeOf(calendar, workingDayFrom(calendar, day + 1))
  for (const pause of pauses) {
    if (pause.from >= close.at) break
    if (pause.to < close.at) continue
    const resumed = closeOf(calendar, workingDayFrom(calendar, dayOf(pause.to)))
    close = resumed.at > pause.to ? resumed : closeOf(calendar, days.nthWorking(days.workingThrough(dayOf(pause.to)) + 1))
  }
  return close
}

/**
 * When a limit ends whose clock stood still during the pauses: what was left of it goes on where the pause ends.
 *
 * Hours and minutes: the due time moves by exactly the time that the clock stood still.
 *
 * Days: a counted day is used up evenly between opening and closing, and nights and days that do not count use up nothing,
 * so a pause gives back what it took of the counted days and no more. Like every limit in days this one ends at a close of
 * business: the first one of a working day at or after the instant when the last part is used up, and at which the clock
 * runs. All pauses together therefore round up by less than one counted day, once. A pause on the first day gives back nothing, because
 * that day does not count.
 *
 * Without pauses it equals `dueAt`; a longer pause never makes it earlier; a pause before `start` or from the due time on changes
 * nothing; it never lies within a pause. Pauses may overlap and come in any order.
 */
export function dueAfterPauses(calendar: Calendar, start: Date, limit: Limit, pauses: readonly Pause[]): Due {
  const stood = inOrder(pauses)
  if (stood.length === 0) return dueAt(calendar, start, limit)
  const measure = measureOf(calendar, limit.unit)
  const end = reached(measure, countedFrom(start, limit.unit), limit.n * measure.one, stood)
  return limit.unit === 'hours' || limit.unit === 'minutes' ? { at: end, provisional: false } : closingFrom(calendar, end, stood)
}

/**
 * When to warn that a limit is running out: where `fraction` (over 0, at most 1) of the counted time is used up.
 * Working days are interpolated on the counted days and their office hours; natural days, hours and minutes are linear between
 * start and due time. A pause moves the warning by what it takes of that time, so it never makes it earlier; the warning is always
 * after `start` and not after the due time.
 */
export function warnAt(calendar: Calendar, start: Date, limit: Limit, fraction = 0.8, pauses: readonly Pause[] = []): Date {
  const stood = inOrder(pauses)
  const due = dueAfterPauses(calendar, start, limit, stood).at
  const days = limit.unit === 'workingDays'
  const measure = days ? measureOf(calendar, limit.unit) : roundTheClock(1)
  const whole = days ? limit.n * measure.one : dueAt(calendar, start, limit).at.getTime() - start.getTime()
  const amount = Math.min(Math.max(Math.floor(whole * fraction), 1), whole)
  const warn = reached(measure, days ? countedFrom(start, limit.unit) : start, amount, stood)
  return warn < due ? warn : due
}

/**
 * How much of a unit lies between two instants, as a fraction: 0.5 is half a day or half an hour; 0 when `to` is not after `from`.
 * Days as in `dueAfterPauses`: by office hours of the days that count. It adds up: counted(a, b) + counted(b, c) = counted(a, c).
 */
export function counted(calendar: Calendar, from: Date, to: Date, unit: LimitUnit): number {
  const measure = measureOf(calendar, unit)
  return Math.max(measure.position(to) - measure.position(from), 0) / measure.one
}

/** The earlier of two due times. */
export function earlier(a: Due, b: Due): Due {
  return b.at < a.at ? b : a
}

/**
 * When an approved extension ends: as asked, but at latest where `most` ends, both counted from the same start and with the same pauses
 * (002-76: an extension ends at latest 15 working days after submission).
 */
export function extendedDueAt(calendar: Calendar, start: Date, asked: Limit, most: Limit, pauses: readonly Pause[] = []): Due {
  return earlier(dueAfterPauses(calendar, start, asked, pauses), dueAfterPauses(calendar, start, most, pauses))
}
