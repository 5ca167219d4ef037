import { describe, expect, it } from 'vitest'
import { fromWgs84, pointInside } from '#platform/geo'
import { areaNames, areaPath, countyOf, findArea, insideCity, locateArea, locateGrid, searchPlaces } from '../index.ts'
import { areasCity, at, ground } from './areas-city.ts'

const city = areasCity()
const grid = at('grid')[40]!
const inGrid = pointInside(grid.geometry)
type Items = { items: { code: string; name: string; below: number; kind: string }[]; next: string | null }
const list = async (who: string | null, path: string) => (await city.ask(who, 'GET', path)).body as unknown as Items

describe('the door', () => {
  it('locates a point in its grid, and every sample address in the grid it names', async () => {
    const ctx = city.context()
    expect(await locateGrid(ctx, ...inGrid)).toBe(grid.code)
    for (const address of ground.addresses) expect(await locateGrid(ctx, ...address.point)).toBe(address.grid)
    expect(await locateGrid(ctx, 116.4, 39.9)).toBeNull()
    expect(await insideCity(ctx, 116.4, 39.9)).toBeNull()
    expect(await locateArea(ctx, ...inGrid)).toBe(grid.code)
  })

  it('knows names, paths and regions, by any form of a code', async () => {
    const ctx = city.context()
    const county = at('county')[0]!
    expect(await findArea(ctx, `${county.code}000000`)).toMatchObject({ code: county.code, name: county.name, level: 'county' })
    expect(await findArea(ctx, '1')).toBeNull()
    expect(await areaNames(ctx, ['990900', grid.code, '110101'])).toEqual(
      new Map([
        ['990900', '明河市'],
        [grid.code, grid.name],
      ]),
    )
    expect((await areaPath(ctx, grid.code)).map((step) => step.code)).toEqual([4, 6, 9, 12, 15].map((digits) => grid.code.slice(0, digits)))
    expect([await countyOf(ctx, grid.code), await countyOf(ctx, '9909'), await countyOf(ctx, null)]).toEqual([
      grid.code.slice(0, 6),
      '990900',
      '990900',
    ])
  })

  it('finds places by name, by pinyin and by any part of a name, within an area when one is given', async () => {
    const ctx = city.context()
    const compound = ground.places.find((place) => place.kind === 'compound')!
    const [first] = await searchPlaces(ctx, compound.name)
    expect(first).toMatchObject({ name: compound.name, kind: 'compound', area: compound.area, point: { lon: compound.point[0] } })
    const town = at('town')[0]!
    expect((await searchPlaces(ctx, town.name)).some((place) => place.area === town.code && place.kind === 'area')).toBe(true)
    expect((await searchPlaces(ctx, 'zxjd')).map((place) => place.name)).toContain('振兴街道')
    expect((await searchPlaces(ctx, '小区', { scope: '990902', limit: 50 })).every((place) => place.area.startsWith('990902'))).toBe(true)
    expect(await searchPlaces(ctx, '  ')).toEqual([])
    expect(await searchPlaces(ctx, "%' or 1=1 --")).toEqual([])
  })
})

