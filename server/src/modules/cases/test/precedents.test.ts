import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

/** Rulings on objections as a library: found again, shown beside like matters, and turned into a rule of the directory. */

const w = world({ working: true })
const who: Record<string, Person> = {}
let place: { lon: number; lat: number }
const water = '990901-water'
const housing = '990901-housing'

interface Precedent {
  readonly id: string
  readonly decided: { readonly id: string }
  readonly relieved: { readonly id: string } | null
  readonly words: string | null
  readonly case: { readonly id: string; readonly number: string; readonly opens: boolean }
  readonly opposed: { readonly id: string } | null
}
interface View {
  readonly id: string
  readonly orders: readonly { readonly id: string; readonly unit: { readonly id: string } }[]
  readonly rulings: { readonly count: number; readonly items: readonly Precedent[] } | null
}

const person = (name: string): Person => {
  const one = who[name]
  if (!one) throw new Error(`nobody is called ${name}`)
  return one
}
const post = (name: string, path: string, body: object = {}): Promise<Reply> => person(name).post(path, body)
async function done(name: string, path: string, body: object = {}): Promise<View> {
  const reply = await post(name, path, body)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  return reply.body as View
}
const listed = async (name: string, query = ''): Promise<readonly Precedent[]> =>
  ((await person(name).get(`/api/precedents${query}`)).body as { items: readonly Precedent[] }).items

async function report(category = '21003'): Promise<string> {
  const made = await post('resident', '/api/public/cases', { text: '二次供水水箱不干净', category, place })
  return (made.body as { id: string }).id
}

/** A matter that goes to a unit, comes back, goes there again and is objected to. */
async function objected(account: string, lead: string): Promise<{ id: string; order: string }> {
  const id = await report()
  const sent = await done('dispatcher', `/api/cases/${id}/dispatch`, { lead, because: 'other' })
  const order = sent.orders[0]?.id ?? ''
  const reason = { reason: 'notOurDuty', words: '不归本单位管' }
  await done(account, `/api/orders/${order}/return`, reason)
  await done('dispatcher', `/api/orders/${order}/answerReturn`, { decision: 'insist', words: '目录写明由贵单位办' })
  await done(account, `/api/orders/${order}/object`, reason)
  return { id, order }
}
const rule = (order: string, body: object): Promise<View> => done('adjudicator', `/api/orders/${order}/rule`, body)

beforeAll(async () => {
  place = await spotIn(w, grid)
  for (const name of ['resident', 'dispatcher', 'water', 'housing', 'adjudicator', 'system', 'dispatcher2', 'gridworker', 'callback'])
    who[name] = await w.as(name)
})

describe('a ruling', () => {
  it('is in the library at once, with its words masked', async () => {
    const { order } = await objected('water', water)
    await rule(order, { decision: 'redispatch', unit: housing, words: '水箱归小区产权人，由住建局牵头，联系人 13800001234' })
    const [first] = await listed('dispatcher', `?category=21003`)
    expect(first).toMatchObject({ decided: { id: housing }, relieved: { id: water }, case: { opens: true }, opposed: null })
    expect(first?.words).toContain('由住建局牵头')
    expect(first?.words).not.toContain('13800001234')
  })

  it('is found by class, unit, area and words, and by no others', async () => {
    const count = async (query: string): Promise<number> => (await listed('adjudicator', query)).length
    expect(await count(`?q=${encodeURIComponent('产权人')}`)).toBe(1)
    expect(await count(`?q=${encodeURIComponent('供暖费')}`)).toBe(0)
    expect(await count(`?unit=${housing}`)).toBe(1)
    expect(await count(`?unit=${water}`)).toBe(1)
    expect(await count('?area=990901001')).toBe(1)
    expect(await count('?area=990901009')).toBe(0)
    expect(await count('?category=24')).toBe(0)
    expect((await person('adjudicator').get('/api/precedents?q=x')).status).toBe(422)
    expect((await person('adjudicator').get('/api/precedents?after=nowhere')).status).toBe(400)
  })

  it('stands beside the suggestion in the next like matter, and beside the next objection', async () => {
    const next = await report()
    const seen = (await person('dispatcher').get(`/api/cases/${next}`)).body as View
    expect(seen.rulings).toMatchObject({ count: 1, items: [{ decided: { id: housing } }] })
    const { id } = await objected('water', water)
    expect(((await person('adjudicator').get(`/api/cases/${id}`)).body as View).rulings?.count).toBe(1)
    const other = await report('24003')
    expect(((await person('dispatcher').get(`/api/cases/${other}`)).body as View).rulings).toEqual({ count: 0, items: [] })
  })

  it('is shown as overtaken once a later one says the opposite', async () => {
    w.turn(60_000)
    const { order } = await objected('housing', housing)
    await rule(order, { decision: 'redispatch', unit: water, words: '水质由供水单位负责' })
    const [later, earlier] = await listed('dispatcher', '?category=21003')
    expect(later).toMatchObject({ decided: { id: water }, opposed: null })
    expect(earlier?.opposed).toEqual({ id: later?.id, ruledAt: expect.any(String) as string })
  })
})

