import pointInPolygon from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLocator, type Polygon, type Shape } from '../geo.ts'

const square = (x: number, y: number, size = 1): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
})

describe('locate', () => {
  it('gives each point of a shared border to exactly one of the neighbours, however the list is ordered', () => {
    const four = [0, 1].flatMap((x) => [0, 1].map((y) => ({ key: `${x}${y}`, shape: square(x, y) })))
    const forwards = makeLocator(four)
    const backwards = makeLocator(four.toReversed())
    // Quarters are exact in binary, so that many of the points lie on borders and corners to the last bit.
    for (let x = 0; x < 2; x += 0.25) {
      for (let y = 0; y < 2; y += 0.25) {
        expect(forwards.locate(x, y)).toBe(`${Math.floor(x)}${Math.floor(y)}`)
        expect(backwards.locate(x, y)).toBe(forwards.locate(x, y))
      }
    }
    expect(forwards.locate(2, 2)).not.toBeNull()
    expect(forwards.locate(2.001, 1)).toBeNull()
  })

  it('gives points on slanted shared borders to one neighbour alone', () => {
    const corner = fc.integer({ min: 200_000, max: 800_000 })
    fc.assert(
      fc.property(corner, corner, fc.integer({ min: 0, max: 999_999 }), (a, b, c) => {
        const [x1, x2, t] = [a / 1e6, b / 1e6, c / 1e6]
        const west: Shape = {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [x1, 0],
              [x2, 1],
              [0, 1],
              [0, 0],
            ],
          ],
        }
        const east: Shape = {
          type: 'Polygon',
          coordinates: [
            [
              [x2, 1],
              [x1, 0],
              [1, 0],
              [1, 1],
              [x2, 1],
            ],
          ],
        }
        const [x, y] = [x1 + (x2 - x1) * t, t]
        const there = makeLocator([
          { key: 'west', shape: west },
          { key: 'east', shape: east },
        ]).locate(x, y)
        const back = makeLocator([
          { key: 'east', shape: east },
          { key: 'west', shape: west },
        ]).locate(x, y)
        expect(there).not.toBeNull()
        expect(back).toBe(there)
      }),
    )
  })

  it('knows holes and islands, and lets the first of the list win where shapes overlap', () => {
    const holed: Shape = { type: 'Polygon', coordinates: [...square(0, 0, 3).coordinates, ...square(1, 1).coordinates] }
    const islands: Shape = { type: 'MultiPolygon', coordinates: [square(10, 0).coordinates, square(20, 0).coordinates] }
    const locator = makeLocator([
      { key: 'holed', shape: holed },
      { key: 'islands', shape: islands },
      { key: 'later', shape: square(0, 0, 30) },
    ])
    expect(locator.locate(0.5, 0.5)).toBe('holed')
    expect(locator.locate(1.5, 1.5)).toBe('later')
    expect(locator.locate(10.5, 0.5)).toBe('islands')
    expect(locator.locate(20.5, 0.5)).toBe('islands')
    expect(locator.locate(40, 0)).toBeNull()
    expect(locator.locate(Number.NaN, 0)).toBeNull()
    expect(makeLocator([]).locate(0, 0)).toBeNull()
  })

  it('agrees with turf on any star of points', () => {
    const star = fc.array(fc.integer({ min: 200, max: 1000 }), { minLength: 3, maxLength: 20 })
    const coordinate = fc.integer({ min: -1000, max: 1000 })
    const around = [-3e-7, 3e-7]
    fc.assert(
      fc.property(star, coordinate, coordinate, (radii, x, y) => {
        const turn = (2 * Math.PI) / radii.length
        const ring = radii.map((r, i): [number, number] => [(r / 1000) * Math.cos(i * turn), (r / 1000) * Math.sin(i * turn)])
        const shape: Shape = { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
        const [lon, lat] = [x / 1000 + 0.000_123, y / 1000 + 0.000_321]
        // Within centimetres of the border the locator is generous on purpose.
        const answers = around.flatMap((dx) => around.map((dy) => pointInPolygon([lon + dx, lat + dy], shape)))
        fc.pre(answers.every((answer) => answer === answers[0]))
        expect(makeLocator([{ key: 1, shape }]).locate(lon, lat) === 1).toBe(answers[0])
      }),
    )
  })
})
