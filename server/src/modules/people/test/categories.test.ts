import { beforeAll, describe, expect, it } from 'vitest'
import { type Reply, world } from '../../../../test/world.ts'
import { bring, grid, inventedNumber } from './people.ts'

const w = world({ working: true })
const codeOf = (reply: Reply): string => (reply.body as { code: string }).code

interface Tagged {
  readonly tags: readonly { readonly category: number; readonly how: string; readonly because: readonly { readonly zh: string }[] }[]
}
interface Entry {
  readonly person: string
  readonly name: string
  readonly to: string | null
  readonly endedBecause: readonly { readonly zh: string }[]
}
const number = inventedNumber('19400101', 41)
let id = ''

const tags = async () => ((await (await w.as('community')).get(`/api/people/${id}?purpose=entitlement`)).body as unknown as Tagged).tags
const find = async (value: string): Promise<string> =>
  (
    (await (await w.as('community')).post('/api/people/search', { by: 'idNumber', value, purpose: 'visit' })).body as unknown as {
      items: { id: string }[]
    }
  ).items[0]?.id ?? ''

beforeAll(async () => {
  await bring(w, 'police', [{ name: '丁酉甲', idNumber: number, area: grid, household: 'H-alone' }])
  await bring(w, 'civil', [{ name: '丁酉甲', idNumber: number, benefit: '低保', level: 'A', recordKey: 'D-9' }])
  await w.settled()
  id = await find(number)
})

describe('a service category', () => {
  it('is derived from what departments sent, each with its reason', async () => {
    expect((await tags()).map((one) => [one.category, one.how])).toEqual([1, 9, 12, 18].map((code) => [code, 'derived']))
    expect((await tags())[0]?.because[0]?.zh).toBe('民政局的记录：低保 A')
  })

  it('follows a changed record, and says why it ended', async () => {
    await bring(w, 'civil', [{ name: '丁酉甲', idNumber: number, benefit: '低保', level: 'A', recordKey: 'D-9', to: '2026-01-01' }])
    await w.settled()
    expect((await tags()).map((one) => one.category)).toEqual([9, 12])
    const list = (await (await w.as('community')).get('/api/people/entries?category=1&purpose=entitlement')).body as unknown as {
      items: Entry[]
    }
    expect(list.items.find((one) => one.person === id)).toMatchObject({
      name: '丁**',
      to: '2026-11-23',
      endedBecause: [{ zh: '记录变了，规则不再成立' }],
    })
  })

  it('follows who lives in the household', async () => {
    await bring(w, 'police', [{ name: '丁酉乙', idNumber: inventedNumber('19900101', 42), area: grid, household: 'H-alone' }])
    await w.settled()
    expect((await tags()).map((one) => one.category)).toEqual([12])
  })

  it('is entered with evidence until a day, and ended by a person', async () => {
    const desk = await w.as('community')
    const body = { category: 34, evidence: '市里表彰文件', until: '2027-11-29' }
    expect((await desk.post(`/api/people/${id}/tags`, { category: 34, until: '2027-11-29' })).status).toBe(422)
    expect(codeOf(await desk.post(`/api/people/${id}/tags`, { ...body, until: '2020-01-01' }))).toBe('people.until')
    expect((await desk.post(`/api/people/${id}/tags`, body)).status).toBe(200)
    expect((await tags()).map((one) => [one.category, one.how])).toContainEqual([34, 'asserted'])
    expect((await desk.post(`/api/people/${id}/tags/end`, { category: 34, why: '登记错了' })).status).toBe(200)
    expect((await tags()).map((one) => one.category)).not.toContain(34)
  })

  it('of a forbidden kind cannot be added, nor a rule for what a statute says', async () => {
    const keeper = await w.as('people')
    const body = { code: 46, name: '新类别', nameEn: 'New', rule: { ageFrom: 90 }, enabled: true }
    expect((await keeper.post('/api/people/categories', body)).status).toBe(200)
    expect(codeOf(await keeper.post('/api/people/categories', { ...body, code: 47, name: '信访对象' }))).toBe('people.category-forbidden')
    expect(codeOf(await keeper.post('/api/people/categories', { ...body, code: 29, name: '法定事项' }))).toBe('people.category-rule')
  })
})

