import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleOf, pathOf, type Shape, toPixels, toPlace, viewOf } from './projection.ts'

const square: Shape = {
  code: 'a',
  name: '一',
  rings: [
    [
      [121.6, 42],
      [121.61, 42],
      [121.61, 42.01],
      [121.6, 42.01],
      [121.6, 42],
    ],
  ],
}

test('a pixel and its place are one and the same, anywhere in the city', () => {
  const near = fc.record({ lon: fc.double({ min: 121, max: 123, noNaN: true }), lat: fc.double({ min: 41, max: 43, noNaN: true }) })
  fc.assert(
    fc.property(near, fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), (centre, x, y) => {
      const view = { centre, scale: 2 }
      const back = toPixels(view, toPlace(view, x, y))
      expect(back.x).toBeCloseTo(x, 3)
      expect(back.y).toBeCloseTo(y, 3)
    }),
  )
})

test('north is up, east is right, and a hundred metres are a hundred metres', () => {
  const view = { centre: { lon: 121.6, lat: 42 }, scale: 1 }
  expect(toPixels(view, { lon: 121.6, lat: 42 + 100 / 111_320 }).y).toBeCloseTo(-100, 5)
  expect(toPixels(view, { lon: 121.61, lat: 42 }).x).toBeGreaterThan(800)
})

test('a view holds all shapes', () => {
  const view = viewOf([square], 343, 200)
  expect(view).not.toBeNull()
  for (const [lon, lat] of square.rings[0]!) {
    const { x, y } = toPixels(view!, { lon, lat })
    expect(Math.abs(x)).toBeLessThanOrEqual(343 / 2)
    expect(Math.abs(y)).toBeLessThanOrEqual(200 / 2)
  }
  expect(viewOf([], 343, 200)).toBeNull()
})

test('draws closed rings and finds the middle', () => {
  expect(pathOf({ centre: { lon: 121.6, lat: 42 }, scale: 10 }, square)).toMatch(/^M0\.0 0\.0L.*Z$/)
  expect(middleOf(square).lon).toBeCloseTo(121.605, 6)
})
