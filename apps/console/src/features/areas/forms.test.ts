import { expect, it } from 'vitest'
import { areaBody, geometryOf, importBody } from './forms.ts'

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121, 42],
      [121.1, 42],
      [121.1, 42.1],
      [121, 42],
    ],
  ],
}

it('takes a border out of whatever GeoJSON it is wrapped in', () => {
  expect(geometryOf(JSON.stringify(polygon))).toEqual(polygon)
  expect(geometryOf(JSON.stringify({ type: 'Feature', properties: {}, geometry: polygon }))).toEqual(polygon)
  expect(geometryOf(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }))).toEqual(polygon)
})

it('the border goes along with its datum, and only when there is one', () => {
  expect(areaBody({ kind: 'general', source: 'gcj02' })).toEqual({ kind: 'general' })
  expect(areaBody({ name: '第一网格', source: 'gcj02', geometry: JSON.stringify(polygon) })).toEqual({
    name: '第一网格',
    border: { source: 'gcj02', geometry: polygon },
  })
})

it('grids travel as JSON, tables as text', () => {
  const collection = { type: 'FeatureCollection', features: [] }
  expect(importBody('grids', { text: JSON.stringify(collection), source: 'wgs84', dryRun: true })).toEqual({
    collection,
    source: 'wgs84',
    dryRun: true,
  })
  expect(importBody('divisions', { text: 'code,name', dryRun: false })).toEqual({ csv: 'code,name', dryRun: false })
  expect(() => importBody('grids', { text: 'no json' })).toThrow(SyntaxError)
})
