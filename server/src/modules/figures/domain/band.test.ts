import { describe, expect, it } from 'vitest'
import { bandOf, type Compared, difficultyOf } from './band.ts'
import { differenceOf } from './difference.ts'
import { later, spanOf, twelveUntil } from './months.ts'

const area = (name: string, load: number, value: number | null): Compared => ({ area: name, load, value })

describe('a band', () => {
  const all = [area('a', 10, 80), area('b', 11, 90), area('c', 9, 70), area('d', 10, 60), area('e', 30, 10), area('f', 2, 99)]
  it('compares an area with those of like difficulty only, and says nothing of any other area', () => {
    expect(bandOf('a', all)).toEqual({ difficulty: 'like', areas: 4, low: 67.5, middle: 75, high: 82.5, stands: 'within' })
    expect(bandOf('d', all)?.stands).toBe('below')
    expect(bandOf('b', all)?.stands).toBe('above')
  })
  it('is none when too few are alike, or the area has no value', () => {
    expect(bandOf('e', all)).toBeNull()
    expect(bandOf('a', [area('a', 10, null), ...all.slice(1)])).toBeNull()
    expect(bandOf('z', all)).toBeNull()
  })
  it('is by matters reported for each grid: below two thirds of the middle, or above one and a half', () => {
    expect([6.6, 6.7, 10, 15, 15.1].map((load) => difficultyOf(load, 10))).toEqual(['lighter', 'like', 'like', 'like', 'heavier'])
  })
})

describe('a difference', () => {
  const say = { zh: '一', en: 'one' }
  const card = { key: 'x', say, formula: say, base: say, exclusions: say, unit: say, n: 'n', of: 'of', better: true } as const
  it('of shares is in points, of times and counts in percent of the earlier value', () => {
    expect(differenceOf({ ...card, kind: 'share' }, 90, 60)).toEqual({ zh: '高 30 个百分点', en: '30 points higher' })
    expect(differenceOf({ ...card, kind: 'mean' }, 24, 60)).toEqual({ zh: '少 60%', en: '60 % less' })
    expect(differenceOf({ ...card, kind: 'count' }, 480, 320)).toEqual({ zh: '多 50%', en: '50 % more' })
  })
  it('is none with nothing, and the same when it is too small to say', () => {
    expect(differenceOf({ ...card, kind: 'share' }, null, 60)).toBeNull()
    expect(differenceOf({ ...card, kind: 'count' }, 5, 0)).toBeNull()
    expect(differenceOf({ ...card, kind: 'share' }, 60.01, 60)?.zh).toBe('持平')
  })
})

describe('months', () => {
  it('cross the year', () => {
    expect(later('2026-11-01', 2)).toBe('2027-01-01')
    expect(twelveUntil('2026-02-01')[0]).toBe('2025-03-01')
  })
  it('are those of Shanghai: half past four on the last evening in Greenwich is the next month there', () => {
    expect(spanOf(undefined, undefined, new Date('2026-11-30T16:30:00Z'))).toEqual({ from: '2026-10-01', to: '2026-12-01' })
  })
})
