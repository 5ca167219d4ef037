import { beforeAll, describe, expect, it } from 'vitest'
import { type Reply, world } from '../../../../test/world.ts'
import { sweepClocks } from '../index.ts'
import { grid, spotIn } from './spot.ts'

/** 已解决 is what the reporter says, or somebody who had no part; never the unit alone, never silence. By every way that a reporter has. */

const w = world()
let place: { lon: number; lat: number }
let phones = 0
const dayMs = 86_400_000

interface Receipt {
  readonly id: string
  readonly number: string
  readonly link: string
  readonly code: string
}
interface View {
  readonly state: string
  readonly verdict: string | null
  readonly reopened: number
  readonly version: number
  readonly clocks: readonly {
    readonly name: string
    readonly startedAt: string
    readonly stoppedAt: string | null
    readonly dueAt: string
  }[]
  readonly orders: readonly { readonly id: string; readonly state: string }[]
  readonly timeline: readonly { readonly move: string; readonly noun: string }[]
}
const body = <T>(reply: Reply): T => reply.body as T
const desk = async (id: string) => body<View>(await (await w.as('dispatcher', true)).get(`/api/cases/${id}`))
const answer = { kind: 'solved', words: '接头已更换，试压正常' }

async function report(
  more: object = { reporter: { phone: `1000000${String(++phones).padStart(4, '0')}` } },
  who = w.visitor,
): Promise<Receipt> {
  const made = await who.post('/api/public/cases', { text: '二单元水管爆了', category: '21002', place, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return body<Receipt>(made)
}

async function feedBack(id: string): Promise<void> {
  const water = await w.as('water', true)
  const order = body<View>(await water.get(`/api/cases/${id}`)).orders.find((one) => one.state !== 'fedBack')
  await water.post(`/api/orders/${order?.id}/acknowledge`)
  expect((await water.post(`/api/orders/${order?.id}/feedback`, answer)).status).toBe(200)
}

async function answered(more?: object, who = w.visitor): Promise<Receipt> {
  const receipt = await report(more, who)
  await (await w.as('dispatcher', true)).post(`/api/cases/${receipt.id}/dispatch`, { lead: '990901-water' })
  await feedBack(receipt.id)
  return receipt
}

async function silent(): Promise<Receipt> {
  const receipt = await answered()
  w.turn(8 * dayMs)
  await sweepClocks(w.context('cases.clocks'))
  return receipt
}

const token = (receipt: Receipt): string => receipt.link.slice(3)
const open311 = async ({ number }: Receipt) =>
  body<{ status: string; status_notes: string }[]>(await w.visitor.get(`/open311/v2/requests/${number}.json`))[0]

/** A matter that came back: open again, its clocks' first round kept and a second begun, its order reworked, nothing of its past gone. */
async function cameBack(id: string, before: View): Promise<void> {
  const after = await desk(id)
  expect(after).toMatchObject({ state: 'open', verdict: null, reopened: before.reopened + 1 })
  const finish = after.clocks.find((one) => one.name === 'finish')
  expect(finish?.stoppedAt).toBeNull()
  expect(finish?.startedAt).toBe(w.now().toISOString())
  expect(after.orders.map((one) => one.id)).toEqual(before.orders.map((one) => one.id))
  expect(after.timeline.length).toBeGreaterThan(before.timeline.length)
  const told = (rows: View['timeline']): string[] => rows.map((one) => JSON.stringify(one)).sort()
  expect(told(after.timeline)).toEqual(expect.arrayContaining(told(before.timeline)))
  const kept = await w.db.query<{ rounds: number[] }>({
    text: `select array_agg(distinct (k ->> 'round')::int order by (k ->> 'round')::int) as rounds from flow.trace t, jsonb_array_elements(t.clocks) k where t.noun_id = $1 and k ->> 'name' = 'finish'`,
    values: [id],
  })
  expect(kept[0]?.rounds).toEqual(before.reopened === 0 ? [1, 2] : [1, 2, 3])
}

beforeAll(async () => {
  place = await spotIn(w, grid)
})

describe('what only the unit says', () => {
  it('is told as the unit’s word, and nowhere as solved', async () => {
    const receipt = await answered()
    const one = body<{ state: string; verdict: null; promise: { zh: string }; answers: { kindSay: { zh: string; en: string } }[] }>(
      await w.visitor.get(`/api/public/follow/${token(receipt)}`),
    )
    expect(one).toMatchObject({ state: 'callback', verdict: null, answers: [{ kindSay: { zh: '承办单位说解决了' } }] })
    expect(JSON.stringify({ ...one, offered: [] })).not.toMatch(/已解决|"Solved"/)
    const listed = await open311(receipt)
    expect(listed?.status).toBe('open')
    expect(JSON.stringify(listed)).not.toMatch(/已解决|olved/)
    expect(
      JSON.stringify(
        body<object>(await w.visitor.post('/api/public/lookup', { number: receipt.number, phoneLast4: String(phones).padStart(4, '0') })),
      ),
    ).not.toMatch(/解决|olved/)
  })

  it('stands in an export under the unit’s answer, and leaves the verdict empty', async () => {
    const receipt = await answered()
    const csv = String((await (await w.as('supervisor', true)).get('/api/cases/export?state=callback')).body)
    const [header = '', ...rows] = csv.replace(/^\uFEFF/, '').split('\r\n')
    const columns = header.split(',')
    const row = rows.find((line) => line.startsWith(receipt.number))?.split(',') ?? []
    expect(columns).not.toContain('办理结果')
    expect(row[columns.indexOf('单位自述结果')]).toBe('单位说已解决')
    expect(row[columns.indexOf('反映人评价')]).toBe('')
  })

  it('is asked of somebody else where nobody can be asked', async () => {
    const receipt = await answered({ anonymous: true })
    expect(await desk(receipt.id)).toMatchObject({ state: 'verifying', verdict: null })
    expect((await open311(receipt))?.status).toBe('open')
  })
})

describe('silence', () => {
  it('after a callback that reached nobody closes with no verdict and says so', async () => {
    const receipt = await silent()
    const agent = await w.as('callback', true)
    expect((await agent.post(`/api/cases/${receipt.id}/callBack`, { contacted: false })).status).toBe(200)
    expect(await desk(receipt.id)).toMatchObject({ state: 'closed', verdict: 'none' })
    const page = body<{ promise: { zh: string } }>(await w.visitor.get(`/api/public/follow/${token(receipt)}`))
    expect(page.promise.zh).toContain('不算作已解决')
    expect(JSON.stringify(await open311(receipt))).not.toMatch(/说已解决|was solved/)
  })

  it('cannot be turned into a yes by an agent who reached nobody', async () => {
    const receipt = await silent()
    const agent = await w.as('callback', true)
    await agent.post(`/api/cases/${receipt.id}/callBack`, { contacted: false, solved: 'yes', satisfied: 5 })
    expect(await desk(receipt.id)).toMatchObject({ verdict: 'none', satisfaction: null })
  })
})

describe('an unhappy answer brings the matter back, with its history and clocks', () => {
  it('by the secret link', async () => {
    const receipt = await answered()
    const before = await desk(receipt.id)
    w.turn(dayMs)
    expect((await w.visitor.post(`/api/public/follow/${token(receipt)}/say`, { solved: 'no', words: '还在漏' })).status).toBe(200)
    await cameBack(receipt.id, before)
  })

  it('by the printed code, after it was closed', async () => {
    const receipt = await answered()
    await w.visitor.post(`/api/public/follow/${receipt.code}/say`, { solved: 'yes', satisfied: 4 })
    const before = await desk(receipt.id)
    expect(before).toMatchObject({ state: 'closed', verdict: 'yes' })
    w.turn(14 * dayMs)
    expect((await w.visitor.post(`/api/public/follow/${receipt.code}/reopen`, { words: '又漏了' })).status).toBe(200)
    await cameBack(receipt.id, before)
  })

  it('by the account that reported', async () => {
    const receipt = await answered({}, await w.as('resident', true))
    const before = await desk(receipt.id)
    expect((await (await w.as('resident')).post(`/api/my/cases/${receipt.id}/say`, { solved: 'partly', again: true })).status).toBe(200)
    await cameBack(receipt.id, before)
  })

  it('by a callback', async () => {
    const receipt = await silent()
    const before = await desk(receipt.id)
    const agent = await w.as('callback', true)
    expect((await agent.post(`/api/cases/${receipt.id}/callBack`, { contacted: true, solved: 'no', satisfied: 1 })).status).toBe(200)
    await cameBack(receipt.id, before)
  })

  it('twice by right; then a supervisor decides, and a refusal leaves the reporter’s no on record', async () => {
    const receipt = await answered()
    for (const state of ['open', 'open', 'reopenRequested']) {
      await w.visitor.post(`/api/public/follow/${token(receipt)}/say`, { solved: 'no' })
      expect((await desk(receipt.id)).state).toBe(state)
      if (state === 'open') await feedBack(receipt.id)
    }
    await (await w.as('supervisor', true)).post(`/api/cases/${receipt.id}/decideReopen`, { grant: false, words: '管道属住户自有部分' })
    expect(await desk(receipt.id)).toMatchObject({ state: 'closed', verdict: 'no' })
    expect(body<{ promise: { zh: string } }>(await w.visitor.get(`/api/public/follow/${token(receipt)}`)).promise.zh).toContain(
      '您说没有解决',
    )
  })

  it('not after fifteen days, and never by the unit, a stranger or another’s link', async () => {
    const [receipt, other] = [await answered(), await answered()]
    await w.visitor.post(`/api/public/follow/${token(receipt)}/say`, { solved: 'yes' })
    expect((await w.visitor.post(`/api/public/follow/${token(other)}x/reopen`, { words: '又漏了' })).status).toBe(404)
    for (const account of ['water', 'dispatcher', 'resident'])
      expect(
        (await (await w.as(account, true)).post(`/api/my/cases/${receipt.id}/reopen`, { words: '又漏了' })).status,
      ).toBeGreaterThanOrEqual(403)
    w.turn(15 * dayMs + 1000)
    expect(await w.visitor.post(`/api/public/follow/${token(receipt)}/reopen`, { words: '又漏了' })).toMatchObject({
      status: 409,
      body: { code: 'case.reopen-too-late' },
    })
  })
})
