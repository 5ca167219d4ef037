import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { enter, entered, spotNear, type Thing } from './thing.ts'

const w = world()
let place: { lon: number; lat: number }
let desk: Person

beforeAll(async () => {
  place = await spotIn(w, grid)
  desk = await w.as('dispatcher')
})

describe('registering a component', () => {
  it('finds its grid, and gives the next number of its type in its county', async () => {
    const first = await entered(desk, place)
    const second = await entered(desk, spotNear(place, 5))
    expect(first).toMatchObject({ state: 'intact', area: { code: grid }, type: { code: '01037', name: { zh: '路灯' } } })
    expect(first.card.endsWith(`/p/${first.code}`)).toBe(true)
    expect(first.code).toMatch(/^99090101037\d{6}$/)
    expect(Number(second.code.slice(-6)) - Number(first.code.slice(-6))).toBe(1)
  })

  it('keeps a code that was given, of either edition, and goes on after it', async () => {
    const taken = await entered(desk, spotNear(place, 9), { type: '03005', name: '垃圾箱', code: '990901 03005 000500' })
    const next = await entered(desk, spotNear(place, 10), { type: '03005', name: '垃圾箱' })
    const old = await entered(desk, spotNear(place, 11), {
      type: '03005',
      name: '垃圾箱',
      code: '9909010305000007',
      formerCode: '9909010305000006',
    })
    expect([taken.code, next.code, old.code]).toEqual(['99090103005000500', expect.stringMatching(/^99090103005/), '9909010305000007'])
    expect(next.code).not.toBe(taken.code)
    expect(old).toMatchObject({ scheme: 'GB/T 30428.2-2013', formerCode: '9909010305000006' })
  })

  it('still gives numbers after a code that ends with the last of them', async () => {
    const of = { type: '01040', name: '报刊亭' }
    await entered(desk, place, { ...of, code: '99090101040999999' })
    const codes = [await entered(desk, place, of), await entered(desk, place, of)].map((one) => one.code)
    expect(codes).toEqual(['99090101040000001', '99090101040000002'])
  })

  it('keeps owner and maintainer, with the telephone of the service on the list', async () => {
    const one = await entered(desk, spotNear(place, 20), {
      owner: { name: '演示市城市管理局' },
      keeper: { name: '演示路灯所', phone: '（0418）8212345' },
    })
    expect(one).toMatchObject({ owner: { name: '演示市城市管理局', phone: null }, keeper: { name: '演示路灯所', phone: '0418-8212345' } })
    const list = (await desk.get('/api/components?q=' + one.code)).body as { items: { phone: string; owner: { id: number } }[] }
    expect(list.items[0]).toMatchObject({ phone: '0418-8212345' })
    const byOwner = (await desk.get(`/api/components?owner=${list.items[0]?.owner.id}`)).body as { items: Thing[] }
    expect(byOwner.items.map((item) => item.id)).toEqual([one.id])
  })

  it('measures a line in metres and stands at its middle', async () => {
    const line = [spotNear(place), spotNear(place, 60), spotNear(place, 60, 40)].map(({ lon, lat }) => [lon, lat])
    const one = await entered(desk, place, { type: '04005', name: '花卉带', line, place: undefined })
    const { metres } = one as unknown as { metres: number }
    expect(metres).toBeGreaterThan(95)
    expect(metres).toBeLessThan(105)
  })

  it.each([
    [{ code: '123' }, 422, 'component.code'],
    [{ code: '99090103005000001' }, 422, 'component.code-type'],
    [{ code: '99090201037000001' }, 422, 'component.other-county'],
    [{ type: '09999' }, 422, 'component.type'],
    [{ place: { lon: 10, lat: 10 } }, 422, 'component.outside-city'],
    [{ place: undefined }, 422, 'component.place'],
    [{ owner: { name: '某单位', uscc: '91110000600037341A' } }, 422, 'component.uscc'],
    [{ keeper: { name: '王师傅', phone: '13800138000' } }, 422, 'component.private-phone'],
  ])('refuses %j with %s %s', async (more, status, code) => {
    const reply = await enter(desk, place, more)
    expect([reply.status, (reply.body as { code: string }).code]).toEqual([status, code])
  })

  it('gives one code to one component', async () => {
    const one = await entered(desk, place)
    expect(await enter(desk, place, { code: one.code })).toMatchObject({ status: 409, body: { code: 'component.code-taken' } })
  })

  it('is not for desks without the register, nor for another county', async () => {
    expect((await enter(await w.as('hotline'), place)).status).toBe(403)
    expect(await enter(await w.as('dispatcher2'), place)).toMatchObject({ status: 403, body: { code: 'component.not-yours' } })
    const one = await entered(desk, place)
    expect((await (await w.as('dispatcher2')).get(`/api/components/${one.id}`)).status).toBe(404)
    expect((await (await w.as('hotline')).get(`/api/components/${one.id}`)).status).toBe(200)
  })

  it('gives different numbers to those who register at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, at) => entered(desk, spotNear(place, at), { type: '01054', name: '充电桩' })),
    )
    expect(new Set(made.map((one) => one.code)).size).toBe(12)
  })

  it('answers the same request again with the same component', async () => {
    const body = { name: '路灯', type: '01037', place }
    const [first, again] = [
      await desk.post('/api/components', body, { key: 'once-1' }),
      await desk.post('/api/components', body, { key: 'once-1' }),
    ]
    expect((again.body as Thing).id).toBe((first.body as Thing).id)
  })
})

