import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { entered, spotNear, type Thing } from './thing.ts'

const w = world()
let place: { lon: number; lat: number }
let desk: Person
let lamp: Thing

beforeAll(async () => {
  place = await spotIn(w, grid)
  desk = await w.as('dispatcher')
  lamp = await entered(desk, place, {
    name: '解放路12号路灯',
    placeWords: '供销社门口',
    keeper: { name: '演示路灯所', phone: '0418-8212345' },
  })
})

const card = (code: string) => w.visitor.get(`/api/public/components/${code}`)
const report = (code: string, body: object) => w.visitor.post(`/api/public/components/${code}/reports`, body)

describe('the card of a component', () => {
  it('says to everybody what it is, where, who looks after it and how it is', async () => {
    const reply = await card(lamp.code)
    expect(reply).toMatchObject({
      status: 200,
      body: {
        name: '解放路12号路灯',
        stateSay: { zh: '完好' },
        keeper: { name: '演示路灯所', phone: '0418-8212345' },
        placeWords: '供销社门口',
        open: 0,
      },
    })
    expect((reply.body as { area: string }).area).not.toBe('')
  })

  it('says nothing of who entered it, where it came from or whose door it stands at', async () => {
    const bin = await entered(desk, spotNear(place, 3), {
      type: '03005',
      name: '入户垃圾桶',
      placeWords: '3 号楼 2 单元 201 门口',
      dwelling: '990901001001-3-2-201',
    })
    const { body } = await card(bin.code)
    const told = JSON.stringify(body)
    for (const secret of ['990901001001-3-2-201', '201 门口', bin.id, 'dispatcher', grid]) expect(told).not.toContain(secret)
    expect((body as { lon: number }).lon).not.toBe(spotNear(place, 3).lon)
    await report(bin.code, { trouble: 'full', anonymous: true })
    expect((await card(bin.code)).body).toMatchObject({ open: 0 })
  })

  it.each(['12345', 'abc', '99090101037999999', '00000000000000000', '../../x'])(
    'says kindly that there is nothing with the number %s',
    async (code) => {
      const reply = await card(encodeURIComponent(code))
      expect(reply).toMatchObject({ status: 404, body: { code: 'component.no-such-card' } })
      expect((reply.body as { detail: string }).detail).toContain('说一件事')
    },
  )
})

describe('reporting by the card', () => {
  it('makes an ordinary matter with place and class filled in, linked to the component', async () => {
    const reply = await report(lamp.code, { trouble: 'dead', words: '晚上一直黑着', anonymous: true })
    expect(reply.status).toBe(201)
    const { id, number } = reply.body as { id: string; number: string }
    const matter = (await desk.get(`/api/cases/${id}`)).body
    expect(matter).toMatchObject({
      number,
      category: { code: '01037' },
      text: `解放路12号路灯（部件 ${lamp.code}）：不亮、用不了。晚上一直黑着`,
      place: { words: '供销社门口' },
      area: { code: grid },
    })
    expect((await card(lamp.code)).body).toMatchObject({ open: 1 })
    expect(((await desk.get(`/api/components/${lamp.id}`)).body as Thing).matters).toMatchObject([{ number }])
  })

  it('keeps the matters of a component from those who may not see them', async () => {
    const heating = (await (await w.as('heating')).get(`/api/components/${lamp.id}`)).body as Thing
    expect(heating.matters).toEqual([])
  })

  it('once, however often the phone sends it', async () => {
    const send = () =>
      w.visitor.send('POST', `/api/public/components/${lamp.code}/reports`, {
        body: { trouble: 'broken', anonymous: true },
        key: 'phone-1',
      })
    const [first, again] = [await send(), await send()]
    expect([first.status, again.status]).toEqual([201, 201])
    expect((again.body as { number: string }).number).toBe((first.body as { number: string }).number)
  })

  it('is refused for what was removed, for what is wrong in no known way, and for nothing at all', async () => {
    const gone = await entered(desk, spotNear(place, 7))
    await desk.post(`/api/components/${gone.id}/remove`, { because: 'works' })
    expect(await report(gone.code, { trouble: 'broken' })).toMatchObject({ status: 409, body: { code: 'component.removed' } })
    expect((await card(gone.code)).body).toMatchObject({ state: 'removed', troubles: [] })
    expect((await report(lamp.code, { trouble: 'ugly' })).status).toBe(422)
    expect((await report('99090101037999999', { trouble: 'broken' })).status).toBe(404)
  })
})

it('shows staff of the area the whole component by its code, and nobody else', async () => {
  expect(await desk.get(`/api/components/by-code/${lamp.code}`)).toMatchObject({ status: 200, body: { id: lamp.id } })
  expect((await (await w.as('dispatcher2')).get(`/api/components/by-code/${lamp.code}`)).status).toBe(404)
  expect((await (await w.as('resident')).get(`/api/components/by-code/${lamp.code}`)).status).toBe(403)
})
