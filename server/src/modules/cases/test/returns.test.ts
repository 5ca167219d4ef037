import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

/** Who returned what, n of N: by unit, class, edition, reason and outcome, with the rows behind each count. */

const w = world({ working: true })
const who: Record<string, Person> = {}
let place: { lon: number; lat: number }
const water = '990901-water'
const housing = '990901-housing'
const accountOf: Readonly<Record<string, string>> = { [water]: 'water', [housing]: 'housing' }

interface Line {
  readonly key: string
  readonly n: number
  readonly of: number
}
interface Report {
  readonly received: number
  readonly returned: number
  readonly units: readonly Line[]
  readonly categories: readonly Line[]
  readonly editions: readonly Line[]
  readonly reasons: readonly Line[]
  readonly outcomes: readonly Line[]
}
interface Row {
  readonly id: string
  readonly case: { readonly id: string }
  readonly unit: { readonly id: string }
  readonly outcome: { readonly code: string }
}

const person = (name: string): Person => {
  const one = who[name]
  if (!one) throw new Error(`nobody is called ${name}`)
  return one
}
const post = (name: string, path: string, body: object = {}): Promise<Reply> => person(name).post(path, body)
const report = async (name: string, query = ''): Promise<Report> => (await person(name).get(`/api/returns${query}`)).body as Report
const rows = async (name: string, query = ''): Promise<readonly Row[]> =>
  ((await person(name).get(`/api/returns/rows${query}`)).body as { items: readonly Row[] }).items
const text = (lines: readonly Line[]): string[] => lines.map((line) => `${line.key} ${line.n}/${line.of}`)

async function sent(lead: string, category: string): Promise<string> {
  const made = await post('resident', '/api/public/cases', { text: '水管漏水', category, place })
  const { id } = made.body as { id: string }
  const view = (await post('dispatcher', `/api/cases/${id}/dispatch`, { lead, because: 'other' })).body as { orders: { id: string }[] }
  return view.orders[0]?.id ?? ''
}
async function returned(lead: string, category: string, reason: string): Promise<string> {
  const order = await sent(lead, category)
  expect((await post(accountOf[lead] ?? '', `/api/orders/${order}/return`, { reason, words: '请核对权属' })).status).toBe(200)
  return order
}
const answered = (order: string, body: object): Promise<Reply> =>
  post('dispatcher', `/api/orders/${order}/answerReturn`, { words: '按目录办理', ...body })
async function objected(lead: string): Promise<string> {
  const order = await returned(lead, '21002', 'notOurDuty')
  await answered(order, { decision: 'insist' })
  await post(accountOf[lead] ?? '', `/api/orders/${order}/object`, { reason: 'notOurDuty', words: '仍有异议' })
  return order
}

beforeAll(async () => {
  place = await spotIn(w, grid)
  for (const name of ['resident', 'dispatcher', 'water', 'housing', 'housinglead', 'adjudicator', 'supervisor', 'system', 'dispatcher2'])
    who[name] = await w.as(name)
  await sent(water, '21002')
  await returned(water, '21002', 'notOurDuty')
  await answered(await returned(water, '21003', 'outsideOurArea'), { decision: 'insist' })
  await answered(await returned(housing, '20007', 'notOurDuty'), { decision: 'redispatch', unit: water })
  const here = await objected(water)
  await post('adjudicator', `/api/orders/${here}/rule`, { decision: 'insist', words: '由供水单位办理' })
  const away = await objected(water)
  await post('adjudicator', `/api/orders/${away}/rule`, { decision: 'redispatch', unit: housing, words: '由住建局办理' })
  w.turn(1_000)
})

describe('the report', () => {
  it('sets what came back against what was received, each order once', async () => {
    const seen = await report('supervisor')
    expect(seen).toMatchObject({ received: 8, returned: 5 })
    expect(text(seen.units)).toEqual([`${water} 4/6`, `${housing} 1/2`])
    expect(text(seen.categories)).toEqual(['21002 3/5', '20007 1/2', '21003 1/1'])
    expect(text(seen.editions)).toEqual(['1 5/8'])
    expect(text(seen.reasons)).toEqual(['notOurDuty 4/5', 'outsideOurArea 1/5'])
    expect(text(seen.outcomes)).toEqual(['insisted 1/5', 'redispatched 1/5', 'ruledAway 1/5', 'ruledHere 1/5', 'waiting 1/5'])
  })

  it('opens the rows behind each count, and they add up', async () => {
    expect(await rows('supervisor')).toHaveLength(5)
    expect(await rows('supervisor', `?unit=${housing}`)).toMatchObject([{ unit: { id: housing }, outcome: { code: 'redispatched' } }])
    expect(await rows('supervisor', '?reason=outsideOurArea')).toHaveLength(1)
    expect(await rows('supervisor', '?category=21002')).toHaveLength(3)
    expect(await rows('supervisor', '?edition=1')).toHaveLength(5)
    expect(await rows('supervisor', '?edition=7')).toHaveLength(0)
    for (const outcome of ['insisted', 'redispatched', 'ruledAway', 'ruledHere', 'waiting'])
      expect((await rows('supervisor', `?outcome=${outcome}`)).map((row) => row.outcome.code)).toEqual([outcome])
    const [first] = await rows('supervisor')
    expect((await person('supervisor').get(`/api/cases/${first?.case.id}`)).status).toBe(200)
  })

  it('pages without losing or doubling a row', async () => {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await person('supervisor').get(`/api/returns/rows?limit=2${after && `&after=${after}`}`)
      const page = body as { items: readonly Row[]; next: string | null }
      seen.push(...page.items.map((row) => row.id))
      if (page.next === null) break
      after = page.next
    }
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })

  it('looks at its period alone', async () => {
    expect(await report('supervisor', '?from=2026-10-01&to=2026-10-31')).toMatchObject({ received: 0, returned: 0, units: [] })
    expect(await report('supervisor', '?from=2026-11-23&to=2026-11-23')).toMatchObject({ received: 8, returned: 5 })
  })

  it('shows a unit its own orders, another county its own, and the keeper of the directory counts alone', async () => {
    expect(text((await report('housinglead')).units)).toEqual([`${housing} 1/2`])
    expect(await rows('housinglead')).toHaveLength(1)
    expect(await report('dispatcher2')).toMatchObject({ received: 0 })
    expect(await rows('dispatcher2')).toEqual([])
    expect(await report('system')).toMatchObject({ received: 8, returned: 5 })
    expect((await person('system').get('/api/returns/rows')).status).toBe(403)
  })

  it('names no person', async () => {
    const whole = JSON.stringify([await report('supervisor'), await rows('supervisor')])
    expect(whole).not.toMatch(/actor|account|phone|演示(经办|调度|裁决)/)
  })
})

describe('refused and forbidden', () => {
  it('a period that is none, or longer than a quarter', async () => {
    for (const query of ['?from=2026-11-23&to=2026-11-22', '?from=2026-01-01&to=2026-06-30'])
      expect(await person('supervisor').get(`/api/returns${query}`)).toMatchObject({ status: 422, body: { code: 'returns.period' } })
    expect((await person('supervisor').get('/api/returns?from=yesterday')).status).toBe(422)
    expect((await person('supervisor').get('/api/returns/rows?outcome=lost')).status).toBe(422)
  })

  it('to those who neither dispatch, rule, supervise nor lead a unit', async () => {
    for (const name of ['resident', 'water']) expect((await person(name).get('/api/returns')).status).toBe(403)
    expect((await w.visitor.get('/api/returns')).status).toBe(401)
  })
})
