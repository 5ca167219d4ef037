import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { distance } from '#platform/geo'
import { world as makeWorld } from '../../../../test/world.ts'
import { form, photoWithPlace } from '../../../platform/files/test/photo.ts'
import { listed, post, type Shown, somewhere, welcome } from './neighbour.ts'

const world = makeWorld()
let place = { lon: 0, lat: 0 }
const street = '01001'
const home = '20003'

beforeAll(async () => {
  await welcome(world)
  place = await somewhere(world)
})

async function report(code: string, description = '灯坏了', address = ''): Promise<string> {
  const answer = await post(world, {
    service_code: code,
    lat: String(place.lat),
    long: String(place.lon),
    description,
    address_string: address,
  })
  const [receipt] = answer.body as readonly Shown[]
  return receipt?.service_request_id ?? ''
}

const ids = (rows: readonly Shown[]): string[] => rows.map((row) => row.service_request_id)

describe('paging', () => {
  it('misses no row and repeats none, though many share one second', async () => {
    const made: string[] = []
    for (let n = 0; n < 23; n++) {
      made.push(await report(street))
      if (n % 6 === 5) world.turn(60_000)
    }
    const seen: string[] = []
    for (let page = 1; ; page++) {
      const rows = await listed(world, `?page=${page}&page_size=5`)
      if (rows.length === 0) break
      seen.push(...ids(rows))
    }
    expect(seen).toHaveLength(23)
    expect(new Set(seen)).toEqual(new Set(made))
  })

  it('misses no row while new reports come in between the pages', async () => {
    const before = new Set(ids(await listed(world)))
    const seen = new Set<string>()
    for (let page = 1; ; page++) {
      const rows = await listed(world, `?page=${page}&page_size=4`)
      for (const id of ids(rows)) seen.add(id)
      if (rows.length === 0) break
      world.turn(1000)
      await report(street)
    }
    expect([...before].filter((id) => !seen.has(id))).toEqual([])
  })

  it('refuses more than 1000 rows a page', async () => {
    expect((await world.visitor.get('/open311/v2/requests.json?page_size=1000')).status).toBe(200)
    const answer = await world.visitor.get('/open311/v2/requests.json?page_size=1001')
    expect([answer.status, answer.body]).toMatchObject([
      400,
      [{ code: 400, description: expect.stringContaining('open311.bad-page-size') }],
    ])
  })
})

describe('filters', () => {
  it('by category, also a component’s, by several, and by id before all else', async () => {
    const lamp = await report(home)
    expect(ids(await listed(world, `?service_code=${home}`))).toEqual([lamp])
    const all = await listed(world)
    expect(await listed(world, `?service_code=${home},C${street}`)).toHaveLength(all.length)
    expect(await listed(world, '?service_code=99998')).toEqual([])
    expect(ids(await listed(world, `?service_request_id=${lamp},${lamp},nonsense,999999-261123-00000-0&service_code=${street}`))).toEqual([
      lamp,
    ])
  })

  it('by time: the times that answers show find their rows again', async () => {
    world.turn(3_600_123)
    const id = await report(street)
    const [row] = await listed(world, `?service_request_id=${id}`)
    const at = encodeURIComponent(row?.requested_datetime ?? '')
    expect(ids(await listed(world, `?start_date=${at}&end_date=${at}`))).toEqual([id])
    world.turn(5000)
    expect(ids(await listed(world, `?start_date=${at}`))).toEqual([id])
    expect(ids(await listed(world, `?end_date=${at}`))).toContain(id)
  })

  it('shows the last 90 days unless dates are given', async () => {
    const id = await report(street)
    const day = 24 * 3_600_000
    world.turn(90 * day - 60_000)
    expect(ids(await listed(world))).toContain(id)
    world.turn(120_000)
    expect(ids(await listed(world))).not.toContain(id)
    expect(ids(await listed(world, '?start_date=2026-11-01'))).toContain(id)
    world.turn(-90 * day - 60_000)
  })

  it('refuses what is no status, time or page', async () => {
    for (const query of ['status=solved', 'start_date=soon', 'page=0', 'start_date=2026-12-01&end_date=2026-11-01']) {
      expect((await world.visitor.get(`/open311/v2/requests.json?${query}`)).status).toBe(400)
    }
  })
})