describe('the list', () => {
  const found = async (query: string): Promise<string[]> =>
    ((await desk.get(`/api/components?${query}`)).body as { items: { name: string }[] }).items.map((item) => item.name)

  beforeAll(async () => {
    await entered(desk, spotNear(place, 30), { name: '解放路12号路灯', placeWords: '供销社门口' })
  })

  it('finds by a part of the name, by initials, by place, by type and by the beginning of a code', async () => {
    expect(await found(`q=${encodeURIComponent('放路12')}`)).toEqual(['解放路12号路灯'])
    expect(await found('q=jfl12')).toEqual(['解放路12号路灯'])
    expect(await found(`q=${encodeURIComponent('供销社')}`)).toEqual(['解放路12号路灯'])
    expect(new Set(await found(`q=${encodeURIComponent('充电桩')}`))).toEqual(new Set(['充电桩']))
    expect((await found('q=99090103005')).length).toBeGreaterThanOrEqual(2)
  })

  it('pages by code without losing or doubling one', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page = (await desk.get(`/api/components?limit=7${after === '' ? '' : `&after=${after}`}`)).body as {
        items: Thing[]
        next: string | null
      }
      seen.push(...page.items.map((item) => item.code))
      after = page.next
    }
    expect(seen).toEqual([...new Set(seen)].sort())
    expect((await desk.get('/api/components?after=x')).status).toBe(400)
  })

  it('shows a grid worker the own grid, and nobody what lies elsewhere', async () => {
    const of = async (account: string, query = ''): Promise<number> =>
      ((await (await w.as(account)).get(`/api/components?limit=500${query}`)).body as { items: unknown[] }).items.length
    expect(await of('gridworker')).toBeGreaterThan(0)
    expect(await of('dispatcher2')).toBe(0)
    expect(await of('dispatcher2', '&area=990901')).toBe(0)
  })

  it('counts types as many as the list has', async () => {
    const all = (await desk.get('/api/components?limit=500')).body as { items: unknown[] }
    expect((await desk.get('/api/components/counts')).body).toMatchObject({ total: all.items.length, wrong: 0 })
    const near = (await desk.get(`/api/components/counts?area=${grid}`)).body as { total: number }
    expect(near.total).toBe(((await desk.get(`/api/components?limit=500&area=${grid}`)).body as { items: unknown[] }).items.length)
  })
})
