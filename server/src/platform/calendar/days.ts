/** A date in Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string

/** Days since 1970-01-01 in Asia/Shanghai. */
export type DayNumber = number

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

/**
 * Asia/Shanghai has had +08:00 and no summer time since 1992, so an offset is exact for every date of the product,
 * and no time zone of the host comes in.
 */
const offsetMs = 8 * hourMs

/** The day in Asia/Shanghai on which an instant lies. */
export function dayOf(at: Date): DayNumber {
  return Math.floor((at.getTime() + offsetMs) / dayMs)
}

/** Milliseconds since midnight in Asia/Shanghai. */
export function timeOf(at: Date): number {
  return at.getTime() + offsetMs - dayOf(at) * dayMs
}

/** The instant that lies `ms` after midnight in Asia/Shanghai of a day. */
export function instantAt(day: DayNumber, ms: number): Date {
  return new Date(day * dayMs - offsetMs + ms)
}

export function dateOfDay(day: DayNumber): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** The date in Asia/Shanghai on which an instant lies. */
export function localDate(at: Date): LocalDate {
  return dateOfDay(dayOf(at))
}

/** The number of a date, or null when the text is no date of the calendar (`2026-02-30`). */
export function dayOfDate(date: LocalDate): DayNumber | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) || dateOfDay(ms / dayMs) !== date ? null : ms / dayMs
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7
}
