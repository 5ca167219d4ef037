import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { findSilent } from '../commands/find-silent.ts'
import { alarms, device, tell } from './devices.ts'

const w = world()
const minute = 60_000

describe('a device over HTTP', () => {
  it('is entered with a key that is shown once, tells readings, and is seen with them', async () => {
    const one = await device(w, 'water', '99090101067000001')
    expect((await tell(w.visitor, one, { level: 3 }, w.now())).body).toEqual({ kept: 1, problems: [] })
    w.turn(minute)
    expect((await tell(w.visitor, one, { level: 4 }, w.now())).status).toBe(200)
    const desk = await w.as('community')
    const seen = (await desk.get(`/api/devices/${one.id}`)).body as { now: { value: number; unit: string }[]; heardAt: string }
    expect(seen.now).toMatchObject([{ key: 'level', value: 4, unit: 'cm' }])
    expect(JSON.stringify(seen)).not.toContain(one.key)
    const points = (await desk.get(`/api/devices/${one.id}/readings?measure=level&hours=1`)).body as { items: { mean: number }[] }
    expect(points.items.map((point) => point.mean)).toEqual([3, 4])
    const listed = (await desk.get('/api/devices?component=99090101067000001')).body as { items: { id: string }[] }
    expect(listed.items.map((line) => line.id)).toEqual([one.id])
  })

  it('sends again what it is not sure of, and nothing is doubled', async () => {
    const one = await device(w, 'water', 'again')
    const at = w.now()
    for (let n = 0; n < 3; n++) expect((await tell(w.visitor, one, { level: 30 }, at)).body).toEqual({ kept: 1, problems: [] })
    const [row] = await w.db.query<{ n: number }>({
      text: 'select count(*) as n from telemetry.reading where device = $1',
      values: [one.id],
    })
    expect(row?.n).toBe(1)
    expect(await alarms(await w.as('community'), `&device=${one.id}`)).toEqual([]) // three copies are not two readings in succession
  })

  it('hands in at once what it kept while there was no network; rules look at what is fresh alone', async () => {
    const one = await device(w, 'manhole', 'late')
    const messages = [120, 60, 0].map((ago) => ({
      at: new Date(w.now().getTime() - ago * minute).toISOString(),
      values: { tilt: ago === 0 ? 2 : 40 },
    }))
    const answer = await w.visitor.post(`/api/public/devices/${one.id}/readings`, { messages }, { headers: { 'x-device-key': one.key } })
    expect(answer.body).toEqual({ kept: 3, problems: [] })
    expect(await alarms(await w.as('community'), `&device=${one.id}`)).toEqual([])
  })
})

describe('an alarm', () => {
  it('is opened once, extended by repeats, and cleared by its rule', async () => {
    const one = await device(w, 'water', 'flooded')
    const desk = await w.as('community')
    for (const level of [20, 22, 30, 25]) {
      w.turn(minute)
      await tell(w.visitor, one, { level }, w.now())
    }
    const high = (all: Awaited<ReturnType<typeof alarms>>) => all.filter((alarm) => alarm.kind === 'water-high')
    expect(high(await alarms(desk, `&device=${one.id}`))).toMatchObject([{ times: 3, value: 25, worst: 30, clearedAt: null }])
    w.turn(minute)
    await tell(w.visitor, one, { level: 10 }, w.now()) // between: nothing changes
    expect(high(await alarms(desk, `&device=${one.id}&state=open`))).toHaveLength(1)
    w.turn(minute)
    await tell(w.visitor, one, { level: 4 }, w.now())
    expect(high(await alarms(desk, `&device=${one.id}&state=open`))).toEqual([])
    expect(high(await alarms(desk, `&device=${one.id}&state=cleared`))).toMatchObject([{ times: 3 }])
  })

  it('is judged by the rule as it is now', async () => {
    const admin = await w.as('system')
    const rules = (await admin.get('/api/device-rules')).body as { items: { code: string; version: number; test: object }[] }
    const bin = rules.items.find((rule) => rule.code === 'bin-full')
    const changed = await admin.send('PATCH', '/api/device-rules/bin-full', {
      body: { version: bin?.version, test: { kind: 'above', limit: 50, clear: 20, readings: 1 } },
    })
    expect(changed.status).toBe(200)
    const one = await device(w, 'bin', 'half-full')
    await tell(w.visitor, one, { fill: 60 }, w.now())
    expect(await alarms(await w.as('community'), `&device=${one.id}`)).toMatchObject([{ kind: 'bin-full', value: 60 }])
  })

  it('of silence comes by itself and ends with the next message', async () => {
    const one = await device(w, 'lamp', 'silent')
    await tell(w.visitor, one, { voltage: 220 }, w.now())
    w.turn(59 * minute)
    await findSilent(w.context())
    const silent = async () =>
      (await alarms(await w.as('community', true), `&device=${one.id}`)).filter((alarm) => alarm.kind === 'lamp-silent')
    expect(await silent()).toEqual([])
    w.turn(2 * minute)
    await findSilent(w.context())
    await findSilent(w.context())
    expect(await silent()).toMatchObject([{ times: 1, clearedAt: null }])
    await tell(w.visitor, one, { voltage: 220 }, w.now())
    expect((await silent())[0]?.clearedAt).not.toBeNull()
  })
})
