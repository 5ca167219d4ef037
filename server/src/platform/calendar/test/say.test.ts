import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayDate } from '../say.ts'
import { instant } from './arbitraries.ts'

const shanghai = (text: string) => new Date(`${text}+08:00`)
const now = shanghai('2026-11-23T14:00:00')

describe('a due time in words', () => {
  it.each([
    ['2026-11-25T17:00:00', '11 月 25 日(周三)17:00', '还有 2 天', 'Wed 25 Nov, 17:00', '2 days left'],
    ['2026-11-23T17:00:00', '11 月 23 日(周一)17:00', '还剩 3 小时', 'Mon 23 Nov, 17:00', '3 hours left'],
    ['2026-11-23T15:30:00', '11 月 23 日(周一)15:30', '还剩 1 小时', 'Mon 23 Nov, 15:30', '1 hour left'],
    ['2026-11-23T14:59:59', '11 月 23 日(周一)14:59', '还剩 59 分钟', 'Mon 23 Nov, 14:59', '59 minutes left'],
    ['2026-11-23T14:00:59', '11 月 23 日(周一)14:00', '还剩不到 1 分钟', 'Mon 23 Nov, 14:00', 'less than a minute left'],
    ['2026-11-24T13:59:59', '11 月 24 日(周二)13:59', '还剩 23 小时', 'Tue 24 Nov, 13:59', '23 hours left'],
    ['2026-11-24T14:00:00', '11 月 24 日(周二)14:00', '还有 1 天', 'Tue 24 Nov, 14:00', '1 day left'],
    ['2026-11-23T13:59:30', '11 月 23 日(周一)13:59', '刚刚超时', 'Mon 23 Nov, 13:59', 'just past'],
    ['2026-11-23T13:50:00', '11 月 23 日(周一)13:50', '已超 10 分钟', 'Mon 23 Nov, 13:50', '10 minutes late'],
    ['2026-11-22T00:05:00', '11 月 22 日(周日)00:05', '已超 1 天', 'Sun 22 Nov, 00:05', '1 day late'],
    ['2027-01-04T17:00:00', '2027 年 1 月 4 日(周一)17:00', '还有 42 天', 'Mon 4 Jan 2027, 17:00', '42 days left'],
  ])('%s', (at, date, distance, dateInEnglish, distanceInEnglish) => {
    expect(sayDate(shanghai(at), now, 'zh')).toEqual({ date, distance })
    expect(sayDate(shanghai(at), now, 'en')).toEqual({ date: dateInEnglish, distance: distanceInEnglish })
  })

  it('reads like the calendar of Asia/Shanghai for every instant', () => {
    const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', weekday: 'short' })
    const dayAndMonth = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', day: 'numeric', month: 'short', year: 'numeric' })
    fc.assert(
      fc.property(instant, (at) => {
        const parts = Object.fromEntries(dayAndMonth.formatToParts(at).map((part) => [part.type, part.value]))
        const said = sayDate(at, shanghai('2000-01-01T00:00:00'), 'en').date
        expect(said.startsWith(`${weekday.format(at)} ${parts['day']} ${parts['month']} ${parts['year']}, `)).toBe(true)
      }),
    )
  })
})
