import { expect, it } from 'vitest'
import { heightsOf, monthsOf, queryOf } from './figure.ts'

it('counts months as they are in China', () => {
  expect(monthsOf('m3', new Date('2026-11-30T16:30:00Z'))).toEqual({ from: '2026-10', to: '2026-12' })
  expect(monthsOf('m12', new Date('2026-11-23T01:00:00Z'))).toEqual({ from: '2025-12', to: '2026-11' })
  expect(monthsOf(undefined, new Date('2026-01-01T00:00:00Z'))).toEqual({ from: '2025-11', to: '2026-01' })
})

it('asks for what is chosen and nothing else', () => {
  expect(queryOf({ unit: 'water', months: 'm1' }, new Date('2026-11-23T01:00:00Z'))).toEqual({
    unit: 'water',
    from: '2026-11',
    to: '2026-11',
  })
})

it('draws a share against the whole, so that 90 and 95 look alike', () => {
  expect(heightsOf('share', [90, 95, null])).toEqual([0.9, 0.95, null])
  expect(heightsOf('count', [2, 8, 0])).toEqual([0.25, 1, 0])
})
