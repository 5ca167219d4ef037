import { expect, test } from 'vitest'
import { type GridFile, shapesOf } from './grids.ts'

const polygon = { type: 'Polygon' as const, coordinates: [[[121, 42] as const, [121.1, 42] as const, [121, 42] as const]] }
const file = (names: readonly string[]): GridFile => ({
  type: 'FeatureCollection',
  features: names.map((name, index) => ({ properties: { code: String(index), name }, geometry: polygon })),
})

test('what all names share is left out of the map', () => {
  expect(shapesOf(file(['青巷社区第一网格', '青巷社区第二网格'])).map((shape) => shape.name)).toEqual(['第一网格', '第二网格'])
  expect(shapesOf(file(['青巷社区第一网格'])).map((shape) => shape.name)).toEqual(['青巷社区第一网格'])
  expect(shapesOf(file(['东门', '西门'])).map((shape) => shape.name)).toEqual(['东门', '西门'])
})

test('several polygons of one grid are drawn as one shape, and what has no ground is left out', () => {
  const mixed: GridFile = {
    type: 'FeatureCollection',
    features: [
      {
        properties: { code: 'a', name: '甲' },
        geometry: { type: 'MultiPolygon', coordinates: [polygon.coordinates, polygon.coordinates] },
      },
      { properties: { code: 'b', name: '乙' }, geometry: null },
    ],
  }
  expect(shapesOf(mixed).map((shape) => [shape.code, shape.rings.length])).toEqual([['a', 2]])
  expect(shapesOf(undefined)).toEqual([])
})
