import fc from 'fast-check'
import { type CalendarRow, makeCalendar } from '../calendar.ts'
import type { Limit } from '../limit.ts'
import type { Pause } from '../measure.ts'
import { publishedCalendarRows } from '../seed.ts'
import { at, next, publishedSlowly, slowly } from './slow-calendar.ts'

export const published = makeCalendar(publishedCalendarRows(), { lastYear: 2026 })

/** The eves of the long holidays of 2020–2026, of the year's end, and of the end of what is published. */
const eves = [
  '2020-01-17',
  '2020-01-23',
  '2020-09-25',
  '2020-09-30',
  '2021-02-05',
  '2021-02-10',
  '2021-09-30',
  '2022-01-28',
  '2022-09-30',
  '2023-01-20',
  '2023-09-28',
  '2024-02-02',
  '2024-02-08',
  '2024-09-13',
  '2024-09-30',
  '2025-01-24',
  '2025-09-26',
  '2025-09-30',
  '2026-02-13',
  '2026-09-18',
  '2026-09-30',
  '2026-12-18',
  '2026-12-31',
] as const

const date2020s = fc
  .integer({ min: Date.UTC(2019, 11, 1), max: Date.UTC(2027, 11, 1) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10))

const date = fc.oneof(
  date2020s,
  fc.tuple(fc.constantFrom(...eves), fc.nat(16)).map(([eve, days]) => {
    let day: string = eve
    for (let left = days; left > 0; left--) day = next(day)
    return day
  }),
)

const minuteOfDay = fc.oneof(fc.nat(1439), fc.constantFrom(0, 509, 510, 511, 1019, 1020, 1021, 1439))

/** An instant on a whole minute, with a liking for holidays, for the ends of days and for office hours. */
export const instant = fc.tuple(date, minuteOfDay).map(([day, minute]) => at(day, minute))

export const limitOf = (units: readonly Limit['unit'][], most: number): fc.Arbitrary<Limit> =>
  fc.record({ unit: fc.constantFrom(...units), n: fc.integer({ min: 1, max: most }) })

export const anyLimit = limitOf(['workingDays', 'naturalDays', 'hours', 'minutes'], 15)

/** Up to four pauses on whole minutes around the first three weeks after an instant; they may overlap, be empty, or begin before it. */
export function pausesAround(start: Date): fc.Arbitrary<Pause[]> {
  const from = fc.oneof(fc.integer({ min: -4_000, max: 30_000 }), fc.integer({ min: -100, max: 2_000 }))
  const length = fc.oneof(fc.nat(9_000), fc.nat(600), fc.constantFrom(0, 1, 1440))
  return fc.array(
    fc.tuple(from, length).map(([minutes, long]) => {
      const begin = new Date(start.getTime() + minutes * 60_000)
      return { from: begin, to: new Date(begin.getTime() + long * 60_000) }
    }),
    { maxLength: 4 },
  )
}

export const withPauses = instant.chain((start) => fc.record({ start: fc.constant(start), pauses: pausesAround(start) }))

/** Calendars that no State Council would publish, with other office hours, beside their slow twins; and the real one. */
export const twins = fc.oneof(
  fc.constant({ calendar: published, slow: publishedSlowly }),
  fc
    .record({
      rows: fc.array(fc.record({ date, working: fc.boolean(), name: fc.constant('') }) satisfies fc.Arbitrary<CalendarRow>, {
        maxLength: 40,
      }),
      opensAt: fc.integer({ min: 0, max: 700 }),
      open: fc.integer({ min: 1, max: 740 }),
    })
    .map(({ rows, opensAt, open }) => ({
      calendar: makeCalendar(rows, { lastYear: 2026, opensAt, closesAt: opensAt + open }),
      slow: slowly(rows, opensAt, opensAt + open),
    })),
)