describe('reading over HTTP', () => {
  it('walks the tree from the top, and pages through a level without missing one', async () => {
    expect((await list('dispatcher', '/api/areas')).items).toMatchObject([{ code: '9909', name: '明河市', below: 2 }])
    expect((await list('dispatcher', '/api/areas?parent=990900')).items.map((area) => area.code)).toEqual(['990901', '990902'])
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = await list('dispatcher', `/api/areas?scope=9909&level=grid&limit=40${after}`)
      seen.push(...page.items.map((area) => area.code))
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    expect(seen).toEqual(
      at('grid')
        .map((area) => area.code)
        .sort(),
    )
    expect((await list('dispatcher', `/api/areas?q=${encodeURIComponent('东岸')}`)).items.map((area) => area.code)).toContain('990901')
  })

  it('shows one area with its path', async () => {
    const answer = await city.ask('gridWorker', 'GET', `/api/areas/${grid.code}`)
    expect(answer).toMatchObject({
      status: 200,
      body: { code: grid.code, kind: 'general', standing: 'standing', datum: 'wgs84', version: 1, aliases: [] },
    })
    expect((answer.body['path'] as { name: string }[]).map((step) => step.name)[0]).toBe('明河市')
    expect((await city.ask('gridWorker', 'GET', '/api/areas/990999')).status).toBe(404)
  })

  it('gives borders as GeoJSON, again only when something changed, and in GCJ-02 when asked', async () => {
    const path = '/api/areas/grids.geojson?area=990901'
    const answer = await city.inject('dispatcher', { method: 'GET', url: path })
    expect(answer.headers['content-type']).toContain('application/geo+json')
    const { features } = JSON.parse(answer.payload) as { features: { properties: { code: string }; geometry: unknown }[] }
    expect(features.map((one) => one.properties.code)).toEqual(
      at('grid')
        .map((area) => area.code)
        .filter((code) => code.startsWith('990901')),
    )
    expect(features[0]!.geometry).toEqual(at('grid')[0]!.geometry)
    const again = await city.inject('dispatcher', {
      method: 'GET',
      url: path,
      headers: { 'if-none-match': String(answer.headers['etag']) },
    })
    expect([again.statusCode, again.payload]).toEqual([304, ''])
    const moved = JSON.parse((await city.inject('dispatcher', { method: 'GET', url: `${path}&datum=gcj02` })).payload) as {
      features: { geometry: { coordinates: [number, number][][] } }[]
    }
    expect(moved.features[0]!.geometry.coordinates[0]![0]).toEqual(fromWgs84(...at('grid')[0]!.geometry.coordinates[0]![0]!, 'gcj02'))
    expect(
      JSON.parse((await city.inject('dispatcher', { method: 'GET', url: '/api/areas/grids.geojson?area=9909&level=county' })).payload)
        .features,
    ).toHaveLength(2)
  })
})

describe('the resident’s picker', () => {
  it('is open to everybody: tree, point and name', async () => {
    expect((await list(null, '/api/public/areas?parent=9909')).items.map((area) => area.name)).toEqual(['东岸区', '青禾县'])
    const [lon, lat] = fromWgs84(...inGrid, 'gcj02')
    expect(await city.ask(null, 'GET', `/api/public/areas/locate?lon=${lon}&lat=${lat}&source=gcj02`)).toMatchObject({
      status: 200,
      body: { inside: true, area: { code: grid.code, level: 'grid' } },
    })
    expect((await city.ask(null, 'GET', '/api/public/areas/locate?lon=116.4&lat=39.9')).body).toEqual({
      inside: false,
      area: null,
      path: [],
    })
    expect(
      ((await city.ask(null, 'GET', `/api/public/areas/places?q=${encodeURIComponent('学府路')}`)).body as unknown as Items).items[0],
    ).toMatchObject({ kind: 'street' })
  })

  it('draws the grids of one community for everybody, and nothing larger than a town', async () => {
    const community = grid.code.slice(0, 12)
    const drawn = (await city.ask(null, 'GET', `/api/public/areas/grids.geojson?area=${community}`)).body as unknown as {
      features: { properties: { code: string } }[]
    }
    expect(drawn.features.map((feature) => feature.properties.code)).toContain(grid.code)
    expect(drawn.features.every((feature) => feature.properties.code.startsWith(community))).toBe(true)
    for (const area of ['9909', '990901', 'x', '']) {
      expect((await city.ask(null, 'GET', `/api/public/areas/grids.geojson?area=${area}`)).status, area).toBe(422)
    }
  })

  it('refuses what is no point and no code', async () => {
    for (const path of [
      'locate',
      'locate?lon=abc&lat=1',
      'locate?lon=181&lat=1',
      'locate?lon=1&lat=1&source=mars',
      'places?q=',
      'places',
    ]) {
      expect((await city.ask(null, 'GET', `/api/public/areas/${path}`)).status, path).toBe(422)
    }
    expect((await city.ask(null, 'GET', "/api/public/areas?parent=9909'--")).status).toBe(422)
  })
})

describe('who may read', () => {
  it('shows the register to everybody who works here and to nobody else', async () => {
    for (const path of ['/api/areas', '/api/areas/9909', '/api/areas/grids.geojson?area=9909', '/api/areas/sets']) {
      expect((await city.ask(null, 'GET', path)).status, path).toBe(401)
      expect((await city.ask('resident', 'GET', path)).status, path).toBe(403)
      expect((await city.ask('securityAdmin', 'GET', path)).status, path).toBe(200)
    }
  })
})
