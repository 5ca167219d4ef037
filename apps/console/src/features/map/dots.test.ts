import { expect, it } from 'vitest'
import type { Grids } from '../../parts/map/grids.ts'
import { linesOf } from './dots.ts'
import type { Dot } from './dots.ts'

const square = (code: string, west: number): Grids['features'][number] => ({
  type: 'Feature',
  properties: { code, name: `网格 ${code}` },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 41],
        [west + 1, 41],
        [west + 1, 42],
        [west, 42],
        [west, 41],
      ],
    ],
  },
})
const grids: Grids = { type: 'FeatureCollection', features: [square('1', 121), square('2', 122)] }
const dot = (lon: number, n: number, late: number): Dot => ({
  lon,
  lat: 41.5,
  n,
  late,
  id: n === 1 ? `id${lon}` : null,
  title: null,
  state: null,
})

it('names the grid of each dot, what is late first, then the largest, and no more than a person reads', () => {
  const lines = linesOf([dot(121.2, 1, 0), dot(122.4, 9, 0), dot(121.7, 1, 1), dot(124, 2, 0)], grids, 3)
  expect(lines.map((line) => [line.n, line.late, line.grid?.code ?? null])).toEqual([
    [1, 1, '1'],
    [9, 0, '2'],
    [2, 0, null],
  ])
})
