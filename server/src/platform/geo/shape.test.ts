import { describe, expect, it } from 'vitest'
import {
  areaOf,
  boxOf,
  boxOfAll,
  centroidOf,
  gapsIn,
  makeLocator,
  outsideOf,
  overlapOf,
  pointInside,
  type Polygon,
  type Ring,
  type Shape,
  shapeFaults,
} from '../geo.ts'

/** About 100 m on the ground at 42° north. */
const [E, N] = [0.001_207, 0.0009]
const rect = (x: number, y: number, w: number, h: number): Ring =>
  [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ].map(([a, b]) => [121.65 + a! * E, 42.02 + b! * N])
const block = (x: number, y: number, w: number, h: number): Polygon => ({ type: 'Polygon', coordinates: [rect(x, y, w, h)] })
const total = (pieces: readonly Shape[]) => pieces.reduce((sum, piece) => sum + areaOf(piece), 0)

describe('shape', () => {
  it('measures area in square metres, without the holes', () => {
    expect(areaOf(block(0, 0, 1, 1)) / 10_000).toBeCloseTo(1, 2)
    const holed: Shape = { type: 'Polygon', coordinates: [rect(0, 0, 3, 3), rect(1, 1, 1, 1)] }
    expect(areaOf(holed) / 80_000).toBeCloseTo(1, 2)
  })

  it('finds the point of balance whichever way the rings wind, and a point inside of a bent shape', () => {
    const bent: Ring = [
      [0, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ]
    for (const ring of [bent, bent.toReversed()]) {
      const shape: Shape = { type: 'Polygon', coordinates: [ring] }
      expect(centroidOf(shape)[0]).toBeCloseTo(1.1, 9)
      expect(makeLocator([{ key: 1, shape }]).locate(...centroidOf(shape))).toBeNull()
      expect(makeLocator([{ key: 1, shape }]).locate(...pointInside(shape))).toBe(1)
    }
    const holed: Shape = { type: 'Polygon', coordinates: [rect(0, 0, 3, 3), rect(1, 1, 2, 1)] }
    expect(makeLocator([{ key: 1, shape: holed }]).locate(...pointInside(holed))).toBe(1)
  })

  it('boxes', () => {
    const box = boxOf({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [1, 2],
            [3, 4],
            [1, 4],
            [1, 2],
          ],
        ],
        [
          [
            [-1, 0],
            [0, 0],
            [0, 1],
            [-1, 0],
          ],
        ],
      ],
    })
    expect(box).toEqual([-1, 0, 3, 4])
    expect(boxOfAll([box, [5, 5, 6, 6]])).toEqual([-1, 0, 6, 6])
    expect(boxOfAll([])).toBeNull()
  })
})

describe('faults', () => {
  it('finds a bow tie, a fold, an open ring, too few points, a wrong coordinate and an empty shape', () => {
    const of = (...ring: Ring) => shapeFaults({ type: 'Polygon', coordinates: [ring] }).map((fault) => fault.kind)
    expect(of([0, 0], [1, 1], [1, 0], [0, 1], [0, 0])).toEqual(['selfCrossing'])
    expect(of([0, 0], [2, 0], [1, 0], [1, 1], [0, 0])).toContain('selfCrossing')
    expect(of([0, 0], [1, 0], [1, 1], [0, 1])).toEqual(['open'])
    expect(of([0, 0], [1, 0], [0, 0])).toEqual(['tooFewPoints'])
    expect(of([0, 0], [421, 0], [1, 1], [0, 0])).toEqual(['coordinate'])
    expect(shapeFaults({ type: 'Polygon', coordinates: [] }).map((fault) => fault.kind)).toEqual(['empty'])
    expect(shapeFaults({ type: 'Polygon', coordinates: [rect(0, 0, 3, 3), rect(2, 2, 3, 3)] })).not.toEqual([])
  })

  it('lets a sound shape with a hole and an island pass', () => {
    expect(shapeFaults({ type: 'MultiPolygon', coordinates: [[rect(0, 0, 3, 3), rect(1, 1, 1, 1)], [rect(5, 5, 1, 1)]] })).toEqual([])
  })
})

describe('clip', () => {
  it('sees no overlap in a shared border, and measures a real one', () => {
    expect(overlapOf(block(0, 0, 1, 1), block(1, 0, 1, 1))).toEqual([])
    expect(overlapOf(block(0, 0, 1, 1), block(1, 0.3, 1, 0.2))).toEqual([])
    expect(total(overlapOf(block(0, 0, 1, 1), block(0.9, 0, 1, 1))) / 1_000).toBeCloseTo(1, 2)
    expect(total(overlapOf(block(0, 0, 3, 3), block(1, 1, 1, 1))) / 10_000).toBeCloseTo(1, 2)
    expect(total(overlapOf(block(0, 0, 1, 1), block(0, 0, 1, 1))) / 10_000).toBeCloseTo(1, 2)
    expect(total(overlapOf(block(0, 1, 3, 1), block(1, 0, 1, 3))) / 10_000).toBeCloseTo(1, 2)
  })

  it('cuts off what lies outside', () => {
    expect(outsideOf(block(0, 0, 1, 1), block(0, 0, 3, 3))).toEqual([])
    expect(total(outsideOf(block(-0.5, 0, 1, 1), block(0, 0, 3, 3))) / 5_000).toBeCloseTo(1, 2)
    expect(total(outsideOf(block(9, 9, 1, 1), block(0, 0, 3, 3))) / 10_000).toBeCloseTo(1, 2)
    const holed: Shape = { type: 'Polygon', coordinates: [rect(0, 0, 3, 3), rect(1.2, 1.2, 0.5, 0.5)] }
    expect(total(outsideOf(block(1, 1, 1, 1), holed)) / 2_500).toBeCloseTo(1, 2)
  })

  it('shows what the parts leave uncovered', () => {
    const whole = block(0, 0, 2, 1)
    expect(gapsIn(whole, [block(0, 0, 1, 1), block(1, 0, 1, 1)], true)).toEqual([])
    expect(total(gapsIn(whole, [block(0, 0, 1, 1), block(1, 0, 1, 1)], false))).toBeLessThan(1)
    expect(total(gapsIn(whole, [block(0, 0, 1, 1), block(1.1, 0, 0.9, 1)], true)) / 1_000).toBeCloseTo(1, 2)
    expect(gapsIn(whole, [], true)).toEqual([whole])
  })
})
