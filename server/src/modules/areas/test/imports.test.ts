import { describe, expect, it } from 'vitest'
import { fromWgs84, type Position } from '#platform/geo'
import { findArea, findByAlias, locateGrid, searchPlaces } from '../index.ts'
import { areasCity, at, ground } from './areas-city.ts'

interface Report {
  created: number
  changed: number
  same: number
  rows: number
  refused: { row: number; code: string; say: { zh: string; en: string } }[]
  absent: { code: string }[]
  findings: { kind: string; say: { zh: string; en: string } }[]
}

const city = areasCity({ empty: true })
const put = async (what: string, body: unknown, who = 'owner') => {
  city.be('owner', {
    kind: 'staff',
    id: 'owner',
    posts: [{ id: 'systemAdmin:city:9909', role: 'systemAdmin', org: 'city', area: '9909' }],
    subjectId: null,
    link: null,
    sessionId: 's',
  })
  const answer = await city.ask(who, 'PUT', `/api/areas/${what}`, body)
  expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200)
  return answer.body as unknown as Report
}
const divisions = ground.areas.filter((area) => area.level !== 'grid')
const csv = ['code12,code,level,name', ...divisions.map((area) => `${area.code.padEnd(12, '0')},${area.code},1,${area.name}`)].join('\n')
const feature = (grid: (typeof ground.areas)[number], datum: 'wgs84' | 'gcj02') => ({
  type: 'Feature',
  properties: { 网格编码: grid.code, 网格名称: grid.name, 户数: grid.households },
  geometry: {
    type: 'Polygon',
    coordinates: grid.geometry.coordinates.map((ring: Position[]) => ring.map(([lon, lat]) => fromWgs84(lon, lat, datum))),
  },
})
const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features })
const count = async () => (await city.db.query<{ n: number }>({ text: 'select count(*) as n from areas.area', values: [] }))[0]?.n

describe('divisions', () => {
  it('tries without changing, then takes all, then nothing the second time', async () => {
    expect(await put('divisions', { csv, dryRun: true })).toMatchObject({ rows: 33, created: 33, changed: 0, same: 0, refused: [] })
    expect(await count()).toBe(0)
    expect(await put('divisions', { csv: `\ufeff${csv}`, validFrom: '2020-01-01' })).toMatchObject({ created: 33, refused: [] })
    expect(await put('divisions', { csv })).toMatchObject({ created: 0, same: 33, absent: [] })
    expect(await findArea(city.context(), '990901')).toMatchObject({ name: '东岸区', parent: '9909', validFrom: '2020-01-01' })
  })

  it('tells each row that it did not take, and what the file no longer lists', async () => {
    const report = await put('divisions', {
      csv: '区划代码,名称\n990901,东岸新区\n12345,短\n990901777001,无街道社区\n110101,东城区\n990901778,',
      dryRun: true,
    })
    expect(report).toMatchObject({ rows: 5, created: 0, changed: 1 })
    expect(report.refused.map((one) => [one.row, one.code])).toEqual([
      [2, 'areas.code-malformed'],
      [3, 'areas.row-parent-missing'],
      [4, 'areas.row-out-of-reach'],
      [5, 'areas.row-no-name'],
    ])
    expect(report.absent.length).toBe(divisions.filter((area) => area.code.startsWith('990901')).length - 1)
    expect(report.refused.every((one) => one.say.zh !== '' && one.say.en !== '')).toBe(true)
  })

  it('refuses a file without the columns, and one that is no table', async () => {
    expect(await city.ask('owner', 'PUT', '/api/areas/divisions', { csv: 'a,b\n1,2' })).toMatchObject({
      status: 422,
      body: { code: 'areas.csv-columns' },
    })
    expect(await city.ask('owner', 'PUT', '/api/areas/divisions', { csv: 'code,name\n"99,x' })).toMatchObject({
      status: 422,
      body: { code: 'areas.csv-unreadable' },
    })
  })
})

