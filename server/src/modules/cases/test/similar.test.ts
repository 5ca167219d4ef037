import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'
import { answer, ok, seen, tell } from './together-people.ts'

/** While somebody reports: open matters nearby that look the same, as everybody may know them, and the choice to go along with one. */

const w = world({ working: true })
let dispatcher: Person
let water: Person
let place: { lon: number; lat: number }

interface Item {
  readonly number: string
  readonly metres: number | null
  readonly reports: number
  readonly unit: { readonly zh: string }
}
const similar = (text: string, where: object = { place }): Promise<Reply> =>
  w.visitor.post('/api/public/similar', { text, category: '21002', ...where })
const items = async (text: string, where?: object): Promise<Item[]> => {
  const reply = await similar(text, where)
  expect(reply.status).toBe(200)
  return (reply.body as { items: Item[] }).items
}
const told = async (text: string, sameAs: string): Promise<{ id: string; follow: string; number: string }> =>
  tell(w, text, { place, sameAs })

beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  water = await w.as('water')
  place = await spotIn(w, grid)
})

describe('what looks the same', () => {
  it('is shown with class, public place, state, age and holder, and with nothing that a person said or is', async () => {
    const main = await tell(w, '幸福小区二单元水管爆了，漏水一地，我住 602 王桂英', {
      place: { ...place, words: '幸福小区 2 单元 602' },
      reporter: { name: '王桂英', phone: '13912345678' },
    })
    await ok(dispatcher.post(`/api/cases/${main.id}/dispatch`, { lead: '990901-water' }))
    const reply = await similar('幸福小区二单元水管爆了没人修', { place: { ...place, lat: place.lat + 0.0002 } })
    const found = (reply.body as { items: Item[] }).items
    expect(found[0]).toMatchObject({ number: main.number, reports: 1, unit: { zh: '东岸区自来水公司' } })
    expect((found[0]?.metres ?? 0) % 10).toBe(0)
    const shown = JSON.stringify(reply.body)
    for (const secret of [main.id, '602', '王桂英', '13912345678', '漏水一地', '水管爆了']) expect(shown).not.toContain(secret)
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(
      ['category', 'metres', 'number', 'place', 'reportedAt', 'reports', 'stateSay', 'unit'].sort(),
    )
  })

  it('is nothing for other troubles, other places, places that are not known, and what has ended', async () => {
    expect(await items('夜市摊占道，噪音到凌晨')).toEqual([])
    expect(await items('幸福小区二单元水管爆了', { place: { ...place, lat: place.lat + 0.009 } })).toEqual([])
    expect(await items('幸福小区二单元水管爆了', { address: '幸福小区' })).toEqual([])
    expect(await items('幸福小区二单元水管爆了', { place: { lon: 2.35, lat: 48.85 } })).toEqual([])
    const main = await tell(w, '锅炉房外墙的暖气管喷蒸汽', { place })
    expect(await items('锅炉房外墙暖气管喷蒸汽')).toMatchObject([{ number: main.number }])
    await ok(dispatcher.post(`/api/cases/${main.id}/refer`, { channel: 'litigation', words: '请走诉讼' }))
    expect(await items('锅炉房外墙暖气管喷蒸汽')).toEqual([])
  })

  it('is never more than three', async () => {
    for (const n of ['一', '二', '三', '四']) await tell(w, `东门口阀门井往外冒水${n}`, { place })
    expect(await items('东门口阀门井往外冒水')).toHaveLength(3)
  })

  it('refuses a question without words, and fields that it does not know', async () => {
    expect((await similar('')).status).toBe(422)
    expect((await similar('水管爆了', { place, phone: '13912345678' })).status).toBe(422)
  })
})

describe('who says that it is the same', () => {
  it('gets a number, the answer and a verdict of their own; the work is one', async () => {
    const main = await tell(w, '西门地下室水泵坏了，水漫出来', { place })
    const other = await told('西门地下室水泵坏了没人管', main.number)
    await w.settled()
    expect(other.number).not.toBe(main.number)
    expect(await seen(w.visitor, other.follow)).toMatchObject({ state: 'merged', together: true })
    expect(await items('西门地下室水泵坏了')).toMatchObject([{ number: main.number, reports: 2 }])
    await answer(dispatcher, water, main.id, '水泵换了')
    await w.settled()
    expect(await seen(w.visitor, other.follow)).toMatchObject({ state: 'callback', answers: [{ text: '水泵换了' }] })
    await ok(w.visitor.post(`${other.follow}/say`, { solved: 'yes' }))
    expect((await seen(dispatcher, `/api/cases/${main.id}`)).state).toBe('callback')
  })

  it('is taken in all the same when it is not the same by place and words: the desk sees what was said and decides', async () => {
    const main = await tell(w, '北门自来水发黄有味', { place })
    const other = await told('楼上半夜跳舞噪音太大', main.number)
    await w.settled()
    const view = (await dispatcher.get(`/api/cases/${other.id}`)).body as { state: string; saidSame: string | null }
    expect(view).toMatchObject({ state: 'submitted', saidSame: main.number })
    expect((await seen(dispatcher, `/api/cases/${main.id}`)).joined).toEqual([])
  })

  it('is taken in all the same when the number is nothing, of another county, or of a matter that has ended', async () => {
    const ended = await tell(w, '南门水表井盖丢了', { place })
    await ok(dispatcher.post(`/api/cases/${ended.id}/refer`, { channel: 'litigation', words: '请走诉讼' }))
    const abroad = await tell(w, '南门水表井盖丢了', { area: '990902' })
    for (const number of ['随便写的', '990901-000000', abroad.number, ended.number]) {
      const made = await told('南门水表井盖丢了', number)
      await w.settled()
      expect((await seen(dispatcher, `/api/cases/${made.id}`)).state).toBe('submitted')
    }
  })

  it('may be several at the same moment', async () => {
    const main = await tell(w, '中心广场喷泉管道漏水', { place })
    const all = await Promise.all(['甲', '乙', '丙'].map((name) => told(`中心广场喷泉管道漏水，${name}也看见了`, main.number)))
    await w.settled()
    for (const one of all) expect((await seen(dispatcher, `/api/cases/${one.id}`)).state).toBe('merged')
    expect((await seen(dispatcher, `/api/cases/${main.id}`)).joined).toHaveLength(3)
  })
})

it('a clerk takes a call along with an open matter', async () => {
  const main = await tell(w, '河边步道路灯下水管喷水', { place })
  const community = await w.as('community')
  const made = await community.post('/api/cases', {
    channel: 'phone',
    text: '河边步道路灯下水管喷水',
    category: '21002',
    place,
    sameAs: main.number,
  })
  expect(made.status).toBe(201)
  await w.settled()
  expect((await seen(dispatcher, `/api/cases/${(made.body as { id: string }).id}`)).state).toBe('merged')
})
