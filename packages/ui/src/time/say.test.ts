import { expect, it } from 'vitest'
import { agoSay, dateSay, daySay, distanceSay, durationSay, momentSay, monthSay, shortDurationSay, timeSay } from './say.ts'

const now = new Date('2026-11-22T07:00:00Z') // Sunday 15:00 in the city

it('says a date with its weekday, and the year when it is another', () => {
  expect(dateSay('2026-11-25T09:00:00Z', now, 'zh')).toBe('11 月 25 日(周三)')
  expect(dateSay('2026-11-25T09:00:00Z', now, 'en')).toBe('Wed 25 Nov')
  expect(dateSay('2027-01-04T09:00:00Z', now, 'zh')).toBe('2027 年 1 月 4 日(周一)')
  expect(dateSay('2027-01-04T09:00:00Z', now, 'en')).toBe('Mon 4 Jan 2027')
})

it('keeps the calendar of the city over midnight, whatever the machine thinks', () => {
  expect(daySay('2026-11-22T15:59:00Z', now, 'zh')).toBe('今天')
  expect(daySay('2026-11-22T16:00:00Z', now, 'zh')).toBe('明天')
  expect(daySay('2026-11-21T15:59:00Z', now, 'en')).toBe('yesterday')
  expect(timeSay('2026-11-22T16:05:00Z')).toBe('00:05')
})

it('says a moment', () => {
  expect(momentSay('2026-11-22T09:00:00Z', now, 'zh')).toBe('今天 17:00')
  expect(momentSay('2026-11-25T09:00:00Z', now, 'zh')).toBe('11 月 25 日(周三)17:00')
  expect(momentSay('2026-11-25T09:00:00Z', now, 'en')).toBe('Wed 25 Nov 17:00')
})

it.each([
  [20_000, '1 分钟', '1 minute', '1分', '1m'],
  [45 * 60_000, '45 分钟', '45 minutes', '45分', '45m'],
  [95 * 60_000, '1 小时 35 分钟', '1 hour 35 minutes', '1时', '1h'],
  [5.5 * 3_600_000, '5 小时', '5 hours', '5时', '5h'],
  [28 * 3_600_000, '1 天 4 小时', '1 day 4 hours', '1天4时', '1d 4h'],
  [12.2 * 86_400_000, '12 天', '12 days', '12天', '12d'],
])('says a length of %d ms', (ms, zh, en, shortZh, shortEn) => {
  expect([durationSay(ms, 'zh'), durationSay(ms, 'en'), shortDurationSay(ms, 'zh'), shortDurationSay(ms, 'en')]).toEqual([
    zh,
    en,
    shortZh,
    shortEn,
  ])
})

it('says how far a promise is, before and after', () => {
  expect(distanceSay('2026-11-22T10:00:00Z', now, 'zh')).toBe('还剩 3 小时')
  expect(distanceSay('2026-11-20T07:00:00Z', now, 'zh')).toBe('晚了 2 天')
  expect(distanceSay('2026-11-20T07:00:00Z', now, 'en')).toBe('2 days late')
})

it('says how long ago', () => {
  expect(agoSay('2026-11-22T06:59:30Z', now, 'zh')).toBe('刚刚')
  expect(agoSay('2026-11-22T04:00:00Z', now, 'en')).toBe('3 hours ago')
})

it('says a month, also of one of its days', () => {
  expect(monthSay('2026-11', 'zh')).toBe('2026 年 11 月')
  expect(monthSay('2026-09-01', 'zh')).toBe('2026 年 9 月')
  expect(monthSay('2025-01-31', 'en')).toBe('Jan 2025')
})
