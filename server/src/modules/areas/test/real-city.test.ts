import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  centroidOf,
  distance,
  fromWgs84,
  makeLocator,
  type MultiPolygon,
  pointInside,
  type Position,
  ringsOf,
  type Shape,
  shapeToWgs84,
} from '#platform/geo'
import { areaPath, insideCity, loadRealAreas, locateArea, locateGrid, type RealReport, searchPlaces } from '../index.ts'
import { areasCity } from './areas-city.ts'

const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url))
const folder = `${shared}/data/areas`
const has = existsSync(`${folder}/fuxin_5level.csv`)

interface Feature {
  properties: { adcode?: number; town_code?: string | null; code?: string; name: string }
  geometry: MultiPolygon
}
const read = (name: string): Feature[] =>
  (JSON.parse(gunzipSync(readFileSync(`${folder}/${name}`)).toString('utf8')) as { features: Feature[] }).features

/** The distance of a point from the nearest corner of a shape, in metres. */
function nearest(point: Position, corners: readonly Position[]): number {
  let best = Infinity
  for (const corner of corners) {
    if (Math.abs(corner[1] - point[1]) < 0.02) best = Math.min(best, distance(point, corner))
  }
  return best
}
const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Infinity

describe.runIf(has)('the mixed-up datum, on real counties', () => {
  it('is off by hundreds of metres when nobody converts, and by a few when GCJ-02 is brought back', () => {
    const wgs84 = new Map(read('fuxin_towns_counties_wgs84.geojson.gz').map((one) => [one.properties.code, one.geometry]))
    const figures = read('fuxin_counties_gcj02.geojson.gz').map(({ properties, geometry }) => {
      const there = wgs84.get(String(properties.adcode)) as Shape
      const back = shapeToWgs84(geometry, 'gcj02')
      const corners = ringsOf(there).flat()
      const sampled = ringsOf(back)
        .flat()
        .filter((_, i) => i % 7 === 0)
      return {
        name: properties.name,
        corner: middle(sampled.map((point) => nearest(point, corners))),
        converted: distance(centroidOf(back), centroidOf(there)),
        left: distance(centroidOf(geometry), centroidOf(there)),
      }
    })
    for (const { name, corner, converted, left } of figures) {
      process.stdout.write(
        `datum ${name}: centroid ${left.toFixed(0)} m off unconverted, ${converted.toFixed(1)} m converted, corners ${corner.toFixed(1)} m\n`,
      )
    }
    expect(figures).toHaveLength(7)
    for (const { corner, converted, left } of figures) {
      expect(left).toBeGreaterThan(300)
      expect(converted).toBeLessThan(20)
      expect(corner).toBeLessThan(20)
    }
  })
})

const city = areasCity({ empty: true })

describe.runIf(has)('a city of real divisions', () => {
  let report: RealReport
  it('takes every row of the table and every polygon that has a code', async () => {
    report = await loadRealAreas(city.context(), folder)
    expect(report.divisions).toMatchObject({ rows: 905, created: 905, refused: [] })
    expect(report.borders + report.broken.length).toBe(85)
    expect(report.withoutCode).toHaveLength(17)
    process.stdout.write(
      `real city: ${report.borders} borders, ${report.broken.length} broken (${report.broken.join(' ')}), ${report.withoutCode.length} without a code\n`,
    )
    expect((await loadRealAreas(city.context(), folder)).divisions).toMatchObject({ created: 0, same: 905 })
    const levels = await city.db.query({ text: 'select level, count(*) as n from areas.area group by level order by n', values: [] })
    expect(levels).toEqual([
      { level: 'province', n: 1 },
      { level: 'city', n: 1 },
      { level: 'county', n: 7 },
      { level: 'town', n: 83 },
      { level: 'community', n: 813 },
    ])
  })

  it('finds the town of a point, the path to it, and nothing outside of the city', async () => {
    const ctx = city.context()
    const towns = read('fuxin_towns_counties_wgs84.geojson.gz').filter((one) => one.properties.town_code?.length === 9)
    const found = await Promise.all(
      towns.map(async (one) => (await locateArea(ctx, ...pointInside(one.geometry))) === one.properties.town_code),
    )
    expect(found.filter(Boolean).length).toBeGreaterThan(towns.length * 0.95)
    expect(await locateGrid(ctx, 121.65, 42.02)).toBeNull()
    expect((await areaPath(ctx, '210902003001')).map((step) => step.name).slice(0, 4)).toEqual(['辽宁省', '阜新市', '海州区', '和平街道'])
    expect(await insideCity(ctx, 123.43, 41.8)).toBeNull()
    expect((await searchPlaces(ctx, 'fxmgzzzx')).map((place) => place.area)).toContain('210921')
  })

  it('puts a point of a phone, which speaks GCJ-02, into another town when the datum is forgotten', async () => {
    const ctx = city.context()
    const towns = read('fuxin_towns_counties_wgs84.geojson.gz').filter(
      (one) => one.properties.town_code?.startsWith('210902') && one.properties.town_code.length === 9,
    )
    const locator = makeLocator(towns.map((one) => ({ key: one.properties.town_code, shape: one.geometry })))
    let [right, astray] = [0, 0]
    for (const one of towns) {
      for (const corner of ringsOf(one.geometry)
        .flat()
        .filter((_, i) => i % 11 === 0)) {
        const [x, y] = pointInside(one.geometry)
        const point: Position = [corner[0] * 0.85 + x * 0.15, corner[1] * 0.85 + y * 0.15]
        const home = locator.locate(...point)
        if (home === null) continue
        right += 1
        if ((await locateArea(ctx, ...fromWgs84(...point, 'gcj02'))) !== (await locateArea(ctx, ...point))) astray += 1
      }
    }
    process.stdout.write(`datum forgotten in 海州区: ${astray} of ${right} points near borders land in another town\n`)
    expect(astray / right).toBeGreaterThan(0.1)
  })
})
