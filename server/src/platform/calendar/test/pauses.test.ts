import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../calendar.ts'
import { counted, dueAfterPauses, dueAt } from '../due.ts'
import { hours, type Limit, naturalDays, workingDays } from '../limit.ts'
import type { Pause } from '../measure.ts'
import { anyLimit, instant, limitOf, published, twins, withPauses } from './arbitraries.ts'
import { publishedSlowly, slowDueAfterPauses, slowWorkingMinutes } from './slow-calendar.ts'

const shanghai = (text: string) => new Date(`2026-11-${text}:00+08:00`)
const pause = (from: string, to: string): Pause => ({ from: shanghai(from), to: shanghai(to) })
const minutesLater = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

describe('known due times after pauses', () => {
  it.each<[string, string, Limit, Pause[], string]>([
    ['a whole working day gives back a day', '02T10:00', workingDays(5), [pause('04T08:30', '04T17:00')], '10T17:00'],
    ['a night gives back nothing', '02T10:00', workingDays(5), [pause('03T17:00', '04T08:30')], '09T17:00'],
    ['a weekend gives back no working day', '02T10:00', workingDays(5), [pause('06T17:00', '09T08:30')], '09T17:00'],
    ['a weekend gives back two natural days', '02T10:00', naturalDays(7), [pause('06T17:00', '09T08:30')], '11T17:00'],
    ['the first day does not count, so it is not given back', '02T10:00', workingDays(1), [pause('02T11:00', '02T16:00')], '03T17:00'],
    ['two halves make one day', '02T10:00', workingDays(3), [pause('03T08:30', '03T12:45'), pause('04T12:45', '04T17:00')], '06T17:00'],
    ['a part of a day rounds up to its close', '02T10:00', workingDays(1), [pause('03T10:00', '03T10:01')], '04T17:00'],
    ['many parts round up once', '02T10:00', workingDays(3), [pause('03T10:00', '03T10:01'), pause('04T10:00', '04T10:01')], '06T17:00'],
    [
      'the end never lies within a pause',
      '02T10:00',
      workingDays(1),
      [pause('03T16:00', '04T10:00'), pause('04T15:00', '06T09:00')],
      '06T17:00',
    ],
    ['nor where a pause ends', '02T10:00', workingDays(1), [pause('03T10:00', '03T11:00'), pause('04T12:00', '04T17:00')], '05T17:00'],
    ['nor does a last natural day that moves', '05T10:00', naturalDays(2), [pause('08T10:00', '10T10:00')], '10T17:00'],
    ['hours move by just what the clock stood still', '02T10:00', hours(24), [pause('02T20:00', '03T02:30')], '03T16:30'],
    ['a pause that began before the start', '02T10:00', hours(1), [pause('01T10:00', '02T12:00')], '02T13:00'],
  ])('%s', (_name, start, limit, pauses, end) => {
    expect(dueAfterPauses(published, shanghai(start), limit, pauses)).toEqual({ at: shanghai(end), provisional: false })
  })

  it('ends where an office closes at midnight that did not stand still that day', () => {
    const late = makeCalendar([], { lastYear: 2026, opensAt: 700, closesAt: 1440 })
    const stood = [pause('02T11:00', '02T12:00')] // on the first day, which does not count
    expect(dueAfterPauses(late, shanghai('02T10:00'), workingDays(1), stood).at).toEqual(shanghai('04T00:00'))
  })

  it('is provisional where a pause carries it beyond the last published year', () => {
    const start = new Date('2026-12-28T09:00:00+08:00')
    const stood = { from: new Date('2026-12-30T08:30:00+08:00'), to: new Date('2026-12-31T17:00:00+08:00') }
    expect(dueAfterPauses(published, start, workingDays(3), [stood])).toEqual({
      at: new Date('2027-01-04T17:00:00+08:00'),
      provisional: true,
    })
  })
})

describe('against the slow calendar', () => {
  it('agrees minute by minute', () => {
    fc.assert(
      fc.property(twins, withPauses, limitOf(['workingDays', 'naturalDays', 'hours', 'minutes'], 5), ({ calendar, slow }, run, limit) => {
        expect(dueAfterPauses(calendar, run.start, limit, run.pauses).at).toEqual(slowDueAfterPauses(slow, run.start, limit, run.pauses))
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)

  it('counts working minutes as they are', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -100, max: 12_000 }), (from, minutes) => {
        const to = minutesLater(from, minutes)
        const office = publishedSlowly.closesAt - publishedSlowly.opensAt
        expect(counted(published, from, to, 'workingDays') * office).toBeCloseTo(slowWorkingMinutes(publishedSlowly, from, to), 6)
      }),
      { numRuns: 100 },
    )
  })
})

