import { describe, expect, it } from 'vitest'
import { type Reply, world } from '../../../../test/world.ts'
import { bring, count, inventedNumber } from './people.ts'

const w = world()

interface Side {
  readonly id: string
  readonly records: readonly { readonly id: string; readonly benefit: string | null }[]
}
interface Pair {
  readonly id: string
  readonly score: number
  readonly version: number
  readonly state: string
  readonly fields: readonly { readonly field: string; readonly one: string | null; readonly other: string | null; readonly alike: string }[]
  readonly sides: readonly [Side, Side]
  readonly offers: readonly { readonly move: string }[]
}
const pairOf = (reply: Reply): Pair => reply.body as unknown as Pair
const itemsOf = (reply: Reply): readonly { readonly id: string; readonly area: string }[] => (reply.body as { items: [] }).items

let people = 0
const seen = new Set<string>()
/** Somebody with a number, then a record of the same name and day without one: the id of the question. */
async function doubt(): Promise<{ id: string; name: string; number: string }> {
  const n = ++people
  const [name, number] = [`壬申${'甲乙丙丁戊己庚辛'[n]}`, inventedNumber('19470809', n)]
  await bring(w, 'police', [{ name, idNumber: number, benefit: '户籍', area: '990901001001001' }])
  w.turn(1000) // whoever was known first keeps their id
  await bring(w, 'disabled', [{ name, born: '1947-08-09', phone: `1000009${String(n).padStart(4, '0')}`, benefit: '持证残疾' }])
  const rows = await w.db.query<{ id: string }>({ text: 'select id from people.doubt', values: [] })
  const [id = ''] = rows.map((row) => row.id).filter((one) => !seen.has(one))
  seen.add(id)
  return { id, name, number }
}

describe('a doubtful pair', () => {
  it('waits for the keeper of the area, with its score, its reasons and both side by side, masked', async () => {
    const { id, name, number } = await doubt()
    const keeper = await w.as('people')
    expect(itemsOf(await keeper.get('/api/doubts')).map((one) => one.id)).toContain(id)
    const reply = await keeper.get(`/api/doubts/${id}`)
    const pair = pairOf(reply)
    expect(reply.status).toBe(200)
    expect(pair.score).toBe(60)
    expect(pair.fields.find((one) => one.field === 'name')).toEqual(expect.objectContaining({ alike: 'same', one: '壬**', other: '壬**' }))
    expect(pair.fields.find((one) => one.field === 'idNumber')?.alike).toBe('unknown')
    expect(pair.offers.map((one) => one.move).sort()).toEqual(['join', 'keepApart'])
    for (const word of [name, number]) expect(JSON.stringify(reply.body)).not.toContain(word)
    const [waits] = await w.db.query<{ post: string }>({ text: 'select post from worklist.item where noun_id = $1', values: [id] })
    expect(waits?.post).toBe('peopleKeeper:990901-centre:990901')
  })

  it('is joined by a person: one is left, with the records and the fields of both', async () => {
    const { id, number } = await doubt()
    const keeper = await w.as('people')
    const before = await count(w, "person where state = 'kept'")
    const joined = await keeper.post(`/api/doubts/${id}/join`, { reason: '电话核实过，是同一个人' })
    expect(joined.status).toBe(200)
    expect(pairOf(joined).state).toBe('joined')
    expect(await count(w, "person where state = 'kept'")).toBe(before - 1)
    const found = await keeper.post('/api/people/search', { by: 'idNumber', value: number, purpose: 'registerCheck' })
    const [one] = itemsOf(found)
    const page = (await keeper.get(`/api/people/${one?.id}?purpose=registerCheck`)).body as {
      records: { benefit: string }[]
      fields: { field: string; value: string }[]
    }
    expect(page.records.map((row) => row.benefit).sort()).toEqual(['户籍', '持证残疾'].sort())
    expect(page.fields.find((field) => field.field === 'phone')?.value).toMatch(/^100\*+\d+$|^\*+\d{3}$/)
  })

  it('is joined once, whoever is first', async () => {
    const { id } = await doubt()
    const keeper = await w.as('people')
    const answers = await Promise.all([1, 2, 3].map(() => keeper.post(`/api/doubts/${id}/join`, { reason: '是同一个人' })))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409])
  })

  it('is kept apart by a person, and not asked about again', async () => {
    const { id } = await doubt()
    const keeper = await w.as('people')
    const open = await count(w, "doubt where state = 'open'")
    expect((await keeper.post(`/api/doubts/${id}/keepApart`, { reason: '住在两个地方' })).status).toBe(200)
    expect(await count(w, "doubt where state = 'open'")).toBe(open - 1)
    expect((await keeper.post(`/api/doubts/${id}/join`, { reason: '又想合并' })).status).toBe(409)
    expect(await count(w, 'apart')).toBe(1)
  })

  it('needs a reason, kept sealed', async () => {
    const { id } = await doubt()
    const keeper = await w.as('people')
    expect((await keeper.post(`/api/doubts/${id}/join`, {})).status).toBe(422)
    const secret = '邻居甲说的'
    await keeper.post(`/api/doubts/${id}/join`, { reason: secret })
    const [dump] = await w.db.query<{ all: string }>({
      text: 'select (select string_agg(c::text, $$$$) from people.change c) || (select string_agg(t::text, $$$$) from flow.trace t) || (select string_agg(f::text, $$$$) from flow.words f) as all',
      values: [],
    })
    expect(dump?.all).not.toContain(secret)
    expect(dump?.all).not.toContain(Buffer.from(secret).toString('hex'))
  })

  it('is nothing to those who do not keep the register there', async () => {
    const { id } = await doubt()
    for (const account of ['community', 'dispatcher', 'system', 'resident']) {
      expect((await (await w.as(account)).get(`/api/doubts/${id}`)).status).toBe(403)
      expect((await (await w.as(account)).post(`/api/doubts/${id}/join`, { reason: '不该行' })).status).toBe(403)
    }
  })
})

