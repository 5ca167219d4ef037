import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

/** 「为什么派给我」: every order says which rule of which edition sent it, what did not decide, or who decided otherwise. */

const w = world({ working: true })
const who: Record<string, Person> = {}
let place: { lon: number; lat: number }

interface Why {
  readonly by: string
  readonly say: { readonly zh: string; readonly en: string }
  readonly edition: number | null
  readonly rule: string | null
  readonly ruleSay: { readonly zh: string } | null
  readonly suggested: { readonly id: string } | null
  readonly override: { readonly code: string; readonly say: { readonly zh: string } } | null
  readonly others: readonly { readonly rule: string; readonly because: string; readonly say: { readonly zh: string } }[]
}
interface View {
  readonly id: string
  readonly orders: readonly {
    readonly id: string
    readonly unit: { readonly id: string }
    readonly state: string
    readonly why: Why | null
  }[]
}

const person = (name: string): Person => {
  const one = who[name]
  if (!one) throw new Error(`nobody is called ${name}`)
  return one
}

async function report(): Promise<string> {
  const made = await person('resident').post('/api/public/cases', { text: '二单元水管爆了，漏水一地', category: '21002', place })
  return (made.body as { id: string }).id
}
const post = (name: string, path: string, body: object = {}): Promise<Reply> => person(name).post(path, body)
async function done(name: string, path: string, body: object = {}): Promise<View> {
  const reply = await post(name, path, body)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  return reply.body as View
}
const orderAt = (view: View, unit: string): View['orders'][number] => {
  const found = view.orders.findLast((order) => order.unit.id === unit)
  if (!found) throw new Error(`no order at ${unit}`)
  return found
}

beforeAll(async () => {
  place = await spotIn(w, grid)
  for (const name of ['resident', 'dispatcher', 'water', 'housing', 'adjudicator']) who[name] = await w.as(name)
})

describe('an order says why it is there', () => {
  it('by the rule of the edition in force, with the rules that did not decide', async () => {
    const id = await report()
    await done('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-water', support: ['990901-housing'] })
    const seen = (await person('water').get(`/api/cases/${id}`)).body as View
    const { why } = orderAt(seen, '990901-water')
    expect(why).toMatchObject({ by: 'directory', edition: 1, rule: '21002.990901.any', suggested: { id: '990901-water' }, override: null })
    expect(why?.say.zh).toMatch(/^按派单目录派给.*自来水公司。$/)
    expect(why?.ruleSay?.zh).toContain('派单目录第 1 版')
    expect(why?.others.map((one) => `${one.rule} ${one.because}`)).toEqual(['all.all.any widerClass'])
    expect(orderAt(seen, '990901-housing').why).toMatchObject({ by: 'person' })
  })

  it('keeps ids and codes alone in the trace', async () => {
    const rows = await w.db.query<{ facts: { why?: object } }>({
      text: `select facts from flow.trace where move = 'dispatched' and facts ? 'why'`,
      values: [],
    })
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('or that a person chose another unit, and on what grounds', async () => {
    const id = await report()
    const body = { lead: '990901-housing', because: 'placeDiffers', words: '现场看是楼内立管' }
    await done('dispatcher', `/api/cases/${id}/dispatch`, body)
    const seen = (await person('housing').get(`/api/cases/${id}`)).body as View
    const { why } = orderAt(seen, '990901-housing')
    expect(why).toMatchObject({
      by: 'person',
      rule: '21002.990901.any',
      suggested: { id: '990901-water' },
      override: { code: 'placeDiffers' },
    })
    expect(why?.say.zh).toContain('派单目录建议派给')
    expect(why?.override?.say.zh).toContain('现场')
  })

  it('also after a return, and after a ruling', async () => {
    const id = await report()
    const sent = await done('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-water' })
    const reason = { reason: 'notOurDuty', words: '不是本单位的管道' }
    await done('water', `/api/orders/${orderAt(sent, '990901-water').id}/return`, reason)
    const moved = await done('dispatcher', `/api/orders/${orderAt(sent, '990901-water').id}/answerReturn`, {
      decision: 'redispatch',
      unit: '990901-housing',
      words: '改由住建局办理',
    })
    expect(orderAt(moved, '990901-housing').why).toMatchObject({ by: 'return', suggested: { id: '990901-water' } })
    expect(orderAt(moved, '990901-housing').why?.say.zh).toContain('退回后')
    const there = `/api/orders/${orderAt(moved, '990901-housing').id}`
    await done('housing', `${there}/return`, reason)
    await done('dispatcher', `${there}/answerReturn`, { decision: 'insist', words: '仍由住建局办理' })
    await done('housing', `${there}/object`, reason)
    w.turn(60_000) // orders are told apart by when they were made
    const ruled = await done('adjudicator', `${there}/rule`, { decision: 'redispatch', unit: '990901-water', words: '管道属于供水单位' })
    const { why } = orderAt(ruled, '990901-water')
    expect(why).toMatchObject({ by: 'ruling', edition: 1 })
    expect(why?.say.zh).toMatch(/提出异议后，裁定由.*自来水公司办理，裁定有约束力。/)
  })
})

describe('refused', () => {
  it('to send it elsewhere than the directory says without saying why: nothing changes', async () => {
    const id = await report()
    const reply = await post('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-housing' })
    expect(reply).toMatchObject({ status: 422, body: { code: 'case.override-reason' } })
    expect(((await person('dispatcher').get(`/api/cases/${id}`)).body as { state: string }).state).toBe('submitted')
    const unknown = await post('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-housing', because: 'mood' })
    expect(unknown.status).toBe(422)
  })

  it('does not show the reporter why inside the office', async () => {
    const id = await report()
    await done('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-water' })
    expect(JSON.stringify((await person('resident').get(`/api/my/cases/${id}`)).body)).not.toContain('21002.990901')
  })
})
