import { expect, it } from 'vitest'
import { type Kind, kindOf, kindsAt, nextInspection } from './cycle.ts'

const kind = (area: string, code: string, cycle_days: number, enabled = true): Kind => ({
  area,
  code,
  name: code === 'smallHotel' ? '小旅馆' : '小作坊',
  name_en: code,
  words: code === 'smallHotel' ? ['旅店', 'KTV'] : [],
  cycle_days,
  enabled,
})

it('holds the kinds of the nearest area', () => {
  const rows = [
    kind('', 'smallHotel', 90),
    kind('9909', 'smallHotel', 30),
    kind('990902', 'smallHotel', 10),
    kind('9909', 'smallWorkshop', 60, false),
  ]
  expect(kindsAt(rows, '990901001').map((one) => [one.code, one.cycle_days])).toEqual([
    ['smallHotel', 30],
    ['smallWorkshop', 60],
  ])
  expect(kindsAt(rows, '21').map((one) => one.cycle_days)).toEqual([90])
})

it('knows a kind by any of its spellings, and none that is out of use', () => {
  const kinds = [kind('', 'smallHotel', 90), kind('', 'smallWorkshop', 90, false)]
  for (const word of ['小旅馆', ' 旅店 ', 'ｋｔｖ', 'smallHotel']) expect(kindOf(kinds, word)?.code).toBe('smallHotel')
  expect([kindOf(kinds, '小作坊'), kindOf(kinds, '')]).toEqual([null, null])
})

it('counts the next inspection from the last by its own cycle first', () => {
  expect(nextInspection('2026-11-01', null, 90)).toBe('2027-01-30')
  expect(nextInspection('2026-11-01', 7, 90)).toBe('2026-11-08')
  expect(nextInspection(null, 7, 90)).toBeNull()
})
