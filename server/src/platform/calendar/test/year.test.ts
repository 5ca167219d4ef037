import { describe, expect, it } from 'vitest'
import { yearRefusal } from '../year.ts'

const now = new Date('2026-11-23T01:00:00Z')
const holiday = (date: string) => ({ date, working: false, name: '元旦' })
const edit = (year: number, days: Parameters<typeof yearRefusal>[0]['days']) => yearRefusal({ year, days, lastYear: 2026, now })

describe('a year of the calendar', () => {
  it('is taken for the present and the next one', () => {
    expect(edit(2026, [holiday('2026-01-01')])).toBeNull()
    expect(edit(2027, [holiday('2027-01-01'), { date: '2027-01-03', working: true, name: '元旦' }])).toBeNull()
  })

  it('is refused when it is over, or when one before it is missing', () => {
    expect(edit(2025, [holiday('2025-01-01')])?.code).toBe('calendar.past-year')
    expect(edit(2028, [holiday('2028-01-01')])?.code).toBe('calendar.year-left-out')
  })

  it('is refused with every wrong day named', () => {
    const refused = edit(2027, [
      holiday('2027-02-30'),
      holiday('2028-01-01'),
      holiday('2027-05-01'),
      holiday('2027-05-01'),
      { date: '2027-05-04', working: true, name: '调休' },
      holiday('soon'),
    ])
    expect(refused?.code).toBe('calendar.days')
    expect(refused?.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/body/days/0/date not-a-date',
      '/body/days/1/date other-year',
      '/body/days/3/date repeated',
      '/body/days/4/date works-anyway',
      '/body/days/5/date not-a-date',
    ])
  })

  it('turns with the new year in Shanghai, not in UTC', () => {
    const eve = new Date('2026-12-31T16:30:00Z')
    expect(yearRefusal({ year: 2026, days: [holiday('2026-01-01')], lastYear: 2027, now: eve })?.code).toBe('calendar.past-year')
  })
})
