import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeClocks, isBelow, percentFor, quietClock, weekOf } from './draw.ts'
import { lotOf } from '../lot.ts'

describe('weeks', () => {
  it('run from Monday to Monday in Shanghai and are called as ISO 8601 calls them', () => {
    expect(weekOf(new Date('2026-11-22T15:59:59Z')).period).toBe('2026-W47')
    expect(weekOf(new Date('2026-11-22T16:00:00Z'))).toEqual({
      period: '2026-W48',
      startsAt: new Date('2026-11-22T16:00:00Z'),
      endsAt: new Date('2026-11-29T16:00:00Z'),
      revealAt: new Date('2026-12-13T16:00:00Z'),
    })
    expect(
      ['2026-12-31', '2027-01-01', '2027-01-04', '2024-12-30', '2026-01-01'].map((day) => weekOf(new Date(`${day}T04:00:00Z`)).period),
    ).toEqual(['2026-W53', '2026-W53', '2027-W01', '2025-W01', '2026-W01'])
  })

  it('follow one another without a gap, and each instant lies in its own', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        fc.integer({ min: -60, max: 60 }),
        (at, later) => {
          const [week, next] = [weekOf(at, later), weekOf(at, later + 1)]
          expect(week.endsAt).toEqual(next.startsAt)
          expect(week.period < next.period).toBe(true)
          expect(weekOf(week.startsAt)).toEqual(week)
          const own = weekOf(at)
          expect(own.startsAt <= at && at < own.endsAt).toBe(true)
        },
      ),
    )
  })
})

describe('the share', () => {
  it('is that of the longest scope that decided, from its week on, and everybody without a decision', () => {
    const shares = [
      { scope: '9909', from_period: '2026-W10', percent: 40 },
      { scope: '990901', from_period: '2026-W20', percent: 60 },
      { scope: '990901', from_period: '2026-W30', percent: 20 },
    ]
    const at = (period: string, area = '990901001001') => percentFor(shares, area, period)
    expect([at('2026-W09'), at('2026-W10'), at('2026-W25'), at('2027-W01'), at('2026-W30', '990902001')]).toEqual([100, 40, 60, 20, 40])
  })

  it('draws all at 100, and about as many as it says below', () => {
    const seed = Buffer.alloc(32, 9)
    const lots = Array.from({ length: 20_000 }, (_, n) => lotOf(seed, `990901-261123-${n}-0`))
    expect(lots.every((lot) => isBelow(lot, 100))).toBe(true)
    expect(isBelow(2 ** 32 - 1, 100)).toBe(true)
    for (const percent of [5, 30, 50, 80]) {
      const drawn = lots.filter((lot) => isBelow(lot, percent)).length / lots.length
      expect(Math.abs(drawn - percent / 100)).toBeLessThan(0.015)
    }
  })

  it('falls for a number as openssl says', () => {
    // printf 990901-261123-00001-0 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0909…09
    expect(lotOf(Buffer.alloc(32, 9), '990901-261123-00001-0')).toBe(0xbc3a9ed7)
  })
})

describe('a clock of a matter that is not drawn', () => {
  it('looks like the callback’s, also beside one of an earlier round', () => {
    const life = (name: string, startedAt: string, breachedAt: string | null = null) => ({
      name,
      round: 1,
      startedAt,
      limit: { n: 3, unit: 'workingDays' as const },
      until: null,
      dueAt: startedAt,
      warnAt: startedAt,
      provisional: false,
      pauses: [],
      stoppedAt: null,
      warnedAt: null,
      breachedAt,
    })
    const [first, second] = ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z']
    const shown = (...clocks: ReturnType<typeof life>[]) =>
      alikeClocks(clocks).map(({ name, startedAt, breachedAt }) => [name, startedAt, breachedAt])
    expect(shown(life('callback', first), life(quietClock, second, second))).toEqual([['callback', second, null]])
    expect(shown(life('callback', second), life(quietClock, first))).toEqual([['callback', second, null]])
    expect(shown(life('finish', first), life(quietClock, second))).toEqual([
      ['finish', first, null],
      ['callback', second, null],
    ])
  })
})
