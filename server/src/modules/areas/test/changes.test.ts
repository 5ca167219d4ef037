import { describe, expect, it } from 'vitest'
import { pointInside, type Polygon } from '#platform/geo'
import { covers, currentAreas, findByAlias, insideCity, locateGrid, searchPlaces } from '../index.ts'
import { areasCity, at } from './areas-city.ts'

const city = areasCity()
const community = at('community')[0]!
const gridsOf = (code: string) => at('grid').filter((grid) => covers(code, grid.code))
const elsewhere: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.9, 42.2],
      [121.91, 42.2],
      [121.91, 42.21],
      [121.9, 42.2],
    ],
  ],
}
const tie: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.9, 42.2],
      [121.91, 42.21],
      [121.91, 42.2],
      [121.9, 42.21],
      [121.9, 42.2],
    ],
  ],
}
const post = (path: string, body: unknown, who: string | null = 'systemAdmin', key?: string) => city.ask(who, 'POST', path, body, key)
const patch = (code: string, body: unknown, who: string | null = 'systemAdmin') => city.ask(who, 'PATCH', `/api/areas/${code}`, body)
const read = async (code: string) => (await city.ask('systemAdmin', 'GET', `/api/areas/${code}`)).body
const audited = () =>
  city.db.query<{ action: string; object_id: string }>({ text: 'select action, object_id from audit.entry order by at, id', values: [] })

describe('works', () => {
  it('numbers a new grid after the last one, and holds points in it at once', async () => {
    const answer = await post('/api/areas', {
      community: community.code,
      kind: 'general',
      households: 350,
      border: { source: 'wgs84', geometry: elsewhere },
    })
    const code = `${community.code}${String(gridsOf(community.code).length + 1).padStart(3, '0')}`
    expect(answer).toMatchObject({
      status: 201,
      body: { code, level: 'grid', parent: community.code, households: 350, datum: 'wgs84', standing: 'standing' },
    })
    expect(answer.body['name']).toContain(`${community.name}第`)
    expect(await locateGrid(city.context(), 121.9075, 42.2025)).toBe(code)
    expect(await audited()).toContainEqual({ action: 'area.added', object_id: code })
  })

  it('changes name, households and border, and still finds the area by its former name', async () => {
    const town = at('town')[0]!
    const { version } = await read(town.code)
    const answer = await patch(town.code, { version, name: '新振兴街道' })
    expect(answer).toMatchObject({ status: 200, body: { name: '新振兴街道', version: Number(version) + 1 } })
    expect(answer.body['aliases']).toEqual([{ scheme: 'former-name', external: `${town.code} ${town.name}`, note: '' }])
    expect((await findByAlias(city.context(), 'former-name', `${town.code} ${town.name}`))?.code).toBe(town.code)
    expect((await searchPlaces(city.context(), '新振兴')).map((place) => place.area)).toContain(town.code)
  })

  it('merges a grid: the old code leads to the new one, the border holds no point any more', async () => {
    const [first, second] = gridsOf(at('community')[1]!.code)
    const { version } = await read(second!.code)
    const answer = await post(`/api/areas/${second!.code}/drop`, { version, successors: [first!.code] })
    expect(answer).toMatchObject({ status: 200, body: { standing: 'dropped', validTo: '2026-11-23', successors: [first!.code] } })
    expect(await currentAreas(city.context(), second!.code)).toEqual([first!.code])
    const inside = pointInside(second!.geometry)
    expect(await locateGrid(city.context(), ...inside)).toBeNull()
    expect(await insideCity(city.context(), ...inside)).toBe(at('community')[1]!.code)
  })

  it('never gives a dropped number again', async () => {
    const here = at('community')[2]!.code
    const last = gridsOf(here).at(-1)!
    const { version } = await read(last.code)
    expect((await post(`/api/areas/${last.code}/drop`, { version })).status).toBe(200)
    const next = await post('/api/areas', { community: here, kind: 'general' })
    expect(Number(next.body['code'])).toBe(Number(last.code) + 1)
    expect(await post('/api/areas', { code: last.code, kind: 'general' })).toMatchObject({
      status: 409,
      body: { code: 'areas.code-reused' },
    })
  })

  it('keeps a set that crosses the tree, and a local measure of households', async () => {
    const codes = [at('community')[3]!.code, at('community').at(-1)!.code]
    expect(
      (await city.ask('systemAdmin', 'PUT', '/api/areas/sets/riverside', { name: '滨河片区', kind: 'other', areas: codes })).status,
    ).toBe(200)
    expect((await read(codes[0]!))['sets']).toEqual([{ code: 'riverside', name: '滨河片区' }])
    const limited = await city.ask('systemAdmin', 'PUT', '/api/areas/990901/limits/general', { limit: { least: 100, most: 299 } })
    expect(limited.body['limits']).toEqual([{ kind: 'general', least: 100, most: 299 }])
    const checked = await post('/api/areas/checks', { area: codes[0] })
    expect((checked.body['findings'] as { kind: string }[]).every((finding) => finding.kind === 'households')).toBe(true)
    expect((checked.body['findings'] as unknown[]).length).toBe(gridsOf(codes[0]!).length)
    expect((await city.ask('systemAdmin', 'PUT', '/api/areas/990901/limits/general', { limit: null })).body['limits']).toEqual([])
    expect(await post('/api/areas/checks', { area: codes[0] })).toMatchObject({
      status: 200,
      body: { communitiesWithoutGrid: 0, findings: [] },
    })
  })
})

