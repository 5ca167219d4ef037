import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOfTile, cellAt, isTile, spotOf, spotsIn, tileAt } from '../geo.ts'

const point = fc.tuple(fc.double({ min: -180, max: 179.999_999, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }))

describe('z-order', () => {
  it('puts a point into the range of its tile at every zoom, and its tile holds it', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 0, max: 22 }), ([lon, lat], z) => {
        const spot = spotOf(lon, lat)
        const tile = tileAt(lon, lat, z)
        const { from, to } = spotsIn(tile)
        expect(Number.isSafeInteger(spot)).toBe(true)
        expect(isTile(tile)).toBe(true)
        expect(spot >= from && spot <= to).toBe(true)
        const [west, south, east, north] = boxOfTile(tile)
        expect(lon >= west - 1e-9 && lon <= east + 1e-9 && lat >= south - 1e-9 && lat <= north + 1e-9).toBe(true)
      }),
    )
  })

  it('gives two points the same number only within a metre', () => {
    expect(spotOf(121.65, 42.02)).not.toBe(spotOf(121.650_012, 42.02))
    expect(spotOf(121.65, 42.02)).toBe(spotOf(121.650_000_1, 42.02))
  })

  it('makes four tiles of one, in unbroken ranges that follow each other', () => {
    const whole = spotsIn({ z: 14, x: 13_730, y: 6_100 })
    const parts = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([dx = 0, dy = 0]) => spotsIn({ z: 15, x: 27_460 + dx, y: 12_200 + dy }))
    expect(parts[0]?.from).toBe(whole.from)
    expect(parts[3]?.to).toBe(whole.to)
    for (const [at, part] of parts.entries()) if (at > 0) expect(part.from).toBe((parts[at - 1]?.to ?? 0) + 1)
  })

  it('numbers cells as tiles of their zoom', () => {
    const spot = spotOf(121.65, 42.02)
    const { from } = spotsIn(tileAt(121.65, 42.02, 16))
    expect(cellAt(spot, 16)).toBe(cellAt(from, 16))
  })

  it.each([
    { z: 23, x: 0, y: 0 },
    { z: 1, x: 2, y: 0 },
    { z: 1, x: 0.5, y: 0 },
    { z: -1, x: 0, y: 0 },
    { z: 3, x: 0, y: -1 },
  ])('knows that %j is no tile', (tile) => expect(isTile(tile)).toBe(false))
})
