import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../calendar.ts'
import { dayOf, dayOfDate, localDate } from '../days.ts'
import { hours, limitSchema, minutes, naturalDays, workingDays } from '../limit.ts'
import { holidayNames, publishedCalendarRows, publishedLastYear } from '../seed.ts'
import { instant, published, twins } from './arbitraries.ts'
import { dateOf, isMondayToFriday, next } from './slow-calendar.ts'

function* datesOf(from: string, to: string) {
  for (let date = from; date <= to; date = next(date)) yield date
}

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', kind: 'invalid', code })

describe('published rows', () => {
  it('say of every day of 2004–2026 what the package says', () => {
    const wrong = [...datesOf('2004-01-01', '2026-12-31')].filter((date) => published.isWorkingDay(date) !== chineseDays.isWorkday(date))
    expect(wrong).toEqual([])
  })

  it('are ordered, hold each date once, and take days away as well as add some', () => {
    const rows = publishedCalendarRows()
    expect(rows.every((row, i) => i === 0 || rows[i - 1]!.date < row.date)).toBe(true)
    expect(rows.filter((row) => row.working).every((row) => !isMondayToFriday(row.date))).toBe(true)
    expect(rows.find((row) => row.date === '2026-02-14')).toEqual({ date: '2026-02-14', working: true, name: '春节' })
    expect(rows.find((row) => row.date === '2026-10-01')).toEqual({ date: '2026-10-01', working: false, name: '国庆节' })
  })

  it('end in 2026, and name every holiday in both languages', () => {
    expect(publishedLastYear()).toBe(2026)
    const names = holidayNames()
    expect(publishedCalendarRows().filter((row) => !names.get(row.name))).toEqual([])
    expect(names.get('春节')).toBe('Spring Festival')
  })
})

describe('a calendar', () => {
  it('assumes Monday–Friday beyond its last year and says so', () => {
    for (const date of datesOf('2027-01-01', '2028-12-31')) {
      expect([date, published.isWorkingDay(date), published.isProvisional(date)]).toEqual([date, isMondayToFriday(date), true])
    }
    expect(published.isProvisional('2026-12-31')).toBe(false)
  })

  it('stays provisional in a year that has some rows but is not published', () => {
    const calendar = makeCalendar([{ date: '2027-01-01', working: false, name: '元旦' }], { lastYear: 2026 })
    expect([calendar.isWorkingDay('2027-01-01'), calendar.isProvisional('2027-01-01')]).toEqual([false, true])
  })

  it('numbers working days so that the n-th is found again', () => {
    fc.assert(
      fc.property(twins, instant, ({ calendar: { days } }, at) => {
        const day = dayOf(at)
        expect(days.isWorking(day)).toBe(days.workingThrough(day) - days.workingThrough(day - 1) === 1)
        const nth = days.nthWorking(days.workingThrough(day))
        expect(nth <= day).toBe(true)
        expect(days.isWorking(nth)).toBe(true)
        expect(days.workingThrough(nth)).toBe(days.workingThrough(day))
      }),
      { numRuns: 500 },
    )
  })

  it('counts the day before its first exception', () => {
    const calendar = makeCalendar([{ date: '2026-11-28', working: true, name: '' }], { lastYear: 2026 })
    const { days } = calendar
    const friday = dayOfDate('2026-11-27')!
    expect([days.nthWorking(days.workingThrough(friday)), days.nthWorking(days.workingThrough(friday) + 1)]).toEqual([friday, friday + 1])
  })

  it('takes the later of two rows for one date', () => {
    const row = { date: '2026-11-23', name: '' }
    const calendar = makeCalendar(
      [
        { ...row, working: false },
        { ...row, working: true },
      ],
      { lastYear: 2026 },
    )
    expect(calendar.isWorkingDay('2026-11-23')).toBe(true)
  })

  it('refuses texts that are no dates and hours that are none', () => {
    for (const date of ['2026-02-30', '2026-13-01', '2026-1-1', '', '20260101', '2026-01-01T00:00']) {
      expect(() => makeCalendar([{ date, working: true, name: '' }], { lastYear: 2026 })).toThrow(refused('calendar.date'))
      expect(() => published.isWorkingDay(date)).toThrow(refused('calendar.date'))
    }
    for (const [opensAt, closesAt] of [
      [1020, 1020],
      [1020, 510],
      [-1, 60],
      [0, 1441],
      [0.5, 60],
    ] as const) {
      expect(() => makeCalendar([], { lastYear: 2026, opensAt, closesAt })).toThrow(refused('calendar.hours'))
    }
  })
})

describe('dates', () => {
  it('are those of Asia/Shanghai', () => {
    fc.assert(
      fc.property(instant, fc.nat(59_999), (at, ms) => {
        expect(localDate(new Date(at.getTime() + ms))).toBe(dateOf(at))
      }),
    )
  })

  it('have a number that leads back', () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(dayOfDate(localDate(at))).toBe(dayOf(at))
      }),
    )
  })
})

describe('limits', () => {
  it('are positive whole numbers of at most ten years', () => {
    expect([workingDays(1), naturalDays(7), hours(24), minutes(5)]).toEqual([
      { unit: 'workingDays', n: 1 },
      { unit: 'naturalDays', n: 7 },
      { unit: 'hours', n: 24 },
      { unit: 'minutes', n: 5 },
    ])
    for (const n of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 5_256_001]) {
      for (const make of [workingDays, naturalDays, hours, minutes]) expect(() => make(n)).toThrow(refused('calendar.limit'))
      expect(limitSchema.safeParse({ unit: 'minutes', n }).success).toBe(false)
    }
    expect(limitSchema.safeParse({ unit: 'workingDays', n: 3_651 }).success).toBe(false)
    expect(limitSchema.parse({ unit: 'workingDays', n: 3_650 })).toEqual(workingDays(3_650))
    expect(limitSchema.safeParse({ unit: 'weeks', n: 1 }).success).toBe(false)
  })
})
