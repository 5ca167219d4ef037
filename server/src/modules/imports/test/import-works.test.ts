import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { sweepFiles } from '../commands/files.ts'
import { workOnNext } from '../commands/run.ts'
import { handIn, header, pieces } from './file.ts'

const w = world()

interface Report {
  readonly id: string
  readonly state: string
  readonly dry: boolean
  readonly rows: number
  readonly taken: number
  readonly already: number
  readonly unread: number
  readonly odd: number
  readonly problems: readonly {
    readonly line: number
    readonly code: string
    readonly kind: string
    readonly say: { zh: string; en: string }
    readonly value: string | null
  }[]
}

let admin: Person
let county: { code: string; name: string }

beforeAll(async () => {
  admin = await w.as('system')
  const rows = await w.db.query<{ code: string; name: string }>({
    text: "select code, name from areas.area where level = 'county' order by code limit 1",
    values: [],
  })
  county = rows[0] ?? { code: '', name: '' }
})

async function imported(file: string | Buffer, query = 'mapping=sheet', fields: Record<string, string> = {}): Promise<Report> {
  const answer = await handIn(admin, file, query, fields)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  expect((answer.body as Report).state).toBe('waiting')
  while (await workOnNext(w.context('imports.work')));
  return (await admin.get(`/api/imports/${(answer.body as Report).id}`)).body
}

const cases = (): Promise<
  {
    origin_id: string
    state: string
    area: string
    channel: string
    category: string
    text: string
    reported_at: Date
    lon: number | null
    place_words: string | null
  }[]
> =>
  w.db.query({
    text: 'select origin_id, state, area, channel, category, text, reported_at, lon, place_words from cases."case" where origin is not null order by origin_id',
    values: [],
  })

const file = (): string =>
  [
    header,
    `S-1,"楼道灯坏了，
晚上黑",2026-11-20 09:00:00,20003,,,${county.name},1 号楼,张三,13900000001`,
    `S-2,下水道堵了,2026/11/21 8:30,,,,${county.code},,,`,
    'S-3,没有说在哪里,2026-11-21,,,,,,,',
    'S-4,坐标在外省,2026-11-21 10:00:00,,10.5,20.5,,,,',
    'S-5,,2026-11-21 10:00:00,,,,,,,',
    'S-6,没有时间,,,,,,,,',
    'S-1,编号重复,2026-11-21 10:00:00,,,,,,,',
    'S-7,类别写错了路灯不亮,2026-11-21 10:00:00,99999,,,没有这个区,,,123',
    'S-8,列太多,2026-11-21 10:00:00,,,,,,,,,,x',
  ].join('\r\n')

