import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, type Position, planeAt, roundPoint } from '../geo.ts'

const lon = fc.double({ min: 100, max: 125, noNaN: true })
const lat = fc.double({ min: 20, max: 50, noNaN: true })

describe('metres', () => {
  it('measures as the geodesic does', () => {
    // Reference values of Karney's geodesic on WGS-84.
    expect(distance([121.65, 42.02], [121.65, 43.02]) / 111_080).toBeCloseTo(1, 3)
    expect(distance([121.65, 42], [121.75, 42]) / 8_286).toBeCloseTo(1, 3)
  })

  it('goes to the plane and back without loss, and agrees with the distance near the origin', () => {
    fc.assert(
      fc.property(
        lon,
        lat,
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        (x, y, dx, dy) => {
          const plane = planeAt([x, y])
          const point: Position = [x + dx, y + dy]
          const [east, north] = plane.toMetres(...point)
          const back = plane.toLonLat(east, north)
          expect(back[0]).toBeCloseTo(point[0], 9)
          expect(back[1]).toBeCloseTo(point[1], 9)
          expect(Math.abs(Math.hypot(east, north) - distance([x, y], point))).toBeLessThanOrEqual(distance([x, y], point) * 0.002 + 1e-6)
        },
      ),
    )
  })

  it('rounds a home to a lattice of 50 m: near, the same for everybody, and stable', () => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const rounded = roundPoint(x, y, 50)
        expect(distance([x, y], rounded)).toBeLessThan(36)
        expect(roundPoint(...rounded, 50)).toEqual(rounded)
      }),
    )
    const doors = Array.from({ length: 40 }, (_, i) => roundPoint(121.65 + i * 1e-6, 42.02, 50).join())
    expect(new Set(doors).size).toBeLessThanOrEqual(2)
  })
})
