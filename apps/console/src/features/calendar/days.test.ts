import { expect, it } from 'vitest'
import { readDays, weeksOf, writeDays } from './days.ts'

it('reads a day a line, in either language, and writes it back', () => {
  const read = readDays('2027-01-01 休 元旦\n\n2027-02-07，班，春节调休\n2027-05-01 off Labour Day')
  expect(read).toEqual({
    days: [
      { date: '2027-01-01', working: false, name: '元旦' },
      { date: '2027-02-07', working: true, name: '春节调休' },
      { date: '2027-05-01', working: false, name: 'Labour Day' },
    ],
  })
  if ('days' in read) expect(readDays(writeDays(read.days))).toEqual(read)
})

it('names the line that cannot be read', () => {
  expect(readDays('2027-01-01 休 元旦\n一月二日 休 元旦')).toEqual({ line: 2, text: '一月二日 休 元旦' })
})

it('lays a month out in weeks from Monday', () => {
  const weeks = weeksOf(2026, 11) // 1 November 2026 is a Sunday
  expect(weeks[0]).toEqual([null, null, null, null, null, null, 1])
  expect(weeks[1]?.[0]).toBe(2)
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  expect(
    weeksOf(2028, 2)
      .flat()
      .filter((day) => day !== null),
  ).toHaveLength(29)
})
