import chineseDays from 'chinese-days'
import type { CalendarRow } from '../calendar.ts'
import type { Limit } from '../limit.ts'
import type { Pause } from '../measure.ts'

/** The slow, obviously right calendar: it walks day by day and minute by minute, over texts, and knows no arithmetic of days. */
export interface SlowCalendar {
  works(date: string): boolean
  readonly opensAt: number
  readonly closesAt: number
}

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

export const dateOf = (at: Date) => inShanghai.format(at)

export function next(date: string): string {
  const at = new Date(`${date}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

export function at(date: string, minute: number): Date {
  if (minute === 1440) return at(next(date), 0)
  const two = (n: number) => String(n).padStart(2, '0')
  return new Date(`${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+08:00`)
}

export function isMondayToFriday(date: string): boolean {
  return ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
}

/** What the package itself says of its years; Monday–Friday after them. */
export const publishedSlowly: SlowCalendar = {
  works: (date) => (date < '2027-01-01' ? chineseDays.isWorkday(date) : isMondayToFriday(date)),
  opensAt: 510,
  closesAt: 1020,
}

export function slowly(rows: readonly CalendarRow[], opensAt: number, closesAt: number): SlowCalendar {
  const works = (date: string) => rows.findLast((row) => row.date === date)?.working ?? isMondayToFriday(date)
  return { works, opensAt, closesAt }
}

export function slowDueAt(calendar: SlowCalendar, start: Date, limit: Limit): Date {
  if (limit.unit === 'hours' || limit.unit === 'minutes') return slowDueAfterPauses(calendar, start, limit, [])
  let date = dateOf(start)
  for (let left = limit.n; left > 0; ) {
    date = next(date)
    if (limit.unit === 'naturalDays' || calendar.works(date)) left--
  }
  while (!calendar.works(date)) date = next(date)
  return at(date, calendar.closesAt)
}

const stands = (pauses: readonly Pause[], minute: Date) => pauses.some((pause) => pause.from <= minute && minute < pause.to)

/** Start and pauses lie on whole minutes. */
export function slowDueAfterPauses(calendar: SlowCalendar, start: Date, limit: Limit, pauses: readonly Pause[]): Date {
  if (limit.unit === 'hours' || limit.unit === 'minutes') {
    let minute = start
    for (let left = limit.n * (limit.unit === 'hours' ? 60 : 1); left > 0; minute = new Date(minute.getTime() + 60_000)) {
      if (!stands(pauses, minute)) left--
    }
    return minute
  }
  const end = slowEndOfDays(calendar, start, limit, pauses)
  const lastMinute = new Date(end.getTime() - 60_000) // what ends at midnight ends the day before
  for (let date = dateOf(lastMinute); ; date = next(date)) {
    const close = at(date, calendar.closesAt)
    if (calendar.works(date) && close >= end && !pauses.some((pause) => pause.from < close && close <= pause.to)) return close
  }
}

function slowEndOfDays(calendar: SlowCalendar, start: Date, limit: Limit, pauses: readonly Pause[]): Date {
  let left = limit.n * (calendar.closesAt - calendar.opensAt)
  for (let date = next(dateOf(start)); ; date = next(date)) {
    if (limit.unit === 'workingDays' && !calendar.works(date)) continue
    for (let minute = calendar.opensAt; minute < calendar.closesAt; minute++) {
      if (!stands(pauses, at(date, minute))) left--
      if (left === 0) return at(date, minute + 1)
    }
  }
}

/** The working minutes between two instants on whole minutes. */
export function slowWorkingMinutes(calendar: SlowCalendar, from: Date, to: Date): number {
  let used = 0
  for (let date = dateOf(from); at(date, 0) < to; date = next(date)) {
    if (!calendar.works(date)) continue
    for (let minute = calendar.opensAt; minute < calendar.closesAt; minute++) {
      const now = at(date, minute)
      if (from <= now && now < to) used++
    }
  }
  return used
}
