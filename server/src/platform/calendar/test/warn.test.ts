import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueAfterPauses, dueAt, warnAt } from '../due.ts'
import { hours, minutes, naturalDays, workingDays } from '../limit.ts'
import { anyLimit, instant, limitOf, published, twins, withPauses } from './arbitraries.ts'
import { dateOf } from './slow-calendar.ts'

const shanghai = (text: string) => new Date(`2026-11-${text}+08:00`)

it.each([
  ['one working day: 80 % of the office hours of the day that counts', '20T16:59:00', workingDays(1), '23T15:18:00'],
  ['five working days: the close of the fourth', '02T10:00:00', workingDays(5), '06T17:00:00'],
  ['seven natural days: linear to the due time', '02T17:00:00', naturalDays(7), '08T07:24:00'],
  ['a moved natural day: linear to where it moved', '20T17:00:00', naturalDays(1), '23T02:36:00'],
  ['24 hours', '02T10:00:00', hours(24), '03T05:12:00'],
  ['five minutes', '02T10:00:00', minutes(5), '02T10:04:00'],
])('%s', (_name, start, limit, warn) => {
  expect(warnAt(published, shanghai(start), limit)).toEqual(shanghai(warn))
})

it('stands still with the clock', () => {
  const stood = { from: shanghai('03T08:30:00'), to: shanghai('03T17:00:00') }
  expect(warnAt(published, shanghai('02T10:00:00'), workingDays(5), 0.8, [stood])).toEqual(shanghai('09T17:00:00'))
  expect(warnAt(published, shanghai('02T14:00:00'), hours(24), 0.8, [stood])).toEqual(shanghai('03T17:42:00'))
})

it('lies after the start and not after the due time, also with pauses', () => {
  const fraction = fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true })
  fc.assert(
    fc.property(twins, withPauses, anyLimit, fraction, ({ calendar }, { start, pauses }, limit, part) => {
      const warn = warnAt(calendar, start, limit, part, pauses)
      expect(warn > start).toBe(true)
      expect(warn <= dueAfterPauses(calendar, start, limit, pauses).at).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

it('is never earlier for a longer pause', () => {
  fc.assert(
    fc.property(twins, withPauses, anyLimit, fc.nat(5_000), ({ calendar }, { start, pauses }, limit, more) => {
      const longer = pauses.map((pause) => ({ from: pause.from, to: new Date(pause.to.getTime() + more * 60_000) }))
      expect(warnAt(calendar, start, limit, 0.8, longer) >= warnAt(calendar, start, limit, 0.8, pauses)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

it('comes later for a larger fraction and is the due time at the whole', () => {
  const fraction = fc.double({ min: 0.01, max: 1, noNaN: true })
  fc.assert(
    fc.property(twins, instant, anyLimit, fraction, fraction, ({ calendar }, start, limit, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(warnAt(calendar, start, limit, less) <= warnAt(calendar, start, limit, more)).toBe(true)
      expect(warnAt(calendar, start, limit, 1)).toEqual(dueAt(calendar, start, limit).at)
    }),
  )
})

it('falls on a working day in office hours when working days are counted', () => {
  fc.assert(
    fc.property(instant, limitOf(['workingDays'], 15), (start, limit) => {
      const warn = warnAt(published, start, limit)
      expect(published.isWorkingDay(dateOf(warn))).toBe(true)
      const minute = (warn.getTime() / 60_000 + 480) % 1440
      expect(minute >= published.opensAt && minute <= published.closesAt).toBe(true)
    }),
  )
})
