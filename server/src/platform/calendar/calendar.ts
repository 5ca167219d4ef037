import { refuse } from '../refusal.ts'
import { type DayNumber, dayOfDate, type LocalDate, minuteMs } from './days.ts'
import { workingDaysWith } from './working-days.ts'

/** One exception from Monday–Friday: a holiday (`working: false`) or a make-up day (`working: true`, 调休). */
export interface CalendarRow {
  readonly date: LocalDate
  readonly working: boolean
  readonly name: string
}

/** A city's working calendar in Asia/Shanghai. Immutable; a change of the rows makes another one. */
export interface Calendar {
  /** The last year whose holidays are published. After it Monday–Friday is assumed (暂按周一至周五). */
  readonly lastYear: number
  /** Minutes after midnight. */
  readonly opensAt: number
  /** Minutes after midnight; the end of a day on which a limit ends (民法典 203). */
  readonly closesAt: number
  isWorkingDay(date: LocalDate): boolean
  /** True for a date after the last published year. */
  isProvisional(date: LocalDate): boolean
  readonly days: CalendarDays
}

/** The same calendar by day number, for arithmetic without texts. */
export interface CalendarDays {
  isWorking(day: DayNumber): boolean
  /** Working days up to this day, itself included; meaningful as a difference of two. */
  workingThrough(day: DayNumber): number
  nthWorking(count: number): DayNumber
  isProvisional(day: DayNumber): boolean
  /** Milliseconds after midnight. */
  readonly opensMs: number
  readonly closesMs: number
}

export interface CalendarOptions {
  readonly lastYear: number
  /** Minutes after midnight; 08:30 by default. */
  readonly opensAt?: number
  /** Minutes after midnight; 17:00 by default. */
  readonly closesAt?: number
}

function knownDay(date: LocalDate): DayNumber {
  const day = dayOfDate(date)
  if (day === null) throw refuse('invalid', 'calendar.date', { zh: `“${date}”不是日期。`, en: `“${date}” is not a date.` })
  return day
}

/**
 * Makes a calendar from the rows of the calendar table; of two rows for one date the later holds.
 * Refuses `calendar.date` (a text that is no date) and `calendar.hours` (office hours that are none).
 */
export function makeCalendar(rows: Iterable<CalendarRow>, options: CalendarOptions): Calendar {
  const { lastYear, opensAt = 8 * 60 + 30, closesAt = 17 * 60 } = options
  if (!(Number.isInteger(opensAt) && Number.isInteger(closesAt) && 0 <= opensAt && opensAt < closesAt && closesAt <= 1440)) {
    throw refuse('invalid', 'calendar.hours', { zh: '上班时间必须早于下班时间。', en: 'Office hours must open before they close.' })
  }
  const exceptions = new Map<DayNumber, boolean>()
  for (const row of rows) exceptions.set(knownDay(row.date), row.working)
  const working = workingDaysWith(exceptions)
  const lastDay = knownDay(`${lastYear}-12-31`)
  const isProvisional = (day: DayNumber) => day > lastDay
  return {
    lastYear,
    opensAt,
    closesAt,
    isWorkingDay: (date) => working.isWorking(knownDay(date)),
    isProvisional: (date) => isProvisional(knownDay(date)),
    days: {
      isWorking: working.isWorking,
      workingThrough: working.through,
      nthWorking: working.nth,
      isProvisional,
      opensMs: opensAt * minuteMs,
      closesMs: closesAt * minuteMs,
    },
  }
}
