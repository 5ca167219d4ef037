import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { prune } from '../commands/prune.ts'
import { alarms, device, tell } from './devices.ts'

const w = world()
const day = 86_400_000
const codes = (answer: { body: unknown }): string[] => (answer.body as { problems: { code: string }[] }).problems.map((one) => one.code)

describe('a key', () => {
  it('opens its own device alone', async () => {
    const [one, other] = [await device(w, 'bin', 'a'), await device(w, 'bin', 'b')]
    for (const wrong of [
      { ...one, key: other.key },
      { ...one, key: '' },
      { ...one, id: '019a0000-0000-8000-8000-000000000000' },
    ]) {
      const answer = await tell(w.visitor, wrong, { fill: 1 })
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'telemetry.unknown-device'])
    }
  })

  it('is kept as a hash', async () => {
    const one = await device(w, 'bin', 'hashed')
    const [row] = await w.db.query<{ all: string }>({
      text: 'select string_agg(k::text, $1) as all from telemetry.device_key k',
      values: [' '],
    })
    expect(row?.all).not.toContain(one.key)
  })

  it('of a device out of service opens nothing', async () => {
    const admin = await w.as('system')
    const one = await device(w, 'bin', 'ended')
    expect((await admin.send('DELETE', `/api/devices/${one.id}`)).status).toBe(200)
    expect((await tell(w.visitor, one, { fill: 1 })).status).toBe(401)
    expect((await admin.send('DELETE', `/api/devices/${one.id}`)).status).toBe(404)
  })
})

describe('readings of no use', () => {
  it('are told, and what is of use beside them counts', async () => {
    const one = await device(w, 'bin', 'odd')
    const now = w.now().getTime()
    expect(codes(await tell(w.visitor, one, { fill: 50, mood: 3 }, now))).toEqual(['unknownMeasure'])
    expect(codes(await tell(w.visitor, one, { fill: 51 }, now + 3_600_000))).toEqual(['clockAhead'])
    expect(codes(await tell(w.visitor, one, { fill: 52 }, now - 60 * day))).toEqual(['tooOld'])
    const rows = await w.db.query<{ value: number; at: Date }>({
      text: 'select value, at from telemetry.reading where device = $1 order by value',
      values: [one.id],
    })
    expect(rows.map((row) => row.value)).toEqual([50])
    w.turn(20_000)
    await tell(w.visitor, one, { fill: 53 }, w.now())
    const seen = (await (await w.as('community')).get(`/api/devices/${one.id}`)).body as { problem: { n: number } }
    expect(seen.problem.n).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['a text', { values: { fill: 'much' } }],
    ['nothing', {}],
    ['too many at once', { messages: Array.from({ length: 101 }, () => ({ values: { fill: 1 } })) }],
  ])('such as %s are refused whole', async (_, body) => {
    const one = await device(w, 'bin', 'refused')
    expect((await w.visitor.post(`/api/public/devices/${one.id}/readings`, body, { headers: { 'x-device-key': one.key } })).status).toBe(
      422,
    )
  })

  it('a huge body is not read', async () => {
    const one = await device(w, 'bin', 'huge')
    const body = `{"values":{"fill":1},"more":"${'x'.repeat(200_000)}"}`
    expect((await w.visitor.post(`/api/public/devices/${one.id}/readings`, body, { headers: { 'x-device-key': one.key } })).status).toBe(
      413,
    )
  })
})

describe('who may not', () => {
  it('sees no device or alarm of another county', async () => {
    const one = await device(w, 'manhole', 'seen')
    await tell(w.visitor, one, { tilt: 80 }, w.now())
    expect(await alarms(await w.as('dispatcher'))).not.toEqual([])
    const other = await w.as('dispatcher2')
    expect(await alarms(other)).toEqual([])
    expect(((await other.get('/api/devices')).body as { items: [] }).items).toEqual([])
    expect((await other.get(`/api/devices/${one.id}`)).status).toBe(404)
    expect((await other.get(`/api/devices/${one.id}/readings?measure=tilt`)).status).toBe(404)
  })

  it('keeps no device and no rule', async () => {
    const desk = await w.as('dispatcher')
    const one = await device(w, 'bin', 'kept')
    for (const [method, path] of [
      ['POST', '/api/devices'],
      ['DELETE', `/api/devices/${one.id}`],
      ['POST', `/api/devices/${one.id}/key`],
      ['POST', '/api/device-rules'],
      ['POST', '/api/device-kinds'],
    ] as const)
      expect([path, (await desk.send(method, path, { body: {} })).status]).toEqual([path, 403])
  })
})

describe('a rule', () => {
  const rule = {
    code: 'bin-tipped',
    deviceKind: 'bin',
    measure: 'fill',
    say: { zh: '倒了', en: 'Tipped' },
    test: { kind: 'above', limit: 10, clear: 5, readings: 1 },
    category: null,
    waitSeconds: 0,
  }

  it.each([
    ['that never clears', { test: { kind: 'above', limit: 10, clear: 20, readings: 1 } }, 422, 'telemetry.test'],
    ['of what is not measured', { measure: 'mood' }, 422, 'telemetry.no-such-measure'],
    ['of silence with a measure', { test: { kind: 'silence', minutes: 5 } }, 422, 'telemetry.no-such-measure'],
    ['of an unknown kind', { deviceKind: 'ship' }, 422, 'telemetry.no-such-kind'],
    ['with an unknown class', { category: '99999' }, 422, 'catalogue.unknown'],
    ['with a code that is taken', { code: 'bin-full' }, 409, 'telemetry.code-taken'],
  ])('%s is refused', async (_, change, status, code) => {
    const answer = await (await w.as('system')).post('/api/device-rules', { ...rule, ...change })
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code])
  })

  it('that somebody else has just changed is not overwritten', async () => {
    const admin = await w.as('system')
    expect((await admin.post('/api/device-rules', rule)).status).toBe(201)
    const change = (enabled: boolean) => admin.send('PATCH', '/api/device-rules/bin-tipped', { body: { version: 1, enabled } })
    expect((await change(false)).status).toBe(200)
    expect((await change(true)).status).toBe(409)
  })
})

it('a key that was changed opens for a day more, the new one at once; a revoked one never', async () => {
  const admin = await w.as('system')
  const one = await device(w, 'bin', 'rotated')
  const { key } = (await admin.post(`/api/devices/${one.id}/key`)).body as { key: string }
  for (const known of [one, { ...one, key }]) expect((await tell(w.visitor, known, { fill: 1 }, w.now())).status).toBe(200)
  w.turn(day + 1000)
  expect((await tell(w.visitor, one, { fill: 1 })).status).toBe(401)
  expect((await tell(w.visitor, { ...one, key }, { fill: 1 })).status).toBe(200)
  expect((await (await w.as('system', true)).send('DELETE', `/api/devices/${one.id}/key`)).status).toBe(200)
  expect((await tell(w.visitor, { ...one, key }, { fill: 1 })).status).toBe(401)
})

it('readings go when their weeks are over', async () => {
  await w.as('system', true)
  const one = await device(w, 'bin', 'old')
  await tell(w.visitor, one, { fill: 1 }, w.now())
  const count = async (): Promise<number> =>
    (await w.db.query<{ n: number }>({ text: 'select count(*) as n from telemetry.reading where device = $1', values: [one.id] }))[0]?.n ??
    -1
  w.turn(28 * day)
  await prune(w.context())
  expect(await count()).toBe(1)
  w.turn(14 * day)
  await prune(w.context())
  expect(await count()).toBe(0)
})
