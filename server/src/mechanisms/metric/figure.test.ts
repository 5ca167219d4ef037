import { describe, expect, it } from 'vitest'
import { type Card, valueOf } from './figure.ts'
import { deltasOf } from './tally.ts'
import { wilson } from './wilson.ts'

const say = { zh: '一', en: 'one' }
const share: Card = {
  key: 'solved',
  say,
  formula: say,
  base: say,
  exclusions: say,
  kind: 'share',
  unit: say,
  n: 'solved',
  of: 'asked',
  silent: { counter: 'saidNothing', say },
  better: true,
}

describe('a share', () => {
  it('shows n/N and who gave no answer', () => {
    expect(valueOf(share, { solved: 30, asked: 40, saidNothing: 7 })).toEqual({
      value: 75,
      n: 30,
      base: 40,
      silent: 7,
      interval: null,
      few: false,
    })
  })
  it('is nothing of nothing, and says when its base is small', () => {
    expect(valueOf(share, {})).toMatchObject({ value: null, n: 0, base: 0, few: true })
  })
  it('is 100 % only of all: 9,999 of 10,000 is not', () => {
    expect(valueOf(share, { solved: 9_999, asked: 10_000 }).value).toBe(99.9)
    expect(valueOf(share, { solved: 10_000, asked: 10_000 }).value).toBe(100)
  })
  it('has an interval where only some answered, also when all of them said yes', () => {
    const { interval } = valueOf({ ...share, sample: true }, { solved: 20, asked: 20 })
    expect(interval).toEqual({ low: 83.9, high: 100 })
  })
})

describe('the interval of Wilson', () => {
  // 81 of 263: 0.2553–0.3662 (Newcombe 1998, table I, method 3)
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (n, base, low, high) => {
    expect(wilson(n, base)?.low).toBeCloseTo(low, 4)
    expect(wilson(n, base)?.high).toBeCloseTo(high, 4)
  })
  it('is nothing of nothing', () => expect(wilson(0, 0)).toBeNull())
})

describe('deltas', () => {
  const cell = { region: '990901', area: '990901001001001', unit: '', category: '20003', channel: 'app', month: '2026-11-01' }
  it('take away what counted and add what counts, one row a cell, without zeros', () => {
    const moved = { ...cell, unit: 'water' }
    expect(
      deltasOf([
        { cell, counts: { reported: 1, steps: 1 }, sign: -1 },
        { cell, counts: { reported: 1, steps: 2 }, sign: 1 },
      ]),
    ).toEqual([{ ...cell, counts: { steps: 1 } }])
    expect(
      deltasOf([
        { cell, counts: { reported: 1 }, sign: -1 },
        { cell: moved, counts: { reported: 1 }, sign: 1 },
      ]),
    ).toEqual([
      { ...cell, counts: { reported: -1 } },
      { ...moved, counts: { reported: 1 } },
    ])
    expect(
      deltasOf([
        { cell, counts: { reported: 1 }, sign: -1 },
        { cell, counts: { reported: 1 }, sign: 1 },
      ]),
    ).toEqual([])
  })
})