describe('grids', () => {
  it('takes a file in GCJ-02 and places it where it is', async () => {
    const file = collection(at('grid').map((grid) => feature(grid, 'gcj02')))
    expect(await put('grids', { source: 'gcj02', collection: file, dryRun: true })).toMatchObject({
      created: 96,
      refused: [],
      findings: [],
    })
    expect(await put('grids', { source: 'gcj02', collection: file })).toMatchObject({ rows: 96, created: 96 })
    expect(await put('grids', { source: 'gcj02', collection: file })).toMatchObject({ created: 0, changed: 0, same: 96 })
    const wrong = []
    for (const address of ground.addresses)
      if ((await locateGrid(city.context(), ...address.point)) !== address.grid) wrong.push(address.text)
    expect(wrong).toEqual([])
    expect((await findArea(city.context(), at('grid')[0]!.code))?.datum).toBe('gcj02')
  })

  it('notices a datum that was declared wrongly, once a community has its border', async () => {
    const community = at('community')[0]!
    const { version } = (await city.ask('owner', 'GET', `/api/areas/${community.code}`)).body
    expect(
      (
        await city.ask('owner', 'PATCH', `/api/areas/${community.code}`, {
          version,
          border: { source: 'wgs84', geometry: community.geometry },
        })
      ).status,
    ).toBe(200)
    const here = at('grid').filter((grid) => grid.code.startsWith(community.code))
    const report = await put('grids', { source: 'wgs84', collection: collection(here.map((grid) => feature(grid, 'gcj02'))), dryRun: true })
    expect(report.findings[0]).toMatchObject({ kind: 'datum' })
    expect(report.findings[0]!.say.en).toContain('GCJ-02')
    expect(report.findings.some((finding) => finding.kind === 'outside')).toBe(true)
  })

  it('tells overlaps and gaps of what it would take, and refuses broken features one by one', async () => {
    const community = at('community')[0]!
    const [first, second] = at('grid').filter((grid) => grid.code.startsWith(community.code))
    const grown = { ...feature(first!, 'wgs84'), geometry: second!.geometry }
    const report = await put('grids', {
      source: 'wgs84',
      collection: collection([grown, { type: 'Feature', properties: {}, geometry: null }]),
      dryRun: true,
    })
    expect(report).toMatchObject({ rows: 2, changed: 1, created: 0 })
    expect(report.refused.map((one) => [one.row, one.code])).toEqual([[2, 'areas.row-geometry']])
    expect(report.findings.map((finding) => finding.kind).sort()).toEqual(['gap', 'overlap'])
    expect(report.absent).toHaveLength(at('grid').filter((grid) => grid.code.startsWith(community.code)).length - 1)
  })

  it('asks for the datum', async () => {
    expect(
      await city.ask('owner', 'PUT', '/api/areas/grids', { collection: collection([feature(at('grid')[0]!, 'wgs84')]) }),
    ).toMatchObject({ status: 422, body: { code: 'request.invalid' } })
  })
})

describe('tables of other systems and names of places', () => {
  it('merges two layers of grids into one, and tells what conflicts', async () => {
    const [a, b] = at('grid').map((grid) => grid.code)
    const table = `外部编码,网格编码,备注\nJW-1,${a},警务\nJW-2,${a},\nJW-3,${b},\nJW-3,${a},\nJW-4,990901999,\n,${a},`
    const report = await put('aliases', { scheme: 'police-grid', csv: table })
    expect(report).toMatchObject({ rows: 6, created: 3, changed: 0, same: 0 })
    expect(report.refused.map((one) => [one.row, one.code])).toEqual([
      [4, 'areas.row-two-areas'],
      [5, 'areas.row-area-missing'],
      [6, 'areas.row-no-external'],
    ])
    expect((await findByAlias(city.context(), 'police-grid', 'JW-2'))?.code).toBe(a)
    expect(await findByAlias(city.context(), 'civil-affairs', 'JW-2')).toBeNull()
    expect(await put('aliases', { scheme: 'police-grid', csv: `external,code\nJW-1,${a}\nJW-2,${b}` })).toMatchObject({
      created: 0,
      changed: 1,
      same: 1,
    })
  })

  it('places names by their points', async () => {
    const [lon, lat] = ground.places[0]!.point
    const table = `名称,类型,经度,纬度\n试验小区,小区,${lon},${lat}\n远方,地标,116.4,39.9\n无点,地标,,\n怪物,怪物,${lon},${lat}`
    const report = await put('places', { source: 'wgs84', csv: table })
    expect(report).toMatchObject({ rows: 4, created: 1, same: 0 })
    expect(report.refused.map((one) => one.code)).toEqual(['areas.row-outside-city', 'areas.row-point', 'areas.row-place-kind'])
    expect(await searchPlaces(city.context(), 'syxq')).toMatchObject([{ name: '试验小区', area: ground.places[0]!.area }])
    expect(await put('places', { source: 'wgs84', csv: table })).toMatchObject({ created: 0, same: 1 })
  })
})

describe('forbidden', () => {
  it('leaves imports to the system administrator, and each row to who keeps its area', async () => {
    for (const what of ['divisions', 'grids', 'aliases', 'places']) {
      expect((await city.ask('dispatcher', 'PUT', `/api/areas/${what}`, {})).status, what).toBe(403)
      expect((await city.ask(null, 'PUT', `/api/areas/${what}`, {})).status, what).toBe(401)
    }
    const report = await put('divisions', { csv: 'code,name\n990901001,外人街道' }, 'countyAdmin')
    expect(report.refused.map((one) => one.code)).toEqual(['areas.row-out-of-reach'])
  })
})
