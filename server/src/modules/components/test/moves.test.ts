import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { cellSums, entered, spotNear, type Thing } from './thing.ts'

const w = world()
let place: { lon: number; lat: number }
let desk: Person

beforeAll(async () => {
  place = await spotIn(w, grid)
  desk = await w.as('dispatcher')
})

const moved = async (one: Person, thing: Pick<Thing, 'id'>, name: string, body: object = { because: 'patrol' }) =>
  one.post(`/api/components/${thing.id}/${name}`, body)

describe('what becomes of a component', () => {
  it('is told by the grid worker who saw it, with the reason, and its history says who and when', async () => {
    const worker = await w.as('gridworker')
    const thing = await entered(desk, place)
    const reply = await moved(worker, thing, 'damage', { because: 'traffic', note: '灯杆被撞歪，13812345678 报的' })
    expect(reply).toMatchObject({ status: 200, body: { state: 'damaged', version: 2, changedOn: '2026-11-23' } })
    const [last, first] = (reply.body as Thing).history
    expect(last).toMatchObject({ move: 'damage', because: { zh: '车辆碰撞' }, by: { post: { zh: '网格员' } } })
    expect(last?.note).not.toContain('13812345678')
    expect(first).toMatchObject({ move: 'register' })
    expect((reply.body as Thing).offered.map((one) => one.move)).toEqual(['mend', 'lose'])
  })

  it('goes back when it was mended, and to the end when it is removed; its code is given to no other', async () => {
    const thing = await entered(desk, place)
    await moved(desk, thing, 'lose')
    await moved(desk, thing, 'mend', { because: 'found' })
    expect(await moved(desk, thing, 'remove', { because: 'works' })).toMatchObject({ status: 200, body: { state: 'removed' } })
    expect((await moved(desk, thing, 'damage')).status).toBe(409)
    const list = (await desk.get(`/api/components?q=${thing.code}`)).body as { items: unknown[] }
    expect(list.items).toEqual([])
    expect(((await desk.get(`/api/components?q=${thing.code}&state=removed`)).body as { items: unknown[] }).items).toHaveLength(1)
    expect(await moved(desk, thing, 'reinstate', { because: 'mistake' })).toMatchObject({ body: { state: 'intact' } })
  })

  it('asks for a reason from the list', async () => {
    const thing = await entered(desk, place)
    expect((await moved(desk, thing, 'damage', { because: 'whim' })).status).toBe(422)
  })

  it('is not the grid worker’s to end, nor anybody’s of another county', async () => {
    const thing = await entered(desk, place)
    expect((await moved(await w.as('gridworker'), thing, 'remove', { because: 'works' })).status).toBe(403)
    expect((await moved(await w.as('dispatcher2'), thing, 'damage')).status).toBe(404)
    expect((await moved(await w.as('callback'), thing, 'damage')).status).toBe(403)
  })

  it('is decided by one of those who say so at once', async () => {
    const thing = await entered(desk, place)
    const replies = await Promise.all(['damage', 'lose'].map((name) => moved(desk, thing, name, { because: 'age', version: 1 })))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  })
})

describe('what is said of a component', () => {
  it('changes with the version that was seen, and the history names the fields', async () => {
    const thing = await entered(desk, place)
    const reply = await moved(desk, thing, 'amend', {
      version: 1,
      name: '供销社路灯',
      keeper: { name: '演示路灯二所', phone: '12345' },
      place: spotNear(place, 12),
      dwelling: '990901001001-3-2',
    })
    expect(reply).toMatchObject({
      status: 200,
      body: { name: '供销社路灯', keeper: { phone: '12345' }, version: 2, dwelling: '990901001001-3-2' },
    })
    expect((reply.body as { history: { fields: { zh: string }[] }[] }).history[0]?.fields.map((field) => field.zh)).toEqual([
      '名称',
      '养护单位',
      '位置',
      '所属门牌',
    ])
    expect(((await desk.get('/api/components?q=gxsld')).body as { items: unknown[] }).items).toHaveLength(1)
    expect(await moved(desk, thing, 'amend', { version: 1, name: '别的' })).toMatchObject({
      status: 409,
      body: { code: 'component.stale' },
    })
  })

  it('keeps no mobile number and does not move to another county', async () => {
    const thing = await entered(desk, place)
    expect(await moved(desk, thing, 'amend', { keeper: { name: '王师傅', phone: '13912345678' } })).toMatchObject({
      status: 422,
      body: { code: 'component.private-phone' },
    })
    const [other] = await w.db.query<{ code: string }>({
      text: "select code from areas.area where level = 'grid' and code like '990902%' order by code limit 1",
      values: [],
    })
    const far = await spotIn(w, other?.code ?? '')
    expect(await moved(desk, thing, 'amend', { place: far })).toMatchObject({ status: 422, body: { code: 'component.other-county' } })
  })
})

it('keeps the counts of the map true through every change', async () => {
  const [{ n, wrong } = { n: 0, wrong: 0 }] = await w.db.query<{ n: number; wrong: number }>({
    text: `select (count(*) filter (where state <> 'removed'))::int as n, (count(*) filter (where state in ('damaged', 'lost')))::int as wrong from components.component`,
    values: [],
  })
  const sums = await cellSums(w)
  expect(sums).toHaveLength(6)
  expect(sums.every((sum) => sum.n === n && sum.wrong === wrong)).toBe(true)
})
