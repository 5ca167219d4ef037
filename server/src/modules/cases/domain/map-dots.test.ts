import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellOf, clustered } from './map-dots.ts'

const cell = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
  n: fc.integer({ min: 1, max: 9000 }),
  late: fc.integer({ min: 0, max: 10 }),
  lon: fc.integer({ min: 0, max: 1000 }),
  lat: fc.integer({ min: 0, max: 1000 }),
})
const sumOf = (cells: readonly Cell[], part: 'n' | 'late' | 'lon' | 'lat'): number => cells.reduce((sum, one) => sum + one[part], 0)

describe('the dots of the map', () => {
  it('are every matter by itself while they are few', () => {
    const cells = Array.from({ length: 400 }, (_, index): Cell => ({ x: index, y: 0, n: 1, late: 0, lon: 121, lat: 42 }))
    expect(clustered(cells)).toEqual(cells)
  })

  it('lose no matter and no place when they are put together', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 401, maxLength: 900 }), (cells) => {
        const dots = clustered(cells)
        for (const part of ['n', 'late', 'lon', 'lat'] as const) expect(sumOf(dots, part)).toBe(sumOf(cells, part))
        expect(dots.length).toBeLessThanOrEqual(cells.length)
      }),
      { numRuns: 30 },
    )
  })

  it('are at most about 1,600, however many cells hold something', () => {
    const full = Array.from(
      { length: 160 * 160 },
      (_, index): Cell => ({ x: index % 160, y: Math.floor(index / 160), n: 7, late: 0, lon: 1, lat: 1 }),
    )
    expect(clustered(full)).toHaveLength(1600)
  })

  it('keep their cells when the view moves', () => {
    expect(cellOf(121, 121.4)).toEqual(cellOf(121.05, 121.45))
    expect(cellOf(121, 121.4).width).toBe(2 ** -8)
  })
})
