import { createHash, createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { revealSeeds } from '../commands/draw-callbacks.ts'
import { checkReplay } from '../commands/check-replay.ts'
import { quietClock } from '../domain/draw.ts'
import { sweepClocks } from '../index.ts'
import { grid, spotIn } from './spot.ts'

/** A week's draw over HTTP: the share decided, matters gone silent, what each desk sees, the seed published, the draw recomputed. */

const w = world({ working: true })
const county = grid.slice(0, 6)
const unit = '990901-water'
const matters: { id: string; number: string; link: string }[] = []
let place: { lon: number; lat: number }

interface Draw {
  readonly seed: string | null
  readonly commitment: string
  readonly items: readonly {
    readonly number: string
    readonly lot: number | null
    readonly drawn: boolean | null
    readonly percent: number
  }[]
}
const body = <T>(reply: Reply): T => reply.body as T
const work = async (who: Person) =>
  body<{ items: { caseId: string; why: { zh: string } }[]; count: { n: number } }>(await who.get('/api/worklist?limit=200'))

/** Reports that the unit says it has dealt with; every step of all of them at the same times, so that only the lot can tell them apart. */
async function fedBack(count: number): Promise<void> {
  const [dispatcher, water] = [await w.as('dispatcher'), await w.as('water')]
  for (let n = 1; n <= count; n++) {
    const reporter = { phone: `1000000${String(n).padStart(4, '0')}` }
    const made = await w.visitor.post('/api/public/cases', { text: `第 ${n} 处水管漏水`, category: '21002', place, reporter })
    matters.push(body<{ id: string; number: string; link: string }>(made))
  }
  w.turn(1000)
  for (const { id } of matters) await dispatcher.post(`/api/cases/${id}/dispatch`, { lead: unit })
  w.turn(1000)
  for (const { id } of matters) {
    const [order] = body<{ orders: { id: string }[] }>(await water.get(`/api/cases/${id}`)).orders
    await water.post(`/api/orders/${order?.id}/acknowledge`)
    const fed = await water.post(`/api/orders/${order?.id}/feedback`, { kind: 'solved', words: '接头已更换' })
    expect(body<{ state: string }>(fed).state).toBe('callback')
  }
}

/** What a member of the handling unit can read about a matter, anywhere; ids and names of the matter itself taken out. */
async function seenByUnit(matter: { id: string; number: string }): Promise<string> {
  const water = await w.as('water', true)
  const list = body<{ items: { id: string }[] }>(await water.get('/api/cases?state=callback&limit=200')).items
  const due = body<{ items: { id: string }[] }>(await water.get('/api/cases?state=callback&order=due&limit=200')).items
  const csv = String((await water.get('/api/cases/export?state=callback')).body).split('\n')
  const seen = {
    one: (await water.get(`/api/cases/${matter.id}`)).body as object,
    row: list.find((one) => one.id === matter.id),
    due: due.some((one) => one.id === matter.id),
    late: body<{ items: { id: string }[] }>(await water.get('/api/cases?due=soon&limit=200')).items.some((one) => one.id === matter.id),
    csv: csv.find((line) => line.includes(matter.number)),
    work: (await work(water)).items.filter((one) => one.caseId === matter.id),
    inbox: (await water.get('/api/inbox')).body,
  }
  const nth = String(matters.findIndex((one) => one.id === matter.id) + 1)
  return JSON.stringify(seen)
    .replaceAll(matter.id, 'ID')
    .replaceAll(matter.number, 'NUMBER')
    .replaceAll(`第 ${nth} 处`, 'N')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ORDER')
    .replaceAll(/"phone":"[^"]*"/g, 'PHONE')
}

beforeAll(async () => {
  place = await spotIn(w, grid)
  const put = await (await w.as('system')).send('PUT', `/api/cases/settings/${county}`, {
    body: { limits: {}, skipped: [], callbackPercent: 50 },
  })
  expect(put).toMatchObject({ status: 200, body: { callback: { percent: 100, nextPercent: 50, nextPeriod: '2026-W49', least: 5 } } })
  await fedBack(20)
  w.turn('2026-11-30T09:00:01Z')
  await sweepClocks(w.context('cases.clocks'))
  await w.settled()
})

describe('before the seed is published', () => {
  it('every coming week has the hash of its seed, and no seed', async () => {
    const { periods } = body<{
      periods: { period: string; commitment: string; seed: string | null; committedAt: string; startsAt: string }[]
    }>(await w.visitor.get('/api/public/callback-draws'))
    expect(periods).toHaveLength(26)
    for (const one of periods) {
      expect([one.commitment, one.seed]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null])
      expect(Date.parse(one.committedAt)).toBeLessThan(Date.parse(one.startsAt))
    }
    expect(new Set(periods.map((one) => one.commitment)).size).toBe(26)
  })

  it('only the drawn wait for the callback agent, who can call no other', async () => {
    const agent = await w.as('callback', true)
    const waiting = new Set((await work(agent)).items.filter((one) => one.why.zh === '待回访').map((one) => one.caseId))
    expect(waiting.size).toBeGreaterThan(0)
    expect(waiting.size).toBeLessThan(matters.length)
    const other = matters.find((one) => !waiting.has(one.id))
    expect(await agent.post(`/api/cases/${other?.id}/callBack`, { contacted: true, solved: 'yes' })).toMatchObject({
      status: 409,
      body: { code: 'case.not-drawn' },
    })
    const moves = body<{ offered: { move: string }[] }>(await agent.get(`/api/cases/${other?.id}`)).offered
    expect(moves.map((one) => one.move)).not.toContain('callBack')
  })

  it('whoever handled it reads the same of a matter that was drawn and of one that was not', async () => {
    const agent = await w.as('callback')
    const waiting = new Set((await work(agent)).items.map((one) => one.caseId))
    const [yes, no] = [matters.find((one) => waiting.has(one.id)), matters.find((one) => !waiting.has(one.id))]
    if (!yes || !no) throw new Error('the lots fell all on one side')
    for (const at of ['2026-11-30T09:00:02Z', '2026-12-02T09:00:00Z', '2026-12-03T08:00:00Z']) {
      w.turn(at)
      await sweepClocks(w.context('cases.clocks'))
      expect(await seenByUnit(yes)).toBe(await seenByUnit(no))
    }
    for (const matter of [yes, no]) {
      expect(JSON.stringify((await w.visitor.get(`/api/public/follow/${matter.link.slice(3)}`)).body)).not.toMatch(/notDrawn|抽中|2026-W/)
      for (const account of ['water', 'housing', 'dispatcher'])
        expect((await (await w.as(account, true)).get('/api/callback-draws/2026-W49')).status).toBe(403)
    }
    expect(await (await w.as('water', true)).post(`/api/cases/${yes.id}/callBack`, { contacted: true, solved: 'yes' })).toMatchObject({
      status: 403,
    })
  })

  it('the supervisor sees who took part and not on whom the lot fell', async () => {
    const draw = body<Draw>(await (await w.as('supervisor', true)).get('/api/callback-draws/2026-W49'))
    expect(draw.seed).toBeNull()
    expect(draw.items.map((one) => one.number).toSorted()).toEqual(matters.map((one) => one.number).toSorted())
    expect(draw.items.every((one) => one.drawn === null && one.lot === null && one.percent === 50)).toBe(true)
    const filtered = body<Draw>(await (await w.as('supervisor')).get('/api/callback-draws/2026-W49?drawn=true'))
    expect(filtered.items).toHaveLength(matters.length)
  })

  it('a share is not turned down for a week that has begun, and never below the least', async () => {
    const system = await w.as('system', true)
    const put = (callbackPercent: number) =>
      system.send('PUT', `/api/cases/settings/${county}`, { body: { limits: {}, skipped: [], callbackPercent } })
    expect(await put(20)).toMatchObject({ status: 200, body: { callback: { percent: 50, nextPercent: 20, nextPeriod: '2026-W50' } } })
    expect((await put(4)).status).toBe(422)
    expect(await put(50)).toMatchObject({ body: { callback: { percent: 50, nextPercent: 50 } } })
  })
})

