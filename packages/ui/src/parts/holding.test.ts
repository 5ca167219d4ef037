import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pictureOf } from './holding.ts'
import type { Held } from './holding.ts'

const hour = 3_600_000
const at = (hours: number): string => new Date(hours * hour).toISOString()
const held = (holder: string, kind: Held['kind'], from: number, to: number | null): Held => ({
  holder,
  kind,
  from: at(from),
  to: to === null ? null : at(to),
})

it('within the limit: what was held, and what is left', () => {
  const picture = pictureOf([held('社区', 'desk', 0, 2), held('住建局', 'unit', 2, null)], at(10), new Date(5 * hour))
  expect(picture.parts.map((part) => part.share)).toEqual([0.2, 0.3])
  expect(picture).toMatchObject({ rest: 0.5, limit: 1, over: 0 })
  expect(picture.sums).toEqual([
    { holder: '社区', kind: 'desk', ms: 2 * hour, current: false },
    { holder: '住建局', kind: 'unit', ms: 3 * hour, current: true },
  ])
})

it('beyond the limit: the tick stands inside the bar', () => {
  const picture = pictureOf([held('住建局', 'unit', 0, null)], at(4), new Date(5 * hour))
  expect(picture).toMatchObject({ rest: 0, limit: 0.8, over: hour, late: { from: 0.8, share: expect.closeTo(0.2, 9) as number } })
})

it('what comes after the promise was kept is not late', () => {
  const holding = [held('住建局', 'unit', 0, 3), held('反映人', 'reporter', 3, null)]
  expect(pictureOf(holding, at(4), new Date(9 * hour), at(3))).toMatchObject({ over: 0, limit: 4 / 9 })
  expect(pictureOf(holding, at(2), new Date(9 * hour), at(3)).over).toBe(hour)
})

it('who held it twice is summed once; paused time stands apart', () => {
  const picture = pictureOf([held('A', 'unit', 0, 1), held('A', 'paused', 1, 2), held('A', 'unit', 2, 4)], null, new Date(9 * hour))
  expect(picture.sums.map((sum) => [sum.kind, sum.ms / hour])).toEqual([
    ['unit', 3],
    ['paused', 1],
  ])
  expect(picture).toMatchObject({ limit: null, rest: 0 })
})

it('nobody has held it yet: an empty bar', () => {
  expect(pictureOf([], at(1), new Date(0))).toEqual({ parts: [], rest: 1, limit: null, over: 0, late: null, sums: [] })
})

it('whatever the times, the shares fill the bar exactly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 4000 }),
      fc.boolean(),
      (lengths, due, ended) => {
        let from = 0
        const holding = lengths.map((length, index) => {
          const one = held(`h${index % 3}`, 'unit', from, from + length)
          from += length
          return one
        })
        const last = holding.at(-1)
        if (last && !ended) holding[holding.length - 1] = { ...last, to: null }
        const picture = pictureOf(holding, at(due), new Date(from * hour))
        const total = picture.parts.reduce((sum, part) => sum + part.share, 0) + picture.rest
        expect(total).toBeCloseTo(1, 9)
        expect(picture.limit).toBeGreaterThanOrEqual(0)
        expect(picture.limit).toBeLessThanOrEqual(1)
      },
    ),
  )
})
