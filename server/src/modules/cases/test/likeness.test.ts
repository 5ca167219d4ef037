import { beforeAll, describe, expect, it } from 'vitest'
import { form } from '../../../platform/files/test/photo.ts'
import { again, scene } from '../../../platform/files/test/scene.ts'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

/** Photos that were used before: who is told, of what, and what makes a flag. */

const w = world({ working: true })
const body = <T>(reply: Reply): T => reply.body as T
let place: { lon: number; lat: number }

interface View {
  readonly orders: readonly { readonly id: string; readonly state: string }[]
  readonly likeness: readonly {
    readonly photo: string
    readonly like: object | null
    readonly matter: { number: string } | null
    readonly say: { zh: string }
  }[]
}

async function upload(who: Person, bytes: Buffer, path = '/api/files'): Promise<string> {
  const { payload, headers } = form(bytes)
  const sent = await who.send('POST', path, { body: payload, headers })
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  return body<{ id: string }>(sent).id
}

async function answered(photo: Buffer | null, text = '二单元水管爆了', words = '接头已更换'): Promise<{ id: string; number: string }> {
  const receipt = body<{ id: string; number: string }>(
    await w.visitor.post('/api/public/cases', { text, category: '21002', place, anonymous: true }),
  )
  await (await w.as('dispatcher')).post(`/api/cases/${receipt.id}/dispatch`, { lead: '990901-water' })
  const water = await w.as('water')
  const [order] = body<View>(await water.get(`/api/cases/${receipt.id}`)).orders
  await water.post(`/api/orders/${order?.id}/acknowledge`)
  const photos = photo === null ? [] : [await upload(water, photo)]
  const fed = await water.post(`/api/orders/${order?.id}/feedback`, { kind: 'solved', words, photos })
  expect(fed.status, JSON.stringify(fed.body)).toBe(200)
  return receipt
}

const seenBy = async (account: string, id: string) => body<View>(await (await w.as(account)).get(`/api/cases/${id}`)).likeness

beforeAll(async () => {
  place = await spotIn(w, grid)
})

describe('a unit’s photo that was used before', () => {
  it('is shown to who verifies, with the number of a matter that they may see; not to the unit', async () => {
    const photo = await scene(1)
    const first = await answered(photo)
    const second = await answered(await again(photo, { crop: 0.04, brightness: 0.85 }))
    expect(await seenBy('community', first.id)).toEqual([])
    const [told, ...rest] = await seenBy('community', second.id)
    expect(rest).toEqual([])
    expect(told).toMatchObject({ matter: { number: first.number }, say: { zh: `这张在 ${first.number} 里用过` } })
    expect(await seenBy('water', second.id)).toEqual([])
  })

  it('hides the other matter from who may not see it', async () => {
    const photo = await scene(2)
    const made = body<{ id: string; number: string }>(
      await (await w.as('dispatcher2')).post('/api/cases', {
        channel: 'phone',
        text: '路灯不亮',
        category: '20003',
        area: '990902',
        photos: [],
      }),
    )
    const elsewhere = await upload(w.visitor, photo, '/api/public/files')
    await w.db.query({ text: `update files.photo set noun = 'case', noun_id = $2 where id = $1`, values: [elsewhere, made.id] })
    const second = await answered(await again(photo, { quality: 50 }))
    const [told] = await seenBy('community', second.id)
    expect(told).toMatchObject({ matter: null, like: null, say: { zh: '这张在另一件事里用过' } })
    expect(JSON.stringify(told)).not.toContain(made.number)
  })

  it('is none when the picture is another', async () => {
    expect(await seenBy('community', (await answered(await scene(3))).id)).toEqual([])
  })
})

describe('a reporter’s photo', () => {
  it('on two merged reports of the same person is no offence; a unit’s answer with the reporter’s own photo is told', async () => {
    const photo = await scene(4)
    const resident = await w.as('resident')
    const report = async (): Promise<{ id: string; number: string }> =>
      body(
        await resident.post('/api/public/cases', { text: '水管漏水', category: '21002', place, photos: [await upload(resident, photo)] }),
      )
    const [one, two] = [await report(), await report()]
    expect(await seenBy('community', two.id)).toHaveLength(1)
    const merged = await (await w.as('dispatcher')).post(`/api/cases/${two.id}/merge`, { into: one.number })
    expect(merged.status, JSON.stringify(merged.body)).toBe(200)
    expect(await seenBy('community', two.id)).toEqual([])
    await (await w.as('dispatcher')).post(`/api/cases/${one.id}/dispatch`, { lead: '990901-water' })
    const water = await w.as('water')
    const [order] = body<View>(await water.get(`/api/cases/${one.id}`)).orders
    await water.post(`/api/orders/${order?.id}/acknowledge`)
    await water.post(`/api/orders/${order?.id}/feedback`, {
      kind: 'solved',
      words: '修好了',
      photos: [await upload(water, await again(photo))],
    })
    expect((await seenBy('community', one.id)).map((like) => like.say.zh)).toContain('这张与本件先前的照片是同一张')
  })
})

describe('flags on a unit’s month', () => {
  const flags = async (account: string, query = '') =>
    body<{ items: { kind: string; unit: { id: string }; n: number; of: number; cases: { number: string }[] }[] }>(
      await (await w.as(account)).get(`/api/cases/flags${query}`),
    ).items

  it('tell of like answers and repeated photos, with numbers behind them, and of no person', async () => {
    for (let n = 1; n <= 6; n++) await answered(null, `第 ${n} 处漏水`, `已于 ${n} 日处理完毕。 请放心`)
    await w.settled()
    const { foldMarks } = await import('../commands/fold-marks.ts')
    await foldMarks(w.context())
    expect(await foldMarks(w.context())).toBe(0)
    const found = await flags('supervisor', '?period=2026-11')
    const same = found.find((one) => one.kind === 'sameAnswers')
    // four times 接头已更换 above, and six that differ in their numbers alone
    expect(same).toMatchObject({ unit: { id: '990901-water' }, n: 10 })
    expect(same?.cases.length).toBeGreaterThan(0)
    expect(found.find((one) => one.kind === 'repeatedPhotos')).toMatchObject({ unit: { id: '990901-water' }, n: 3 })
    const accounts = await w.db.query<{ id: string }>({ text: 'select id from accounts.account', values: [] })
    for (const { id } of accounts) expect(JSON.stringify(found)).not.toContain(id)
    expect(await flags('supervisor', '?period=2026-10')).toEqual([])
  })

  it('are for supervisors and dispatchers, in their own area', async () => {
    expect(await flags('dispatcher2')).toEqual([])
    expect((await (await w.as('dispatcher2')).get('/api/cases/flags?area=990901')).status).toBe(404)
    for (const account of ['water', 'housinglead', 'community', 'resident', 'callback'])
      expect((await (await w.as(account)).get('/api/cases/flags')).status).toBe(403)
  })
})