describe('at the end of the callback’s time', () => {
  it('a matter that was not drawn closes without a verdict; one that was waits on, and the supervisor is told', async () => {
    const agent = await w.as('callback', true)
    const waiting = new Set((await work(agent)).items.map((one) => one.caseId))
    w.turn('2026-12-03T09:00:01Z')
    await sweepClocks(w.context('cases.clocks'))
    const dispatcher = await w.as('dispatcher', true)
    for (const matter of matters) {
      const one = body<{
        state: string
        verdict: string | null
        clocks: { name: string; breached: boolean }[]
        timeline: { move: string }[]
      }>(await dispatcher.get(`/api/cases/${matter.id}`))
      const isDrawn = waiting.has(matter.id)
      expect([one.state, one.verdict]).toEqual(isDrawn ? ['callback', null] : ['closed', 'none'])
      expect(one.clocks.map((clock) => clock.name)).not.toContain(quietClock)
      expect(one.clocks.find((clock) => clock.name === 'callback')?.breached).toBe(isDrawn)
      expect(one.timeline.map((row) => row.move).includes('clock.breached')).toBe(true)
    }
    const late = (await work(await w.as('supervisor', true))).items.filter((one) => one.why.zh === '超时未回访')
    expect(new Set(late.map((one) => one.caseId))).toEqual(waiting)
  })

  it('the reporter may still have it reopened, and every history replays', async () => {
    const closed = body<{ items: { id: string }[] }>(await (await w.as('dispatcher')).get('/api/cases?state=closed')).items
    const matter = matters.find((one) => one.id === closed[0]?.id)
    const again = await w.visitor.post(`/api/public/follow/${matter?.link.slice(3)}/reopen`, { words: '还在漏' })
    expect(again).toMatchObject({ status: 200, body: { state: 'open', verdict: null } })
    expect((await checkReplay(w.context())).differences).toEqual([])
  })
})