describe('what everybody may see', () => {
  it('is the street exactly, a home to 50 m and never in words', async () => {
    const [inStreet, atHome] = [await report(street, '坏了', '解放大街路口'), await report(home, '灯坏了', '3 号楼 2 单元 501')]
    const [shownStreet] = await listed(world, `?service_request_id=${inStreet}`)
    const [shownHome] = await listed(world, `?service_request_id=${atHome}`)
    expect([shownStreet?.long, shownStreet?.lat]).toEqual([place.lon, place.lat])
    const away = distance([place.lon, place.lat], [shownHome?.long ?? 0, shownHome?.lat ?? 0])
    expect(away).toBeLessThan(36)
    expect([shownHome?.long, shownHome?.lat]).not.toEqual([place.lon, place.lat])
    expect(JSON.stringify(shownHome)).not.toContain('501')
    expect(shownHome?.address).not.toBe('')
  })

  it('has no text and no photo until the reporter releases them', async () => {
    const upload = form(await photoWithPlace())
    const sent = await world.visitor.send('POST', '/api/public/files', { body: upload.payload, headers: upload.headers })
    const photo = (sent.body as { id: string }).id
    const made = await world.visitor.post('/api/public/cases', {
      text: '井盖没了，我是王芳，电话 13800000009',
      category: street,
      place: { ...place, source: 'wgs84', words: '解放大街路口' },
      photos: [photo],
    })
    const { number, link } = made.body as { number: string; link: string }
    const [before] = await listed(world, `?service_request_id=${number}`)
    expect(before).toMatchObject({ description: null, media_url: null })
    expect(JSON.stringify(before)).not.toMatch(/王芳|13800000009|解放大街/)
    const follow = `/api/public/follow/${link.split('/').at(-1)}`
    const released = await world.visitor.post(`${follow}/release`, { released: true })
    expect(released.status).toBe(200)
    const [after] = await listed(world, `?service_request_id=${number}`)
    expect(after?.description).toContain('井盖没了')
    expect(after?.description).not.toContain('13800000009')
    const picture = await world.visitor.get(new URL(after?.media_url ?? '').pathname)
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg'])
    await world.visitor.post(`${follow}/release`, { released: false })
    expect((await listed(world, `?service_request_id=${number}`))[0]).toMatchObject({ description: null, media_url: null })
    expect((await world.visitor.get(new URL(after?.media_url ?? '').pathname)).status).toBe(404)
  })

  it('names the desk, then the unit; the promise is there from the first answer', async () => {
    const number = await report(street)
    const [first] = await listed(world, `?service_request_id=${number}`)
    expect(first).toMatchObject({ status: 'open', agency_responsible: '市民服务调度台' })
    expect(first?.expected_datetime).toMatch(/^\d{4}-\d{2}-\d{2}T17:00:00\+08:00$/)
    const dispatcher = await world.as('citydesk')
    const [row] = await world.db.query<{ id: string; region: string }>({
      text: 'select id, region from cases."case" where number = $1',
      values: [number],
    })
    const [unit] = await world.db.query<{ id: string; name: string }>({
      text: 'select id, name from orgs.unit where id like $1 order by id limit 1',
      values: [`%${row?.region}%urban%`],
    })
    world.turn(60_000)
    const dispatched = await dispatcher.post(`/api/cases/${row?.id}/dispatch`, { lead: unit?.id, because: 'other' })
    expect(dispatched.status).toBe(200)
    const [then] = await listed(world, `?service_request_id=${number}`)
    expect(then).toMatchObject({
      agency_responsible: unit?.name,
      expected_datetime: first?.expected_datetime,
      requested_datetime: first?.requested_datetime,
    })
    expect((then?.updated_datetime ?? '') > (first?.updated_datetime ?? '')).toBe(true)
  })

  it('is the same in XML', async () => {
    const answer = await world.visitor.get('/open311/v2/requests.xml?page_size=3')
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8')
    const parsed = new XMLParser({ parseTagValue: false }).parse(answer.body) as { service_requests: { request: Record<string, string>[] } }
    const json = await listed(world, '?page_size=3')
    const plain = json.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])),
    )
    expect(parsed.service_requests.request).toEqual(plain)
  })
})
