import { expect, test } from 'vitest'
import { agoSay, awaySay, daySay, momentSay, nearness } from './when.ts'

const now = new Date('2026-11-22T15:30:00Z') // 23:30 on Sunday in Shanghai

test.each([
  ['2026-11-22T15:59:00Z', '今天 23:59', 'today 23:59'],
  ['2026-11-22T16:00:00Z', '明天 00:00', 'tomorrow 00:00'],
  ['2026-11-22T15:29:00Z', '今天 23:29', 'today 23:29'],
  ['2026-11-25T09:00:00Z', '11 月 25 日(周三)17:00', 'Wed 25 Nov 17:00'],
  ['2027-01-04T09:00:00Z', '2027 年 1 月 4 日(周一)17:00', 'Mon 4 Jan 2027 17:00'],
])('%s reads %s', (at, zh, en) => {
  expect(momentSay(at, now, 'zh')).toBe(zh)
  expect(momentSay(at, now, 'en')).toBe(en)
})

test('the day follows the city, not the phone', () => {
  expect(daySay('2026-11-21T16:00:00Z', now, 'zh')).toBe('今天')
  expect(daySay('2026-11-21T15:59:00Z', now, 'zh')).toBe('昨天')
})

test('how near: late by a minute, today until midnight in Shanghai', () => {
  expect(nearness('2026-11-22T15:29:00Z', now)).toBe('late')
  expect(nearness('2026-11-22T15:59:00Z', now)).toBe('today')
  expect(nearness('2026-11-22T16:00:00Z', now)).toBe('soon')
  expect(nearness('2026-11-24T16:00:00Z', now)).toBe('later')
})

test('how far away, in the unit one would say', () => {
  expect(awaySay('2026-11-22T16:10:00Z', now, 'zh')).toBe('还有 40 分钟')
  expect(awaySay('2026-11-23T15:30:00Z', now, 'zh')).toBe('还有 24 小时')
  expect(awaySay('2026-11-25T15:30:00Z', now, 'zh')).toBe('还有 3 天')
  expect(awaySay('2026-11-22T12:30:00Z', now, 'zh')).toBe('超了 3 小时')
  expect(awaySay('2026-11-22T16:30:00Z', now, 'en')).toBe('1 hour left')
  expect(awaySay('2026-11-22T12:30:00Z', now, 'en')).toBe('3 hours over')
  expect(agoSay(now.getTime() - 5_000, now, 'zh')).toBe('刚才')
  expect(agoSay(now.getTime() - 600_000, now, 'en')).toBe('10 minutes ago')
})