describe('a rule of precedents', () => {
  it('names the rulings as its source, in a draft that it begins', async () => {
    w.turn(60_000)
    const { order } = await objected('water', water)
    await rule(order, { decision: 'insist', words: '仍由供水单位负责' })
    const [second, first] = await listed('system', '?category=21003')
    const made = await post('system', '/api/precedents/draft-rule', { precedents: [first?.id, second?.id] })
    expect(made).toMatchObject({ status: 201, body: { rule: '21003.990901.any' } })
    const { edition } = made.body as { edition: number }
    const rules = (await person('system').get(`/api/directory/editions/${edition}/rules?category=21003`)).body as { items: object[] }
    const written = rules.items.find((one) => (one as { rule: string }).rule === '21003.990901.any')
    expect(written).toMatchObject({ lead: water, basisKind: 'ruling' })
    expect([...(written as { precedents: string[] }).precedents].sort()).toEqual([first?.id, second?.id].toSorted())
    expect((written as { basis: { zh: string } }).basis.zh).toContain(first?.case.number)
    expect(await listed('system', `?ids=${first?.id}`)).toHaveLength(1)
    const again = await post('system', '/api/precedents/draft-rule', { precedents: [second?.id] })
    expect(again.body).toMatchObject({ edition, rule: '21003.990901.any' })
  })

  it('keeps the units that help in such matters: a ruling says only who leads', async () => {
    const [ruling] = await listed('system', '?category=21003')
    const { edition, rule: id } = (await post('system', '/api/precedents/draft-rule', { precedents: [ruling?.id] })).body as {
      edition: number
      rule: string
    }
    const path = `/api/directory/editions/${edition}/rules/${id}`
    const helped = {
      lead: housing,
      support: ['990901-urban', water],
      basisKind: 'powerList',
      basis: { zh: '权责清单', en: 'list of powers' },
    }
    expect((await person('system').send('PUT', path, { body: { ...helped, grassRootsAllowed: false } })).status).toBe(200)
    await post('system', '/api/precedents/draft-rule', { precedents: [ruling?.id] })
    const rules = (await person('system').get(`/api/directory/editions/${edition}/rules?category=21003`)).body as { items: object[] }
    expect(rules.items.find((one) => (one as { rule: string }).rule === id)).toMatchObject({ lead: water, support: ['990901-urban'] })
  })

  it('is refused for rulings that differ, were overtaken, or are not there: nothing is written', async () => {
    const all = await listed('system', '?category=21003')
    const overtaken = all.find((one) => one.opposed !== null)
    const code = async (precedents: unknown): Promise<string> =>
      ((await post('system', '/api/precedents/draft-rule', { precedents })).body as { code: string }).code
    expect(await code([overtaken?.id])).toBe('precedent.opposed')
    expect(await code([all[0]?.id, overtaken?.id])).toBe('precedent.unequal-unit')
    expect(await code(['019a0000-0000-4000-8000-000000000001'])).toBe('precedent.missing')
    expect((await post('system', '/api/precedents/draft-rule', { precedents: [] })).status).toBe(422)
  })
})

describe('erasing the reporter', () => {
  it('takes the words of the ruling and leaves what was ruled', async () => {
    await w.db.query({ text: `select 1`, values: [] })
    const before = await listed('system', '?category=21003')
    const [row] = await w.db.query<{ subject_id: string }>({
      text: `select c.subject_id from cases."case" c where c.id = $1`,
      values: [before[0]?.case.id],
    })
    const { forgetPersons } = await import('../commands/forget-person.ts')
    await forgetPersons(w.context(), [{ region: '990901', kind: 'person.erased', facts: { id: row?.subject_id } }])
    const after = await listed('system', '?category=21003')
    expect(after.map((one) => one.decided.id)).toEqual(before.map((one) => one.decided.id))
    expect(after.every((one) => one.words === null)).toBe(true)
  })
})

describe('forbidden', () => {
  it('to read for those who neither dispatch, handle, rule nor keep the directory; another county reads its own alone', async () => {
    for (const name of ['resident', 'gridworker', 'callback']) expect((await person(name).get('/api/precedents')).status).toBe(403)
    expect((await w.visitor.get('/api/precedents')).status).toBe(401)
    expect(await listed('dispatcher2')).toEqual([])
  })

  it('to make rules for all but the system administrator', async () => {
    for (const name of ['dispatcher', 'adjudicator', 'housing'])
      expect((await post(name, '/api/precedents/draft-rule', { precedents: [] })).status).toBe(403)
  })
})
