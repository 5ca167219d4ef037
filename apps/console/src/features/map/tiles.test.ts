import { expect, test } from 'vitest'
import { dotsOf, tilesIn } from './tiles.ts'

test('a view is covered by the few tiles of its zoom', () => {
  const tiles = tilesIn('121.60,42.00,121.66,42.03', 13.2)
  expect(tiles.length).toBeGreaterThan(1)
  expect(tiles.length).toBeLessThan(10)
  expect(new Set(tiles.map((tile) => tile.z))).toEqual(new Set([13]))
})

test('the whole world is one tile, and no view asks for hundreds', () => {
  expect(tilesIn('-180,-85,179.9,85', 0)).toEqual([{ z: 0, x: 0, y: 0 }])
  expect(tilesIn('100,20,130,50', 14)).toEqual([])
})

test('what stands together is counted, what stands alone is named', () => {
  const dot = { lon: 121.6, lat: 42, wrong: 0, id: null, type: null, state: null }
  const view = dotsOf(
    [
      { items: [{ ...dot, n: 7, wrong: 2 }], total: 7 },
      { items: [{ ...dot, n: 1, id: 'a', type: '01037', state: 'intact' }], total: 1 },
    ],
    (type) => (type === '01037' ? '路灯' : type),
  )
  expect(view.total).toBe(8)
  expect(view.items).toMatchObject([
    { n: 7, late: 2, title: null },
    { n: 1, id: 'a', title: '路灯', state: 'intact' },
  ])
})