describe('refused', () => {
  it('says why, and changes nothing', async () => {
    const before = await city.db.query({ text: 'select code, version from areas.area order by code', values: [] })
    const grid = gridsOf(at('community')[4]!.code)[0]!
    const { version } = await read(grid.code)
    const cases: [string, unknown, number, string][] = [
      ['/api/areas', { kind: 'general' }, 422, 'areas.code-missing'],
      ['/api/areas', { kind: 'division', community: community.code }, 422, 'areas.code-missing'],
      ['/api/areas', { kind: 'general', community: '990901001' }, 422, 'areas.not-a-community'],
      ['/api/areas', { kind: 'division', code: '9909010' }, 422, 'areas.code-malformed'],
      ['/api/areas', { kind: 'division', code: grid.code }, 422, 'areas.kind-level'],
      ['/api/areas', { kind: 'general', code: community.code }, 422, 'areas.kind-level'],
      ['/api/areas', { kind: 'division', code: '990901777001' }, 422, 'areas.parent-missing'],
      ['/api/areas', { kind: 'general', code: grid.code }, 409, 'areas.exists'],
      [
        '/api/areas',
        { kind: 'general', community: community.code, border: { source: 'wgs84', geometry: tie } },
        422,
        'areas.border-broken',
      ],
      ['/api/areas', { kind: 'general', community: community.code, border: { geometry: elsewhere } }, 422, 'request.invalid'],
      ['/api/areas', { kind: 'general', community: community.code, tracked: true }, 422, 'request.invalid'],
      [`/api/areas/${grid.code}/drop`, { version: Number(version) + 1 }, 409, 'areas.stale'],
      [`/api/areas/${grid.code}/drop`, { version, successors: [grid.code] }, 422, 'areas.successor'],
      [`/api/areas/${grid.code}/drop`, { version, successors: [community.code] }, 422, 'areas.successor'],
      [`/api/areas/${grid.code}/drop`, { version, on: '2019-01-01' }, 422, 'areas.ends-before-start'],
      [`/api/areas/${grid.code}/drop`, { version, on: '2031-02-30' }, 422, 'request.invalid'],
      [`/api/areas/${community.code}/drop`, { version: (await read(community.code))['version'] }, 409, 'areas.has-areas-below'],
      ['/api/areas/990901888/drop', { version: 1 }, 404, 'areas.missing'],
    ]
    for (const [path, body, status, code] of cases) {
      expect(await post(path, body), `${path} ${JSON.stringify(body).slice(0, 80)}`).toMatchObject({ status, body: { code } })
    }
    expect(await city.ask('systemAdmin', 'PUT', '/api/areas/sets/odd', { name: '某', kind: 'other', areas: ['990901999'] })).toMatchObject({
      status: 422,
      body: { code: 'areas.set-unknown-area' },
    })
    expect(await city.ask('systemAdmin', 'PUT', '/api/areas/990901/limits/general', { limit: { least: 9, most: 1 } })).toMatchObject({
      status: 422,
    })
    expect(await city.db.query({ text: 'select code, version from areas.area order by code', values: [] })).toEqual(before)
  })
})

