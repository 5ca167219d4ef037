import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const w = world()
const community = '990901001001'
const shop = { area: community, kind: 'smallShop', name: '甲便利店', address: '中华路12号' }

interface Card {
  readonly id: string
  readonly version: number
  readonly nextOn: string | null
  readonly due: boolean
  readonly cycleDays: number
}

describe('a small place (002-65)', () => {
  it('is entered, inspected, due again by the cycle of its kind here, and closed', async () => {
    const admin = await w.as('system')
    const made = await admin.post('/api/places/small', { ...shop, inspectedOn: '2026-08-01' })
    expect(made).toMatchObject({ status: 201, body: { cycleDays: 90, nextOn: '2026-10-30', due: true, ownCycle: false } })
    const { id } = made.body as Card
    const change = (body: object) => admin.send('PATCH', `/api/places/small/${id}`, { body })
    expect(await change({ version: 1, inspectedOn: '2026-11-20' })).toMatchObject({
      status: 200,
      body: { nextOn: '2027-02-18', due: false, version: 2 },
    })
    expect(await change({ version: 2, cycleDays: 2 })).toMatchObject({ body: { nextOn: '2026-11-22', due: true, ownCycle: true } })
    const due = (await admin.get('/api/places/small?due=true')).body as { items: Card[] }
    expect(due.items.map((one) => one.id)).toContain(id)
    expect(await change({ version: 3, closedOn: '2026-11-22' })).toMatchObject({ status: 200, body: { due: false } })
    expect(((await admin.get('/api/places/small')).body as { items: Card[] }).items.map((one) => one.id)).not.toContain(id)
  })

  it('is refused when it is there already, of no kind here, with a wrong code, or changed as of an old version', async () => {
    const admin = await w.as('system')
    const one = { ...shop, name: '乙店' }
    const { id } = (await admin.post('/api/places/small', one)).body as Card
    expect(await admin.post('/api/places/small', { ...one, name: '乙 店' })).toMatchObject({ status: 409, body: { code: 'places.exists' } })
    expect(await admin.post('/api/places/small', { ...one, kind: 'castle' })).toMatchObject({
      status: 422,
      body: { code: 'places.unknown-kind' },
    })
    expect(await admin.post('/api/places/small', { ...one, uscc: '912109020000000000' })).toMatchObject({
      status: 422,
      body: { code: 'places.bad-code' },
    })
    await admin.send('PATCH', `/api/places/small/${id}`, { body: { version: 1, inspectedOn: '2026-11-01' } })
    expect(await admin.send('PATCH', `/api/places/small/${id}`, { body: { version: 1, inspectedOn: '2026-11-02' } })).toMatchObject({
      status: 409,
      body: { code: 'places.stale' },
    })
  })

  it('of two who change it at once one is told', async () => {
    const admin = await w.as('system')
    const { id } = (await admin.post('/api/places/small', { ...shop, name: '丙店' })).body as Card
    const both = await Promise.all(
      ['2026-11-01', '2026-11-02'].map((day) => admin.send('PATCH', `/api/places/small/${id}`, { body: { version: 1, inspectedOn: day } })),
    )
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409])
  })

  it('is neither seen, changed nor entered from outside its area', async () => {
    const admin = await w.as('system')
    const { id } = (await admin.post('/api/places/small', { ...shop, name: '丁店' })).body as Card
    const elsewhere = await w.as('dispatcher2')
    expect((await elsewhere.get(`/api/places/small/${id}`)).status).toBe(404)
    expect((await elsewhere.send('PATCH', `/api/places/small/${id}`, { body: { version: 1, closedOn: '2026-11-01' } })).status).toBe(404)
    expect((await elsewhere.post('/api/places/small', { ...shop, name: '戊店' })).status).toBe(404)
    expect(((await elsewhere.get(`/api/places/small?area=${community}`)).body as { items: Card[] }).items).toEqual([])
    expect((await (await w.as('housing')).post('/api/places/small', shop)).status).toBe(403)
  })
})

describe('the dictionary of kinds', () => {
  it('is changed for an area and counts there alone', async () => {
    const admin = await w.as('system')
    const kind = { area: '990901', name: '小旅馆', nameEn: 'Small hotel', words: ['驿站'], cycleDays: 30, enabled: true }
    expect((await admin.send('PUT', '/api/places/kinds/smallHotel', { body: kind })).status).toBe(200)
    const cycle = async (area: string): Promise<number | undefined> =>
      ((await admin.get(`/api/places/kinds?area=${area}`)).body as { items: { code: string; cycleDays: number }[] }).items.find(
        (one) => one.code === 'smallHotel',
      )?.cycleDays
    expect([await cycle('990901001'), await cycle('990902'), await cycle('9909')]).toEqual([30, 90, 90])
    expect((await (await w.as('dispatcher')).send('PUT', '/api/places/kinds/smallHotel', { body: kind })).status).toBe(403)
    const off = { ...kind, area: '990902', enabled: false }
    expect((await admin.send('PUT', '/api/places/kinds/smallHotel', { body: off })).status).toBe(200)
    expect(await admin.post('/api/places/small', { ...shop, kind: 'smallHotel', area: '990902', name: '己店' })).toMatchObject({
      status: 422,
      body: { code: 'places.unknown-kind' },
    })
  })
})

describe('the search', () => {
  it('finds a place by Chinese words, pinyin initials, a number of its address and its credit code', async () => {
    const admin = await w.as('system')
    await admin.post('/api/places/small', {
      ...shop,
      name: '向阳面馆',
      kind: 'smallRestaurant',
      address: '解放大街77号',
      uscc: '91350100M000100Y43',
    })
    const find = async (q: string): Promise<string[]> =>
      ((await admin.get(`/api/places/search?q=${encodeURIComponent(q)}`)).body as { items: { name: string }[] }).items.map(
        (one) => one.name,
      )
    for (const q of ['向阳', '面馆', 'xymg', '77号', '91350100M000100Y43']) expect([q, await find(q)]).toEqual([q, ['向阳面馆']])
    expect([await find('没有的店'), await find('%')]).toEqual([[], []])
  })
})
