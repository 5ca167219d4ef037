import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { workOnNext } from '../commands/run.ts'
import { begin, type Report, upload } from './file.ts'

const w = world()
const community = '990901001001'
const rows = 2600

let admin: Person
let file = ''

const text = (from = 0): string =>
  [
    '名称,类型,地址,社区',
    ...Array.from({ length: rows }, (_, n) => `店${from + n},${n % 100 === 7 ? '不知道' : '小商店'},中华路${from + n}号,${community}`),
  ].join('\n')

beforeAll(async () => {
  admin = await w.as('system')
  file = await upload(admin, text())
})

const read = async (id: string): Promise<Report> => (await admin.get(`/api/imports/${id}`)).body
const count = async (): Promise<number> => (await w.db.query({ text: 'select 1 from places.small_place', values: [] })).length

describe('a long import', () => {
  it('is paused between batches, keeps what it took in, and goes on where it stopped', async () => {
    const { id } = await begin(admin, file, 'small-places')
    expect(await workOnNext(w.context(), 0)).toBe(true)
    expect(await read(id)).toMatchObject({ state: 'waiting', rows: 500, taken: 495 })
    expect(await admin.post(`/api/imports/${id}/pause`)).toMatchObject({
      status: 200,
      body: { state: 'paused', moves: ['resume', 'undo'] },
    })
    expect(await workOnNext(w.context())).toBe(false)
    expect(await count()).toBe(495)
    expect(await admin.post(`/api/imports/${id}/resume`)).toMatchObject({ status: 200, body: { state: 'waiting', moves: ['pause'] } })
    while (await workOnNext(w.context()));
    expect(await read(id)).toMatchObject({ state: 'done', rows, taken: rows - 26, already: 0, unread: 26 })
    expect(await count()).toBe(rows - 26)
  })

  it('goes on after the process that worked on it was killed, and counts every row once', async () => {
    const { id } = await begin(admin, await upload(admin, text(10_000)), 'small-places')
    await workOnNext(w.context(), 0)
    await w.db.query({ text: `update imports.run set state = 'running', touched_at = $2 where id = $1`, values: [id, w.now()] })
    w.turn(121_000)
    // A process of its own knows nothing of what another one had in hand.
    const other = { ...w.context(), city: { ...w.app.city } }
    while (await workOnNext(other));
    expect(await read(id)).toMatchObject({ state: 'done', rows, taken: rows - 26, already: 0, unread: 26 })
  })

  it('one that was thought lost writes no more', async () => {
    const { id } = await begin(admin, await upload(admin, text(20_000)), 'small-places')
    await workOnNext(w.context(), 0)
    const before = await count()
    await w.db.query({ text: `update imports.run set state = 'waiting' where id = $1`, values: [id] })
    const late = workOnNext(w.context(), 0)
    await w.db.query({ text: 'update imports.run set attempt = attempt + 1 where id = $1', values: [id] })
    await late
    const { rows: counted, taken } = await read(id)
    expect(await count()).toBe(before - 495 + taken)
    expect(counted % 500).toBe(0)
  })
})
