import { beforeAll, describe, expect, it } from 'vitest'
import { type Reply, world } from '../../../../test/world.ts'
import { bring, inventedNumber } from './people.ts'

const w = world()
const number = inventedNumber('19490912', 7)
const phone = '10000077777'
const name = '癸酉甲'

interface FieldView {
  readonly field: string
  readonly value: string
  readonly because: { readonly en: string }
  readonly source: { readonly en: string }
  readonly others: readonly unknown[]
}
interface PersonPage {
  readonly id: string
  readonly fields: readonly FieldView[]
  readonly household: readonly { readonly name: string }[] | null
  readonly records: readonly { readonly benefit: string | null; readonly inForce: boolean }[]
  readonly mayReveal: boolean
  readonly maySplit: boolean
}
const found = (reply: Reply): readonly { readonly id: string; readonly name: string }[] => (reply.body as { items: [] }).items
const codeOf = (reply: Reply): string => (reply.body as { code: string }).code

let id = ''
beforeAll(async () => {
  const area = '990901001001001'
  await bring(w, 'police', [
    { name, idNumber: number, address: '滨河路12号青藤苑3号楼2单元', area, household: 'H-1', asOf: '2019-01-01', phone: '10000077770' },
    { name: '癸酉乙', idNumber: inventedNumber('19510101', 8), area, household: 'H-1' },
    { name: '癸酉丙', idNumber: inventedNumber('20180101', 9), area, household: 'H-1', phone: '10000077779' },
  ])
  await bring(w, 'civil', [{ name, idNumber: number, benefit: '低保', from: '2024-01-01', to: '2025-01-01' }])
  await bring(w, 'community', [{ name, idNumber: number, phone, asOf: '2026-10-01' }])
  id = found(await (await w.as('community')).post('/api/people/search', { by: 'idNumber', value: number, purpose: 'visit' }))[0]?.id ?? ''
})

describe('finding a person', () => {
  it.each([
    ['idNumber', ` ${number.toLowerCase()} `],
    ['phone', '１００-0007 7777'],
    ['name', '癸 酉甲'],
  ])('by %s works however it is written, and shows no name, number or phone', async (by, value) => {
    const reply = await (await w.as('gridworker')).post('/api/people/search', { by, value, purpose: 'visit' })
    expect(reply.status).toBe(200)
    expect(found(reply).map((one) => one.id)).toEqual([id])
    for (const word of [name, number, phone]) expect(JSON.stringify(reply.body)).not.toContain(word)
  })

  it('needs a purpose of the list, and a number that is one', async () => {
    const desk = await w.as('community')
    expect((await desk.post('/api/people/search', { by: 'phone', value: phone, purpose: 'curiosity' })).status).toBe(422)
    expect((await desk.post('/api/people/search', { by: 'phone', value: phone })).status).toBe(422)
    expect(codeOf(await desk.post('/api/people/search', { by: 'idNumber', value: '123', purpose: 'visit' }))).toBe('people.number')
  })

  it('finds nobody of another area, and their page is not there', async () => {
    await bring(w, 'police', [{ name: '甲戌甲', idNumber: inventedNumber('19490912', 70) }], null, '990902')
    const search = { by: 'name', value: '甲戌甲', purpose: 'visit' }
    for (const account of ['people', 'community', 'gridworker'])
      expect(found(await (await w.as(account)).post('/api/people/search', search))).toEqual([])
    const [other] = await w.db.query<{ id: string }>({ text: "select id from people.person where area = '990902'", values: [] })
    const [theirs, none] = [`${other?.id}`, `${other?.id.slice(0, -4)}0000`].map(async (one) =>
      (await w.as('people')).get(`/api/people/${one}?purpose=visit`),
    )
    const plain = (reply: Reply | undefined) => ({ ...(reply?.body as unknown as object), requestId: '' })
    expect((await theirs)?.status).toBe(404)
    expect(plain(await theirs)).toEqual(plain(await none))
  })

  it('is for those who visit and keep the register, not for other posts', async () => {
    for (const account of ['dispatcher', 'housing', 'supervisor', 'system', 'audit', 'resident', 'hotline'])
      expect((await (await w.as(account)).post('/api/people/search', { by: 'phone', value: phone, purpose: 'visit' })).status).toBe(403)
  })

  it('leaves a trace that says who and what for, never what was typed', async () => {
    const rows = await w.db.query<{ all: string }>({ text: 'select l::text as all from people.lookup l', values: [] })
    expect(rows.length).toBeGreaterThan(5)
    for (const { all } of rows) for (const word of [name, number, phone]) expect(all).not.toContain(word)
    const [audited] = await w.db.query<{ n: number }>({
      text: "select count(*) as n from audit.entry where action = 'person.lookedUp'",
      values: [],
    })
    expect(audited?.n).toBe(rows.length)
  })
})