describe('laws of pauses', () => {
  it('equals dueAt without pauses, and with pauses that hold no time', () => {
    fc.assert(
      fc.property(twins, instant, anyLimit, fc.array(instant), ({ calendar }, start, limit, points) => {
        const empty = points.map((at) => ({ from: at, to: at }))
        expect(dueAfterPauses(calendar, start, limit, [])).toEqual(dueAt(calendar, start, limit))
        expect(dueAfterPauses(calendar, start, limit, empty)).toEqual(dueAt(calendar, start, limit))
      }),
    )
  })

  it('is never earlier for a longer or a further pause', () => {
    const growth = fc.record({ before: fc.nat(3_000), after: fc.nat(3_000) })
    fc.assert(
      fc.property(twins, withPauses, anyLimit, fc.array(growth, { minLength: 4 }), ({ calendar }, { start, pauses }, limit, grown) => {
        const longer = pauses.map((stood, i) => ({
          from: minutesLater(stood.from, -(grown[i]?.before ?? 0)),
          to: minutesLater(stood.to, grown[i]?.after ?? 0),
        }))
        const found = dueAfterPauses(calendar, start, limit, pauses).at
        expect(dueAfterPauses(calendar, start, limit, longer).at >= found).toBe(true)
        expect(dueAfterPauses(calendar, start, limit, pauses.slice(1)).at <= found).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('does not move for a pause before the start or from the due time on, nor for the order of pauses', () => {
    fc.assert(
      fc.property(twins, withPauses, anyLimit, fc.nat(9_000), fc.nat(9_000), ({ calendar }, { start, pauses }, limit, gap, long) => {
        const found = dueAfterPauses(calendar, start, limit, pauses)
        const before = { from: minutesLater(start, -gap - long), to: minutesLater(start, -gap) }
        const after = { from: minutesLater(found.at, gap), to: minutesLater(found.at, gap + long) }
        expect(dueAfterPauses(calendar, start, limit, [after, ...pauses.toReversed(), before])).toEqual(found)
      }),
      { numRuns: 1_000 },
    )
  })

  it('never ends within a pause, and ends hours exactly the standing time later', () => {
    fc.assert(
      fc.property(twins, withPauses, anyLimit, ({ calendar }, { start, pauses }, limit) => {
        const { at } = dueAfterPauses(calendar, start, limit, pauses)
        expect(pauses.some((stood) => stood.from < at && at < stood.to)).toBe(false)
        expect(at > start).toBe(true)
      }),
    )
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 72 }),
        fc.nat(4_000),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (start, n, long, where) => {
          const from = minutesLater(start, Math.floor(n * 60 * where))
          const { at } = dueAfterPauses(published, start, hours(n), [{ from, to: minutesLater(from, long) }])
          expect(at).toEqual(minutesLater(start, n * 60 + long))
        },
      ),
    )
  })

  it('counts parts that add up to the whole', () => {
    fc.assert(
      fc.property(
        twins,
        instant,
        fc.nat(20_000),
        fc.nat(20_000),
        fc.constantFrom('workingDays', 'naturalDays', 'hours', 'minutes'),
        ({ calendar }, a, first, second, unit) => {
          const b = minutesLater(a, first)
          const c = minutesLater(b, second)
          expect(counted(calendar, a, b, unit) + counted(calendar, b, c, unit)).toBeCloseTo(counted(calendar, a, c, unit), 6)
          expect(counted(calendar, b, a, unit)).toBe(0)
        },
      ),
    )
  })

  it('uses up exactly the limit from the end of the first day to the due time', () => {
    fc.assert(
      fc.property(twins, instant, limitOf(['workingDays'], 30), ({ calendar }, start, limit) => {
        const { at } = dueAt(calendar, start, limit)
        const firstDay = counted(
          calendar,
          start,
          new Date(Math.floor(start.getTime() / 86_400_000 + 1 / 3) * 86_400_000 + 57_600_000),
          'workingDays',
        )
        expect(counted(calendar, start, at, 'workingDays') - firstDay).toBeCloseTo(limit.n, 6)
      }),
    )
  })
})
