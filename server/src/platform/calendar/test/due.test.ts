import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Due, dueAt, earlier, extendedDueAt } from '../due.ts'
import { hours, minutes, naturalDays, workingDays } from '../limit.ts'
import { anyLimit, instant, limitOf, published, twins } from './arbitraries.ts'
import { dateOf, isMondayToFriday, publishedSlowly, slowDueAt } from './slow-calendar.ts'

const shanghai = (text: string) => new Date(`${text}:00+08:00`)
const due = (at: string): Due => ({ at: shanghai(at), provisional: false })

describe('known due times', () => {
  it.each([
    ['Friday 16:59', '2026-11-20T16:59', workingDays(1), '2026-11-23T17:00'],
    ['Friday 17:01', '2026-11-20T17:01', workingDays(1), '2026-11-23T17:00'],
    ['a minute before midnight', '2026-11-23T23:59', workingDays(1), '2026-11-24T17:00'],
    ['midnight', '2026-11-24T00:00', workingDays(1), '2026-11-25T17:00'],
    ['a Saturday: the first day does not count', '2026-11-21T10:00', workingDays(1), '2026-11-23T17:00'],
    ['the make-up Saturday 2026-02-14 counts', '2026-02-13T10:00', workingDays(1), '2026-02-14T17:00'],
    ['over Spring Festival 2026', '2026-02-13T10:00', workingDays(2), '2026-02-24T17:00'],
    ['the make-up Sunday 2026-09-20 counts', '2026-09-18T09:00', workingDays(1), '2026-09-20T17:00'],
    ['over National Day 2026', '2026-09-30T16:00', workingDays(1), '2026-10-08T17:00'],
    ['the make-up Saturday after National Day 2026', '2026-09-30T16:00', workingDays(3), '2026-10-10T17:00'],
    ['fifteen working days over National Day 2026', '2026-09-18T09:00', workingDays(15), '2026-10-15T17:00'],
    ['over Spring Festival 2020, prolonged to 2 February', '2020-01-23T12:00', workingDays(1), '2020-02-03T17:00'],
    ['seven natural days', '2026-11-23T09:00', naturalDays(7), '2026-11-30T17:00'],
    ['a last natural day on Saturday moves to Monday', '2026-11-20T09:00', naturalDays(1), '2026-11-23T17:00'],
    ['a last natural day on a make-up Saturday stays', '2026-10-09T09:00', naturalDays(1), '2026-10-10T17:00'],
    ['a last natural day in National Day moves behind it', '2026-09-25T09:00', naturalDays(7), '2026-10-08T17:00'],
    ['hours run over night and holiday', '2026-09-30T16:30', hours(24), '2026-10-01T16:30'],
    ['minutes run over midnight', '2026-11-22T23:58', minutes(5), '2026-11-23T00:03'],
  ])('%s', (_name, start, limit, end) => {
    expect(dueAt(published, shanghai(start), limit)).toEqual(due(end))
  })

  it('knows the seconds of a start do not move a limit in days', () => {
    expect(dueAt(published, new Date('2026-11-20T15:59:59.999Z'), workingDays(1))).toEqual(due('2026-11-23T17:00'))
    expect(dueAt(published, new Date('2026-11-20T16:00:00.000Z'), naturalDays(2))).toEqual(due('2026-11-23T17:00'))
  })

  it('marks what lies beyond the last published year, and only that', () => {
    const start = shanghai('2026-12-28T09:00')
    expect(dueAt(published, start, workingDays(3))).toEqual(due('2026-12-31T17:00'))
    expect(dueAt(published, start, workingDays(4))).toEqual({ at: shanghai('2027-01-01T17:00'), provisional: true })
    expect(dueAt(published, start, naturalDays(5))).toEqual({ at: shanghai('2027-01-04T17:00'), provisional: true })
    expect(dueAt(published, start, hours(200)).provisional).toBe(false)
  })
})

describe('against the slow calendar', () => {
  it('agrees for every unit, over holidays, make-up days and the last published year', () => {
    fc.assert(
      fc.property(twins, instant, anyLimit, ({ calendar, slow }, start, limit) => {
        expect(dueAt(calendar, start, limit).at).toEqual(slowDueAt(slow, start, limit))
      }),
      { numRuns: 1_500 },
    )
  })

  it('agrees for long limits and for starts at any millisecond', () => {
    fc.assert(
      fc.property(instant, fc.nat(59_999), limitOf(['workingDays', 'naturalDays'], 120), (start, ms, limit) => {
        const from = new Date(start.getTime() + ms)
        const found = dueAt(published, from, limit)
        expect(found.at).toEqual(slowDueAt(publishedSlowly, from, limit))
        expect(found.provisional).toBe(dateOf(found.at) >= '2027-01-01')
        if (found.provisional) expect(isMondayToFriday(dateOf(found.at))).toBe(true)
      }),
    )
  })

  it('is never earlier for a later start or a longer limit', () => {
    fc.assert(
      fc.property(twins, instant, fc.nat(20_000), anyLimit, fc.nat(5), ({ calendar }, start, later, limit, more) => {
        const found = dueAt(calendar, start, limit).at
        expect(found > start).toBe(true)
        expect(dueAt(calendar, new Date(start.getTime() + later * 60_000), limit).at >= found).toBe(true)
        expect(dueAt(calendar, start, { ...limit, n: limit.n + more }).at >= found).toBe(true)
      }),
    )
  })
})

describe('an approved extension', () => {
  const submitted = shanghai('2026-11-02T10:00')

  it('ends as asked within the most, and at the most beyond it', () => {
    expect(extendedDueAt(published, submitted, naturalDays(10), workingDays(15))).toEqual(due('2026-11-12T17:00'))
    expect(extendedDueAt(published, submitted, naturalDays(60), workingDays(15))).toEqual(due('2026-11-23T17:00'))
  })

  it('gives back what a pause took', () => {
    const pause = { from: shanghai('2026-11-04T08:30'), to: shanghai('2026-11-05T17:00') }
    expect(extendedDueAt(published, submitted, naturalDays(60), workingDays(15), [pause])).toEqual(due('2026-11-25T17:00'))
  })

  it('takes the earlier of two', () => {
    const [a, b] = [due('2026-11-12T17:00'), due('2026-11-13T17:00')]
    expect([earlier(a, b), earlier(b, a)]).toEqual([a, a])
  })
})