describe('two weeks after the week', () => {
  it('the seed is published, and anybody who has it gets the same draw', async () => {
    const agent = await w.as('callback', true)
    const waiting = new Set((await work(agent)).items.map((one) => one.caseId))
    expect(await revealSeeds(w.context())).toEqual([])
    w.turn('2026-12-20T16:00:00Z')
    expect(await revealSeeds(w.context())).toEqual(['2026-W49'])
    expect(await revealSeeds(w.context())).toEqual([])
    const told = body<{ periods: { period: string; seed: string; commitment: string; silent: number; drawn: number }[] }>(
      await w.visitor.get('/api/public/callback-draws'),
    ).periods.find((one) => one.period === '2026-W49')
    const seed = Buffer.from(told?.seed ?? '', 'hex')
    expect(createHash('sha256').update(seed).digest('hex')).toBe(told?.commitment)
    const recomputed = matters.filter(
      ({ number }) => createHmac('sha256', seed).update(number).digest().readUInt32BE(0) * 100 < 50 * 2 ** 32,
    )
    expect(new Set(recomputed.map((one) => one.id))).toEqual(waiting)
    expect([told?.silent, told?.drawn]).toEqual([matters.length, recomputed.length])
    const draw = body<Draw>(await (await w.as('supervisor', true)).get('/api/callback-draws/2026-W49?drawn=true'))
    expect(draw.items.map((one) => one.number).toSorted()).toEqual(recomputed.map((one) => one.number).toSorted())
    expect((await (await w.as('supervisor')).get('/api/callback-draws/2026-W49?area=990902')).body).toMatchObject({ items: [] })
  })
})
