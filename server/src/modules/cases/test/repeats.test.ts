import { beforeAll, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'
import { ok, seen, tell } from './together-people.ts'

/** The desk is shown which running matters are likely the same, with reasons, and merges in one move. */

const w = world()
let dispatcher: Person
let place: { lon: number; lat: number }
interface Item {
  readonly number: string
  readonly metres: number | null
  readonly places: readonly string[]
  readonly words: readonly string[]
  readonly topic: { readonly name: { readonly zh: string } } | null
  readonly reports: number
}
const repeatsOf = async (id: string): Promise<Item[]> =>
  ((await dispatcher.get(`/api/cases/${id}/repeats`)).body as { items: Item[] }).items

beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  place = await spotIn(w, grid)
})

it('finds the same place and words, says why, and leaves out other troubles, other places and what has ended', async () => {
  const main = await tell(w, '幸福小区二单元水管爆了，漏水一地', { place })
  const there = await tell(w, '幸福小区夜市摊占道，噪音到凌晨', { place })
  const far = await tell(w, '幸福小区二单元水管爆了', { place: { ...place, lat: place.lat + 0.009 } })
  const report = await tell(w, '幸福小区二单元水管爆了没人修', { place: { ...place, lat: place.lat + 0.0003 } })
  const items = await repeatsOf(report.id)
  expect(items.map((one) => one.number)).toContain(main.number)
  expect(items.map((one) => one.number)).not.toContain(there.number)
  expect(items.map((one) => one.number)).not.toContain(far.number)
  expect(items[0]).toMatchObject({ number: main.number, metres: 33, reports: 1 })
  expect(items[0]?.places).toEqual(['幸福小区'])
  expect(items[0]?.words.join()).toContain('水管爆了')
  expect(items[0]?.topic?.name.zh).toBeTruthy()
  await ok(dispatcher.post(`/api/cases/${report.id}/merge`, { into: main.number }))
  const next = await tell(w, '二单元水管爆了', { place })
  expect(await repeatsOf(next.id)).toMatchObject([{ number: main.number, reports: 2 }])
  await ok(dispatcher.post(`/api/cases/${main.id}/refer`, { channel: 'litigation', words: '请走诉讼' }))
  expect(await repeatsOf(next.id)).toEqual([])
})

it('is for the desks that sort, within their area', async () => {
  const { id } = await tell(w, '井盖丢了', { place })
  expect((await (await w.as('water')).get(`/api/cases/${id}/repeats`)).status).toBe(403)
  expect((await (await w.as('dispatcher2')).get(`/api/cases/${id}/repeats`)).status).toBe(404)
  expect((await w.visitor.get(`/api/cases/${id}/repeats`)).status).toBe(401)
  expect((await seen(dispatcher, `/api/cases/${id}`)).state).toBe('submitted')
})
