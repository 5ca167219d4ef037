import { beforeAll, describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { takeIn, type Taking } from '../commands/take-in.ts'
import { readRow } from '../domain/read-row.ts'
import { knownFor } from '../queries/known.ts'
import { undoRun } from '../commands/undo-run.ts'
import { newId } from '#platform/ids'
import { cellSums, spotNear, type Thing } from './thing.ts'

const w = world()
let place: { lon: number; lat: number }

beforeAll(async () => {
  place = await spotIn(w, grid)
})

type Cells = Record<string, string>

const lamp = (at: number, more: Cells = {}): Cells => {
  const { lon, lat } = spotNear(place, at * 3)
  return {
    originId: `L${at}`,
    type: '路灯',
    name: `路灯${at}号`,
    lon: String(lon),
    lat: String(lat),
    owner: '演示市城市管理局',
    phone: '12345',
    ...more,
  }
}

const taking = (more: Partial<Taking> = {}): Taking => ({
  area: '990901',
  source: '路灯所台账',
  run: newId('000000', w.now()),
  dry: false,
  ...more,
})

async function take(cells: readonly Cells[], how: Taking = taking()) {
  const ctx = w.context()
  const types = await knownFor(ctx)
  const read = cells.map((one, at) => readRow(at + 2, one, types))
  const done = await takeIn(
    ctx,
    how,
    read.flatMap(({ row }) => row ?? []),
  )
  return { ...done, problems: [...read.flatMap(({ found }) => found), ...done.problems] }
}

const total = async (): Promise<number> =>
  ((await (await w.as('dispatcher')).get('/api/components/counts')).body as { total: number }).total

describe('taking in a file', () => {
  it('numbers what has no code, links the bodies, and counts for the map; the same file again changes nothing', async () => {
    const file = Array.from({ length: 40 }, (_, at) => lamp(at))
    expect(await take(file)).toEqual({ taken: 40, already: 0, problems: [] })
    expect(await take(file)).toEqual({ taken: 0, already: 40, problems: [] })
    expect(await total()).toBe(40)
    expect((await cellSums(w)).map((sum) => sum.n)).toEqual([40, 40, 40, 40, 40, 40])
    const list = (await (await w.as('dispatcher')).get('/api/components?limit=100')).body as { items: (Thing & { phone: string })[] }
    expect(new Set(list.items.map((item) => item.code)).size).toBe(40)
    expect(new Set(list.items.map((item) => item.phone))).toEqual(new Set(['12345']))
    const { history } = (await (await w.as('dispatcher')).get(`/api/components/${list.items[0]?.id}`)).body as Thing
    expect(history).toMatchObject([{ move: 'import', say: { zh: '从「路灯所台账」导入' } }])
  })

  it('takes a row once when two rows say the same, or when two systems bring the same code', async () => {
    const code = '99090101037800001'
    const before = await total()
    expect(await take([lamp(50, { code }), lamp(51, { code }), lamp(50)])).toMatchObject({ taken: 1, already: 2 })
    expect(await take([lamp(52, { code })], taking({ source: '城管台账' }))).toMatchObject({ taken: 0, already: 1 })
    expect(await total()).toBe(before + 1)
  })

  it('gives new numbers above those that came with codes', async () => {
    await take([lamp(60)])
    const [row] = await w.db.query<{ code: string }>({ text: "select code from components.component where origin_id = 'L60'", values: [] })
    expect(row?.code).toBe('99090101037800002')
  })

  it('only tries when told so', async () => {
    const before = await total()
    expect(await take([lamp(70), lamp(0)], taking({ dry: true }))).toMatchObject({ taken: 1, already: 1 })
    expect(await total()).toBe(before)
  })

  it('says what is wrong with each row, and of a telephone never which', async () => {
    const { taken, problems } = await take([
      lamp(80, { code: '12' }),
      lamp(81, { type: '' }),
      lamp(82, { type: '飞船' }),
      lamp(83, { lon: '' }),
      lamp(84, { lon: '10', lat: '10' }),
      lamp(85, { code: '99090201037000001' }),
      lamp(86, {
        state: '好像坏了',
        since: '去年',
        ownerUscc: '91110000600037341A',
        phone: '13800138000',
        unitGrid: '12',
        formerCode: 'x',
      }),
    ])
    expect(taken).toBe(1)
    expect(problems.map((one) => [one.line, one.code])).toEqual([
      [2, 'components.bad-code'],
      [3, 'components.no-type'],
      [4, 'components.unknown-type'],
      [5, 'components.no-place'],
      ...['private-phone', 'bad-former', 'bad-state', 'bad-uscc', 'bad-grid', 'bad-date'].map((code) => [8, `components.${code}`]),
      [6, 'components.outside'],
      [7, 'components.other-county'],
    ])
    expect(JSON.stringify(problems)).not.toContain('13800138000')
    const [row] = await w.db.query<{ text: string }>({
      text: "select b::text as text from components.body b where phone like '138%'",
      values: [],
    })
    expect(row).toBeUndefined()
  })

  it('takes nothing that lies outside the area of whoever imports', async () => {
    expect(await take([lamp(90)], taking({ area: '990902' }))).toMatchObject({ taken: 0, problems: [{ code: 'components.outside' }] })
  })

  it('reads lines, days and datums as files write them', async () => {
    const [a, b] = [spotNear(place, 0, 20), spotNear(place, 100, 20)]
    await take([
      lamp(95, {
        type: '04005',
        line: `LINESTRING(${a.lon} ${a.lat}, ${b.lon} ${b.lat})`,
        since: '2019/5/6',
        state: '破损',
        lon: '',
        lat: '',
      }),
    ])
    const [row] = await w.db.query<{ metres: number; since: string; state: string }>({
      text: "select metres, since, state from components.component where origin_id = 'L95'",
      values: [],
    })
    expect(row?.metres).toBeGreaterThan(95)
    expect(row).toMatchObject({ since: '2019-05-06', state: 'damaged' })
  })
})

describe('undoing a file', () => {
  it('takes it out with its counts', async () => {
    const before = [await total(), await cellSums(w)]
    const how = taking({ source: '试验' })
    await take([lamp(100, { state: '丢失' }), lamp(101)], how)
    expect(await undoRun(w.context(), how.run ?? '')).toBe(2)
    expect([await total(), await cellSums(w)]).toEqual(before)
  })

  it('not when something came of one of them', async () => {
    const how = taking({ source: '试验二' })
    await take([lamp(110), lamp(111)], how)
    const [row] = await w.db.query<{ code: string }>({ text: "select code from components.component where origin_id = 'L111'", values: [] })
    await w.visitor.post(`/api/public/components/${row?.code}/reports`, { trouble: 'dead', anonymous: true })
    await expect(undoRun(w.context(), how.run ?? '')).rejects.toMatchObject({ code: 'component.run-in-use' })
  })
})