describe('the page of a person', () => {
  const open = async (account: string, purpose = 'visit') => (await w.as(account)).get(`/api/people/${id}?purpose=${purpose}`)

  it('says of every field where it comes from and why, masked', async () => {
    const reply = await open('community')
    const page = reply.body as unknown as PersonPage
    const field = (wanted: string) => page.fields.find((one) => one.field === wanted)
    expect(field('name')).toMatchObject({ value: '癸**', because: { en: 'All sources say the same' } })
    expect(field('phone')).toMatchObject({
      source: { en: 'Communities, visits' },
      because: { en: 'This source is believed more for this field' },
    })
    expect(field('phone')?.others).toHaveLength(1)
    expect(field('address')?.value).toBe('滨河路***')
    expect(field('ethnicity')).toBeUndefined()
    expect(page.records.map((row) => [row.benefit, row.inForce])).toContainEqual(['低保', false])
    for (const word of [name, number, phone, '青藤苑']) expect(JSON.stringify(reply.body)).not.toContain(word)
  })

  it('shows the household, and of its child nothing but that it is there', async () => {
    const page = (await open('community')).body as unknown as PersonPage
    expect(page.household?.map((one) => one.name)).toEqual(['癸**', '癸**', '***'])
  })

  it('offers what this post may do', async () => {
    expect((await open('community')).body).toMatchObject({ mayReveal: true, maySplit: false })
    expect((await open('people')).body).toMatchObject({ mayReveal: true, maySplit: true })
  })

  it('shows one field in the clear, and the look says which', async () => {
    const desk = await w.as('community')
    const shown = await desk.post(`/api/people/${id}/reveal`, { field: 'phone', purpose: 'visit' })
    expect(shown.body).toEqual({ value: phone })
    const [look] = await w.db.query({
      text: "select post, field, purpose from vault.look where subject_id = $1 and field <> 'page'",
      values: [id],
    })
    expect(look).toEqual({ post: 'communityDesk:990901001001:990901001001', field: 'phone', purpose: 'visit' })
    expect((await desk.post(`/api/people/${id}/reveal`, { field: 'phone', purpose: 'breakGlass' })).status).toBe(422)
    expect((await desk.post(`/api/people/${id}/reveal`, { field: 'totp', purpose: 'visit' })).status).toBe(422)
  })

  it('of a child under fourteen shows nothing without a guardian’s consent', async () => {
    const desk = await w.as('community')
    const [child] = found(await desk.post('/api/people/search', { by: 'name', value: '癸酉丙', purpose: 'visit' }))
    expect(child?.name).toBe('***')
    const page = (await desk.get(`/api/people/${child?.id}?purpose=visit`)).body as unknown as PersonPage
    expect(page.mayReveal).toBe(false)
    expect(page.fields.filter((one) => one.field !== 'area').map((one) => one.value)).toEqual(
      page.fields.filter((one) => one.field !== 'area').map(() => '***'),
    )
    const refused = await desk.post(`/api/people/${child?.id}/reveal`, { field: 'phone', purpose: 'visit' })
    expect([refused.status, codeOf(refused)]).toEqual([403, 'people.guardian'])
  })
})

describe('within an hour', () => {
  it('is limited in an hour, by kind, and open again afterwards', async () => {
    const leader = await w.as('gridleader')
    const search = () => leader.post('/api/people/search', { by: 'phone', value: phone, purpose: 'visit' })
    for (let n = 0; n < 30; n++) expect((await search()).status).toBe(200)
    const refused = await search()
    expect([refused.status, codeOf(refused)]).toEqual([429, 'people.too-many'])
    w.turn(3_600_001)
    const later = await w.as('gridleader', true)
    expect((await later.post('/api/people/search', { by: 'phone', value: phone, purpose: 'visit' })).status).toBe(200)
  })

  it('leaves one look an hour for each purpose', async () => {
    const looks = async () =>
      (
        await w.db.query<{ n: number }>({
          text: "select count(*) as n from vault.look where subject_id = $1 and field = 'page'",
          values: [id],
        })
      )[0]?.n ?? 0
    w.turn(3_600_001)
    const worker = await w.as('gridworker', true)
    const open = (purpose: string) => worker.get(`/api/people/${id}?purpose=${purpose}`)
    const before = await looks()
    for (let n = 0; n < 3; n++) await open('visit')
    await open('entitlement')
    expect(await looks()).toBe(before + 2)
    w.turn(1_800_000)
    await open('visit')
    expect(await looks()).toBe(before + 2)
    w.turn(1_800_001)
    await open('visit')
    expect(await looks()).toBe(before + 3)
  })
})
