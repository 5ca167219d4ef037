import { beforeAll, describe, expect, it } from 'vitest'
import { world as makeWorld } from '../../../../test/world.ts'
import { listed, neighbourKey, post, type Shown, somewhere, welcome } from './neighbour.ts'

const world = makeWorld()
let good: Record<string, string> = {}

beforeAll(async () => {
  await welcome(world)
  const { lon, lat } = await somewhere(world)
  good = { service_code: '01001', lat: String(lat), long: String(lon), description: '井盖破了，晚上看不见' }
})

async function count(): Promise<number> {
  const [row] = await world.db.query<{ n: number }>({ text: 'select count(*) as n from cases."case"', values: [] })
  return row?.n ?? -1
}

describe('a neighbour posts a request', () => {
  it('and gets its id, who has it, until when, and the secret link for the reporter', async () => {
    const { status, body } = await post(world, { ...good, first_name: '明', last_name: '李', phone: '138-0000-0001' })
    expect(status).toBe(201)
    const [receipt] = body as readonly Shown[]
    expect(receipt).toMatchObject({ agency_responsible: '市民服务调度台', expected_datetime: '2026-11-30T17:00:00+08:00' })
    const token = /\/c\/(\S+)/.exec(receipt?.service_notice ?? '')?.[1]
    const followed = await world.visitor.get(`/api/public/follow/${token}`)
    expect(followed.status).toBe(200)
    expect(followed.body).toMatchObject({ number: receipt?.service_request_id, text: '井盖破了，晚上看不见' })
    const [stored] = await world.db.query({
      text: 'select channel, has_phone, anonymous from cases."case" where number = $1',
      values: [receipt?.service_request_id],
    })
    expect(stored).toEqual({ channel: 'open311', has_phone: true, anonymous: false })
  })

  it('with its key as form field, in the address or as a header; a wrong key or none is 401 and keeps nothing', async () => {
    const before = await count()
    const body = new URLSearchParams(good).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const send = (path: string, headers: Record<string, string>) =>
      world.visitor.send('POST', path, { body, key: null, headers: { ...type, ...headers } })
    expect((await send(`/open311/v2/requests.json?api_key=${neighbourKey}`, {})).status).toBe(201)
    expect((await send('/open311/v2/requests.json', { 'x-api-key': neighbourKey })).status).toBe(201)
    expect((await post(world, good)).status).toBe(201)
    for (const answer of [
      await send('/open311/v2/requests.json', {}),
      await send('/open311/v2/requests.json?api_key=wrong', {}),
      await post(world, { ...good, api_key: 'x' }),
    ]) {
      expect([answer.status, answer.body]).toMatchObject([401, [{ code: 401, description: expect.stringContaining('open311.no-key') }]])
    }
    expect(await count()).toBe(before + 3)
  })

  it('and a session is no key', async () => {
    const dispatcher = await world.as('dispatcher')
    const answer = await dispatcher.send('POST', '/open311/v2/requests.json', { body: good, key: null })
    expect(answer.status).toBe(401)
  })

  it('as JSON, by address alone, with a component’s code', async () => {
    const answer = await world.visitor.send('POST', '/open311/v2/requests.json', {
      key: null,
      headers: { 'x-api-key': neighbourKey },
      body: { service_code: 'C01001', address_string: '解放大街 1 号门前' },
    })
    expect(answer.status).toBe(201)
    const [{ service_request_id: id } = { service_request_id: '' }] = answer.body as readonly Shown[]
    const [shown] = await listed(world, `?service_request_id=${id}`)
    expect(shown).toMatchObject({ service_code: '01001', lat: null, long: null })
  })
})

describe('what is refused keeps nothing and says why in the shape of GeoReport', () => {
  const cases: readonly [string, () => Record<string, string>, number, string][] = [
    ['no category', () => ({ ...good, service_code: '' }), 400, 'open311.no-service-code'],
    ['an unknown category', () => ({ ...good, service_code: '99998' }), 404, 'open311.no-such-service'],
    ['no place', () => ({ service_code: '01001' }), 400, 'open311.no-place'],
    ['half a place', () => ({ service_code: '01001', lat: '42' }), 400, 'open311.half-place'],
    ['a place in another country', () => ({ ...good, lat: '40.7', long: '-74' }), 400, 'case.outside-city'],
    ['4,001 characters', () => ({ ...good, description: '长'.repeat(4001) }), 400, 'open311.long-description'],
    ['a character that cannot be stored', () => ({ ...good, description: 'a\u0000b' }), 400, 'request.bad-text'],
  ]
  it.each(cases)('%s', async (_, fields, status, code) => {
    const before = await count()
    const answer = await post(world, fields())
    expect([answer.status, answer.body]).toMatchObject([status, [{ code: status, description: expect.stringContaining(code) }]])
    expect(await count()).toBe(before)
  })

  it('in XML too, and an unknown format is no address', async () => {
    const answer = await post(world, { ...good, service_code: '99998' }, { path: '/open311/v2/requests.xml' })
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/xml; charset=utf-8'])
    expect(answer.body).toContain('<code>404</code>')
    expect((await post(world, good, { path: '/open311/v2/requests.html' })).status).toBe(400)
  })

  it('and markup in texts stays text', async () => {
    const answer = await post(world, { ...good, description: `<script>alert(1)</script>'; drop table cases."case"; --` })
    expect(answer.status).toBe(201)
  })
})

describe('a request that is sent again', () => {
  it('makes one case and gets the same answer, also five times at once', async () => {
    const before = await count()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(world, good, { key: 'five' })))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(await count()).toBe(before + 1)
    const other = await post(world, { ...good, description: '另一件' }, { key: 'five' })
    expect([other.status, other.body]).toMatchObject([422, [{ description: expect.stringContaining('idempotency.reused') }]])
    expect(await count()).toBe(before + 1)
  })

  it('without a key of its own makes another case', async () => {
    const before = await count()
    await post(world, good)
    await post(world, good)
    expect(await count()).toBe(before + 2)
  })
})

it('says first what to do when life is in danger', async () => {
  const answer = await post(world, { ...good, service_code: '21007', description: '楼道里闻到很浓的煤气味' })
  const [receipt] = answer.body as readonly Shown[]
  expect(receipt?.service_notice).toMatch(/119|110/)
})
