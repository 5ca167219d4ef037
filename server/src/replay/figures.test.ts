import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar, publishedCalendarRows, publishedLastYear } from '#platform/calendar'
import { inventedTimes, parts, swiftness } from './figures.ts'
import { placeTable } from './places.ts'

const calendar = makeCalendar(publishedCalendarRows(), { lastYear: publishedLastYear() })
const at = (reported: string, replied: string) => ({ reportedAt: new Date(`${reported}+08:00`), repliedAt: new Date(`${replied}+08:00`) })

describe('swiftness', () => {
  it('counts seven days by the calendar: the last day to its end, and on to the next working day', () => {
    const of = (reported: string, replied: string) => swiftness(calendar, [at(reported, replied)])
    expect(of('2019-04-24T16:03:40', '2019-05-01T10:00:00')).toEqual({ n: 1, within7Days: 1, within15WorkingDays: 0, beyond: 0 })
    // 1 May is a holiday and so are the three days after it; 5 May is a make-up day.
    expect(of('2019-04-24T16:03:40', '2019-05-05T10:00:00').within7Days).toBe(1)
    expect(of('2019-04-24T16:03:40', '2019-05-06T10:00:00').within15WorkingDays).toBe(1)
    expect(of('2019-04-24T16:03:40', '2019-06-06T10:00:00').beyond).toBe(1)
  })

  it('counts each answer once', () => {
    const time = fc.date({ min: new Date('2011-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(time, fc.integer({ min: 0, max: 90 * 86_400_000 })), { maxLength: 20 }), (pairs) => {
        const answered = pairs.map(([reportedAt, later]) => ({ reportedAt, repliedAt: new Date(reportedAt.getTime() + later) }))
        const { n, within7Days, within15WorkingDays, beyond } = swiftness(calendar, answered)
        expect(within7Days + within15WorkingDays + beyond).toBe(n)
        expect(n).toBe(pairs.length)
      }),
    )
  })
})

describe('the rule for times that nobody knows', () => {
  it('keeps them in order, between the report and the answer', () => {
    const span = fc.integer({ min: 0, max: 1200 * 86_400_000 })
    fc.assert(
      fc.property(span, (ms) => {
        const reportedAt = new Date('2018-01-01T00:00:00Z')
        const repliedAt = new Date(reportedAt.getTime() + ms)
        const { dispatchedAt, acknowledgedAt } = inventedTimes({ reportedAt, repliedAt })
        expect([reportedAt, dispatchedAt, acknowledgedAt, repliedAt].map(Number)).toEqual(
          [reportedAt, dispatchedAt, acknowledgedAt, repliedAt].map(Number).sort((a, b) => a - b),
        )
        expect(dispatchedAt.getTime() - reportedAt.getTime()).toBeLessThanOrEqual(4 * 3_600_000)
        expect(acknowledgedAt.getTime() - reportedAt.getTime()).toBeLessThanOrEqual(8 * 3_600_000)
      }),
    )
  })
})

describe('a long answer', () => {
  it('is said in parts that lose no character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), (length) => {
        const reply = '已办复'.repeat(length).slice(0, length)
        const said = parts(reply)
        expect(said.join('')).toBe(reply)
        expect(said.every((one) => one.length <= 2000 && one.length > 0)).toBe(true)
      }),
    )
  })
})

it('the place table names each word once', () => {
  expect(new Set(placeTable.map((one) => one.token)).size).toBe(placeTable.length)
})