describe('a wrong joining', () => {
  it('is undone: each has their own records, fields and key again', async () => {
    const { id, number } = await doubt()
    const keeper = await w.as('people')
    const pair = pairOf(await keeper.get(`/api/doubts/${id}`))
    await keeper.post(`/api/doubts/${id}/join`, { reason: '看着像' })
    const find = async () =>
      itemsOf(await keeper.post('/api/people/search', { by: 'idNumber', value: number, purpose: 'registerCheck' }))[0]?.id ?? ''
    const kept = await find()
    const going = pair.sides.flatMap((side) => side.records).filter((row) => row.benefit === '持证残疾')
    expect((await keeper.post(`/api/people/${kept}/split`, { records: [], reason: '错了' })).status).toBe(422)
    const split = await keeper.post(`/api/people/${kept}/split`, { records: going.map((row) => row.id), reason: '本人来说不是一个人' })
    expect(split.status).toBe(200)
    const other = (split.body as { id: string }).id
    expect(pair.sides.map((side) => side.id)).toContain(other)
    expect(other).not.toBe(kept)
    expect(await find()).toBe(kept)
    const page = (await keeper.get(`/api/people/${other}?purpose=registerCheck`)).body as {
      records: { benefit: string }[]
      fields: { field: string }[]
    }
    expect(page.records.map((row) => row.benefit)).toEqual(['持证残疾'])
    expect(page.fields.map((one) => one.field)).not.toContain('idNumber')
    expect((await keeper.post(`/api/people/${other}/split`, { records: going.map((row) => row.id), reason: '再拆' })).status).toBe(422)
  })

  it('is not for a desk to undo, nor for a keeper elsewhere', async () => {
    const { number } = await doubt()
    const found = await (await w.as('people')).post('/api/people/search', { by: 'idNumber', value: number, purpose: 'registerCheck' })
    const [one] = itemsOf(found)
    const body = { records: ['019a0000-0000-8000-8000-000000000000'], reason: '不该行' }
    expect((await (await w.as('community')).post(`/api/people/${one?.id}/split`, body)).status).toBe(403)
  })
})
