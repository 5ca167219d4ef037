import { expect, it } from 'vitest'
import { drawn, type Point } from './chart.ts'

const at = (minute: number, value: number): Point => ({
  at: new Date(Date.UTC(2026, 10, 29, 0, minute)).toISOString(),
  least: value - 1,
  most: value + 1,
  mean: value,
})

it('draws the means as a line between the least and the most', () => {
  const found = drawn([at(0, 10), at(5, 20), at(10, 10)], 100, 50)
  expect([found.low, found.high]).toEqual([9, 21])
  expect(found.line).toMatch(/^M0\.0 [\d.]+L50\.0 [\d.]+L100\.0 [\d.]+$/)
  expect(found.band.endsWith('Z')).toBe(true)
})

it('breaks the line where readings are missing', () => {
  expect(drawn([at(0, 1), at(5, 1), at(10, 1), at(90, 1)], 100, 50).line.match(/M/g)).toHaveLength(2)
})

it('draws one reading, and values that are all the same', () => {
  expect(drawn([at(0, 0)], 100, 50).line).toBe('M50.0 25.0')
  expect(drawn([{ at: '2026-11-29T00:00:00Z', least: 5, most: 5, mean: 5 }], 100, 50).line).toBe('M50.0 25.0')
})
