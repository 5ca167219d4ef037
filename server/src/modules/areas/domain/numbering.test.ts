import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumber, gridName, nextGrid } from './numbering.ts'

describe('grid numbers', () => {
  it('goes on from the highest ever given, whatever was dropped', () => {
    expect(nextGrid('210911001001', [])).toBe('210911001001001')
    expect(nextGrid('210911001001', ['210911001001001', '210911001001007', '210911001002099'])).toBe('210911001001008')
  })

  it('never gives a number twice', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (steps) => {
        const given: string[] = []
        for (const _step of steps) given.push(nextGrid('210911001001', given.toReversed()))
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })

  it('refuses when 999 is used, and above a community', () => {
    expect(() => nextGrid('210911001001', ['210911001001999'])).toThrow(/areas.numbers-used-up/)
    expect(() => nextGrid('210911001', [])).toThrow(/areas.not-a-community/)
  })

  it('writes numbers as names do', () => {
    expect([1, 10, 12, 20, 34, 100, 105, 110, 999].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十二',
      '二十',
      '三十四',
      '一百',
      '一百零五',
      '一百一十',
      '九百九十九',
    ])
    expect(gridName('明月社区', '990901001001012')).toBe('明月社区第十二网格')
  })
})