describe('what a statute says', () => {
  const entry = { category: 43, basis: '法院决定书', from: '2026-01-01', until: '2027-01-01' }

  it('is entered and read by its own post alone, sealed with a key of its own', async () => {
    const keeper = await w.as('statutory')
    expect((await keeper.post(`/api/people/${id}/statutory`, entry)).status).toBe(200)
    const list = (await keeper.get(`/api/people/${id}/statutory?purpose=visit`)).body as unknown as {
      items: { category: number; basis: string }[]
    }
    expect(list.items).toEqual([expect.objectContaining({ category: 43, basis: '法院决定书' })])
    for (const account of ['community', 'people', 'gridworker', 'audit', 'system'])
      expect((await (await w.as(account)).get(`/api/people/${id}/statutory?purpose=visit`)).status).toBe(403)
    const [row] = await w.db.query<{ all: string; apart: boolean }>({
      text: 'select t::text as all, t.subject_id <> t.person_id as apart from people.statutory_tag t',
      values: [],
    })
    expect(row?.apart).toBe(true)
    expect(row?.all).not.toContain(Buffer.from('法院决定书').toString('hex'))
  })

  it('is on no page, list, statistic or request of anybody else', async () => {
    const desk = await w.as('community')
    expect(codeOf(await desk.post(`/api/people/${id}/tags`, { category: 43, evidence: '不该登记在这里', until: '2027-01-01' }))).toBe(
      'people.category-kind',
    )
    expect((await tags()).map((one) => one.category)).not.toContain(43)
    const entries = (await desk.get('/api/people/entries?category=43&purpose=visit')).body as unknown as { items: unknown[] }
    expect(entries.items).toEqual([])
    const shares = (await desk.get('/api/people/statistics?area=990901001001')).body as unknown as { categories: { key: string }[] }
    for (const code of [28, 29, 30, 43, 44, 45]) expect(shares.categories.map((one) => one.key)).not.toContain(String(code))
  })

  it('may not be what a service category is', async () => {
    const keeper = await w.as('statutory')
    expect(codeOf(await keeper.post(`/api/people/${id}/statutory`, { ...entry, category: 1 }))).toBe('people.category-kind')
  })
})

describe('the shares of an area', () => {
  it('show no cell below five, and let none be worked out', async () => {
    const old = Array.from({ length: 9 }, (_, n) => ({
      name: `戊戌${n}`,
      idNumber: inventedNumber('19400202', 50 + n),
      area: grid,
      ethnicity: '汉族',
    }))
    const few = Array.from({ length: 3 }, (_, n) => ({
      name: `己亥${n}`,
      idNumber: inventedNumber('20200202', 60 + n),
      area: grid,
      ethnicity: '满族',
    }))
    await bring(w, 'police', [...old, ...few])
    await w.settled()
    const shares = (await (await w.as('community')).get(`/api/people/statistics?area=${grid}`)).body as unknown as {
      of: number
      ages: { key: string; n: number | null }[]
      ethnicities: { key: string; n: number | null }[]
      categories: { key: string; n: number | null }[]
    }
    expect(shares.of).toBeGreaterThanOrEqual(12)
    for (const part of [shares.ages, shares.ethnicities, shares.categories])
      for (const { n } of part) expect(n === null || n >= 5).toBe(true)
    const hidden = shares.ages.filter((one) => one.n === null)
    expect(hidden.length).toBeGreaterThan(1)
    expect(shares.ages.find((one) => one.key === '0-13')?.n).toBeNull()
  })

  it('are those of one’s own area', async () => {
    expect((await (await w.as('community')).get('/api/people/statistics?area=990902')).status).toBe(404)
    expect((await (await w.as('gridworker')).get('/api/people/statistics?area=990901')).status).toBe(403)
  })
})
