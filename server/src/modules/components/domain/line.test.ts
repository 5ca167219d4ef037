import fc from 'fast-check'
import { distance } from '#platform/geo'
import { describe, expect, it } from 'vitest'
import type { LinePoint } from './component.ts'
import { lengthOf, middleOf } from './line.ts'

const point = fc.tuple(fc.double({ min: 121, max: 122, noNaN: true }), fc.double({ min: 41, max: 43, noNaN: true }))

describe('a line', () => {
  it('of a quarter of a degree northwards is 27.8 km long', () => {
    expect(
      lengthOf([
        [121.6, 42],
        [121.6, 42.25],
      ]),
    ).toBeCloseTo(27_767, -2)
  })

  it('is as long as its two halves, with its middle between them', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 12 }), (line) => {
        const whole = lengthOf(line)
        fc.pre(whole > 1)
        const middle = middleOf(line)
        const until: LinePoint[] = []
        let walked = 0
        for (const [at, to] of line.entries()) {
          const before = line[at - 1]
          const step = before ? distance(before, to) : 0
          if (walked + step >= whole / 2) break
          walked += step
          until.push(to)
        }
        expect(lengthOf([...until, middle]) / whole).toBeCloseTo(0.5, 2)
      }),
    )
  })

  it('without length has its middle where it begins', () => {
    expect(
      middleOf([
        [121.6, 42],
        [121.6, 42],
      ]),
    ).toEqual([121.6, 42])
  })
})