describe('forbidden', () => {
  it('leaves the register to the system administrator of the area; outside of it nothing is there', async () => {
    const outside = at('grid').find((grid) => grid.code.startsWith('990902'))!
    const body = { version: 1, name: '改名' }
    for (const who of ['dispatcher', 'gridWorker', 'resident', 'securityAdmin'])
      expect((await patch(outside.code, body, who)).status, who).toBe(403)
    expect((await patch(outside.code, body, null)).status).toBe(401)
    expect(await patch(outside.code, body, 'countyAdmin')).toMatchObject({ status: 404, body: { code: 'areas.missing' } })
    expect((await post(`/api/areas/${outside.code}/drop`, { version: 1 }, 'countyAdmin')).status).toBe(404)
    expect((await post('/api/areas', { community: outside.code.slice(0, 12), kind: 'general' }, 'countyAdmin')).status).toBe(404)
    expect((await post('/api/areas/checks', { area: '990902' }, 'countyAdmin')).status).toBe(404)
    expect((await city.ask('countyAdmin', 'PUT', '/api/areas/990902/limits/general', { limit: null })).status).toBe(404)
    expect(
      (await city.ask('countyAdmin', 'PUT', '/api/areas/sets/mine', { name: '某', kind: 'other', areas: ['990901', '990902'] })).status,
    ).toBe(404)
    expect((await post('/api/areas/checks', { area: '990901' }, 'countyAdmin')).status).toBe(200)
    expect((await read(outside.code))['name']).toBe(outside.name)
  })
})

describe('races', () => {
  it('gives five who draw at once five numbers, and five equal requests one', async () => {
    const here = at('community')[6]!.code
    const draw = { community: here, kind: 'general' }
    const five = await Promise.all(Array.from({ length: 5 }, () => post('/api/areas', draw)))
    expect(new Set(five.map((answer) => answer.body['code'])).size).toBe(5)
    const same = await Promise.all(Array.from({ length: 5 }, () => post('/api/areas', draw, 'systemAdmin', 'one-and-the-same')))
    expect(same.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(same.map((answer) => answer.body['code'])).size).toBe(1)
    expect(await city.db.query({ text: `select count(*) from areas.area where code like '${here}%'`, values: [] })).toEqual([
      { count: gridsOf(here).length + 7 },
    ])
  })

  it('lets one of two who change the same area at once win, and tells the other', async () => {
    const town = at('town')[2]!
    const both = await Promise.all(['甲名', '乙名'].map((name) => patch(town.code, { version: 1, name })))
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(both.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'areas.stale' })
  })

  it('shows a change to nobody before it is saved, and nothing of one that was undone', async () => {
    const code = at('town')[3]!.code
    const failing = city.db.transaction(async (db) => {
      const { changeArea } = await import('../commands/change-area.ts')
      const { findArea } = await import('../index.ts')
      const ctx = { ...city.context(), db }
      await changeArea(ctx, code, { version: 1, name: '未保存街道' })
      expect((await findArea(ctx, code))?.name).toBe('未保存街道')
      expect((await read(code))['name']).toBe(at('town')[3]!.name)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect((await read(code))['name']).toBe(at('town')[3]!.name)
  })
})
