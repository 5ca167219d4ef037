import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, fromWgs84, inChina, type Position, shapeToWgs84, toWgs84 } from '../geo.ts'

const inCity = fc.tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }))

describe('datum', () => {
  it('brings GCJ-02 and BD-09 back to WGS-84 within a metre, anywhere in China', () => {
    fc.assert(
      fc.property(inCity, fc.constantFrom('gcj02' as const, 'bd09' as const), (point, datum) => {
        const there = fromWgs84(...point, datum)
        expect(distance(point, toWgs84(...there, datum))).toBeLessThan(datum === 'gcj02' ? 0.2 : 1.5)
      }),
    )
  })

  it('moves a point of 阜新 by the known offset', () => {
    const [lon, lat] = fromWgs84(121.65, 42.02, 'gcj02')
    expect(lon - 121.65).toBeCloseTo(0.0053, 3)
    expect(lat - 42.02).toBeCloseTo(0.002, 3)
  })

  it('leaves CGCS2000, WGS-84 and points abroad alone', () => {
    const newYork: Position = [-73.98, 40.75]
    expect(toWgs84(121.65, 42.02, 'cgcs2000')).toEqual([121.65, 42.02])
    expect(toWgs84(...newYork, 'gcj02')).toEqual(newYork)
    expect(inChina(...newYork)).toBe(false)
  })

  it('converts every corner of every ring and drops heights', () => {
    const high = [121.6, 42, 180] as unknown as Position
    const shape = shapeToWgs84({ type: 'MultiPolygon', coordinates: [[[high, [121.61, 42], [121.61, 42.01], high]]] }, 'gcj02')
    expect(shape.coordinates[0]?.[0]?.[0]).toEqual(toWgs84(121.6, 42, 'gcj02'))
    const same = shapeToWgs84({ type: 'Polygon', coordinates: [[high, [121.61, 42], [121.61, 42.01], high]] }, 'wgs84')
    expect(same.coordinates[0]?.[0]).toEqual([121.6, 42])
  })
})