describe('an import', () => {
  it('only tried, takes in nothing and says what it would', async () => {
    const report = await imported(file(), 'mapping=sheet&dry=true')
    expect(report).toMatchObject({ state: 'done', dry: true, rows: 9, taken: 5, already: 0, unread: 4, odd: 3 })
    expect(await cases()).toEqual([])
  })

  it('takes in what can be read, tells every row that cannot and every odd one, and loses none', async () => {
    const report = await imported(file())
    expect(report).toMatchObject({ state: 'done', dry: false, rows: 9, taken: 5, already: 0, unread: 4, odd: 3 })
    expect(report.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '5 imports.date-only',
      '5 imports.no-place',
      '6 imports.no-place',
      '6 imports.outside-city',
      '7 imports.no-text',
      '8 imports.no-time',
      '9 imports.repeated-id',
      '10 imports.bad-phone',
      '10 imports.no-place',
      '10 imports.unknown-area',
      '10 imports.unknown-category',
      '11 imports.broken-row',
    ])
    expect(report.problems.every((one) => /\p{Script=Han}/u.test(one.say.zh) && /[a-z]/.test(one.say.en))).toBe(true)
    const found = await cases()
    expect(found.map((one) => one.origin_id)).toEqual(['S-1', 'S-2', 'S-3', 'S-4', 'S-7'])
    expect(found[0]).toMatchObject({
      channel: 'import',
      category: '20003',
      state: 'submitted',
      area: county.code,
      text: '楼道灯坏了，\n晚上黑',
      place_words: '1 号楼',
    })
    expect(found[0]?.reported_at.toISOString()).toBe('2026-11-20T01:00:00.000Z')
    expect(found[1]).toMatchObject({ category: '21005', area: county.code })
    expect(found[3]).toMatchObject({ area: '9909', lon: null, place_words: '(10.5, 20.5)' })
  })

  it('done twice changes nothing', async () => {
    const before = await w.db.query({ text: 'select id, version, number from cases."case" order by id', values: [] })
    const traces = await w.db.query({ text: 'select count(*) from flow.trace', values: [] })
    const report = await imported(file())
    expect(report).toMatchObject({ state: 'done', rows: 9, taken: 0, already: 5, unread: 4, odd: 0 })
    expect(await w.db.query({ text: 'select id, version, number from cases."case" order by id', values: [] })).toEqual(before)
    expect(await w.db.query({ text: 'select count(*) from flow.trace', values: [] })).toEqual(traces)
  })

  it('puts what names no place on the city desk’s list, with its promise counted from the real report', async () => {
    const rows = await w.db.query<{ post: string; due: string; clocks: { name: string; startedAt: string }[] }>({
      text: `select i.post, c.clocks from cases."case" c join worklist.item i on i.region = c.region and i.noun_id = c.id where c.origin_id = 'S-3'`,
      values: [],
    })
    expect(rows.map((row) => row.post)).toContain('dispatcher:city-hotline:9909')
    expect(rows[0]?.clocks.find((one) => one.name === 'finish')?.startedAt).toBe('2026-11-20T16:00:00.000Z')
  })

  it('keeps the reporter in the vault alone', async () => {
    const [row] = await w.db.query<{ n: number }>({
      text: `select count(*) as n from cases."case" where has_phone and origin_id = 'S-1' and text not like '%139%'`,
      values: [],
    })
    expect(row?.n).toBe(1)
    const hits = await w.db.query({
      text: 'select 1 from vault.field where hash = $1',
      values: [w.app.city.vault.hash('phone', '13900000001')],
    })
    expect(hits).toHaveLength(1)
  })

  it('tells nobody of what is past', async () => {
    expect(await w.db.query({ text: `select 1 from platform.outbox where kind like 'case.%'`, values: [] })).toEqual([])
  })

  it('reads GBK, and a mapping that comes with the file', async () => {
    const gbk = Buffer.from('b1e0bac52cc4dac8dd2ccab1bce40a472d312cc2b7b5c6b2bbc1c12c323032362f31312f323020383a30300a', 'hex')
    const mapping = {
      system: 'old-board',
      timeZone: 'Asia/Shanghai',
      formats: ['yyyy/M/d H:mm'],
      id: '编号',
      text: ['内容'],
      reportedAt: '时间',
      place: [],
      category: { constant: '20004' },
    }
    const report = await imported(gbk, '', { mapping: JSON.stringify(mapping) })
    expect(report).toMatchObject({ rows: 1, taken: 1, odd: 1 })
    expect((await cases()).find((one) => one.origin_id === 'G-1')).toMatchObject({ text: '路灯不亮', category: '20004' })
  })

  it('gives all problems as a file that no spreadsheet takes for formulas', async () => {
    const report = await imported(`${header}\r\nX-1,一件事,"=HYPERLINK(""http://x"")",,,,,,,\r\n`)
    const answer = await admin.get(`/api/imports/${report.id}/problems.csv`)
    expect(answer.headers['content-type']).toContain('text/csv')
    const lines = String(answer.body).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('2,unread,imports.bad-time')
    expect(lines[1]).toContain(`"'=HYPERLINK(`)
  })

  it('destroys a file that was taken in whole at once, and one with rows to mend after a week', async () => {
    const files = async (): Promise<number> => (await w.db.query({ text: 'select id from imports.file', values: [] })).length
    const before = await files()
    expect(before).toBeGreaterThan(0)
    await imported(`${header}\nC-1,路灯不亮了,2026-11-20 09:00:00,,,,,,,\n`)
    expect(await files()).toBe(before)
    w.turn(6 * 86_400_000)
    await sweepFiles(w.context('imports.sweep'))
    expect(await files()).toBe(before)
    w.turn(2 * 86_400_000)
    await sweepFiles(w.context('imports.sweep'))
    expect(await files()).toBe(0)
    expect(pieces(w.app.city.config.dataDir)).toEqual([])
  })
})
