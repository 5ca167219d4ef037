import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { workOnNext } from '../commands/run.ts'
import { begin, look, type Report, upload } from './file.ts'

const w = world()
const community = '990901001001'

let admin: Person
let name = ''

beforeAll(async () => {
  admin = await w.as('system')
  const [row] = await w.db.query<{ name: string }>({ text: 'select name from areas.area where code = $1', values: [community] })
  name = row?.name ?? ''
})

async function done(report: Report): Promise<Report> {
  while (await workOnNext(w.context('imports.work')));
  return (await admin.get(`/api/imports/${report.id}`)).body
}

const places = (): Promise<
  { name: string; kind: string; inspected_on: string | null; next_on: string | null; uscc: string | null; area: string }[]
> => w.db.query({ text: 'select name, kind, inspected_on, next_on, uscc, area from places.small_place order by name', values: [] })

/** A sheet as a street office sends it: a title above, two spellings, full width, dates of every kind, a rounded number. */
const dirty = (): string =>
  [
    '和平街道九小场所台账',
    '序号,场所名称（必填）,场所类别,经营地址,所属社区,信用代码,检查日期',
    `1,面馆Ａ,小餐饮,中华路１２号,${name},91210902MA0QCRKU3X,2026年3月2日`,
    `2,老街旅店,旅店,中华路14号,${community},9.1210902E+17,46083`,
    `3,网吧,网吧,中华路16号,${name},210902000012345,2026-13-45`,
    `4,书店,书店,中华路18号,${name},,`,
    `5,,小餐饮,中华路20号,${name},,`,
    `6,浴池,浴池,中华路22号,没有这个社区,,`,
    `7,面馆A,餐饮,中华路12号,${name},,20260302`,
    '8,少一列',
  ].join('\r\n')

describe('a dirty file into a register', () => {
  let file = ''
  let real: Report

  it('is looked at: its header is found under the title, its columns are suggested', async () => {
    file = await upload(admin, dirty())
    expect(await look(admin, file, 'small-places')).toMatchObject({
      headerLine: 2,
      known: false,
      suggested: {
        name: '场所名称（必填）',
        kind: '场所类别',
        address: '经营地址',
        area: '所属社区',
        uscc: '信用代码',
        inspectedOn: '检查日期',
      },
    })
  })

  it('only tried, writes nothing and says what it would', async () => {
    const report = await done(await begin(admin, file, 'small-places', { dry: true }))
    expect(report).toMatchObject({ state: 'done', rows: 8, taken: 3, already: 1, unread: 4 })
    expect(await places()).toEqual([])
    expect(report.moves).toEqual([])
  })

  it('takes in what can be read, and tells every other row with its reason', async () => {
    real = await done(await begin(admin, file, 'small-places'))
    expect(real).toMatchObject({ state: 'done', rows: 8, taken: 3, already: 1, unread: 4, odd: 3 })
    expect(real.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 places.bad-code',
      '4 places.rounded-code',
      '5 places.bad-day',
      '5 places.old-code',
      '6 places.unknown-kind',
      '7 imports.empty',
      '8 places.unknown-area',
      '10 imports.broken-row',
    ])
    const day = { inspected_on: '2026-03-02', next_on: '2026-05-31' }
    expect((await places()).map((one) => [one.name, one.kind, one.inspected_on, one.next_on])).toEqual([
      ['网吧', 'smallNetBar', null, null],
      ['老街旅店', 'smallHotel', day.inspected_on, day.next_on],
      ['面馆A', 'smallRestaurant', day.inspected_on, day.next_on],
    ])
    expect((await look(admin, file, 'small-places')).known).toBe(true)
  })

  it('gives the bad rows themselves with the reason; mended, they come in and nothing else does', async () => {
    const answer = await admin.get(`/api/imports/${real.id}/bad-rows.csv`)
    const lines = String(answer.body).replace('\ufeff', '').trim().split('\r\n')
    expect(lines[0]).toBe('原文件的行,没有收下的原因,序号,场所名称（必填）,场所类别,经营地址,所属社区,信用代码,检查日期')
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['6', '7', '8', '10'])
    expect(lines[1]).toContain('6,类型：这里没有这一类场所')
    const mended = [lines[0], lines[1]?.replace(',书店,书店,', ',书店,小商店,')].join('\r\n')
    const again = await done(await begin(admin, await upload(admin, mended), 'small-places'))
    expect(again).toMatchObject({ rows: 1, taken: 1, unread: 0 })
    expect((await places()).map((one) => one.name)).toEqual(['书店', '网吧', '老街旅店', '面馆A'])
  })

  it('a second time changes nothing', async () => {
    const before = await places()
    const report = await done(await begin(admin, file, 'small-places'))
    expect(report).toMatchObject({ taken: 0, already: 4, unread: 4 })
    expect(await places()).toEqual(before)
  })

  it('is undone as a whole, and only what it brought', async () => {
    const answer = await admin.post(`/api/imports/${real.id}/undo`)
    expect(answer).toMatchObject({ status: 200, body: { state: 'undone', moves: [] } })
    expect((await places()).map((one) => one.name)).toEqual(['书店'])
    expect(await admin.post(`/api/imports/${real.id}/undo`)).toMatchObject({ status: 409, body: { code: 'imports.not-now' } })
  })
})

describe('undoing', () => {
  it('is refused when somebody changed a row since, and takes nothing back then', async () => {
    const text = `名称,类型,地址,社区\n甲店,小商店,和平路1号,${name}\n乙店,小商店,和平路2号,${name}\n`
    const report = await done(await begin(admin, await upload(admin, text), 'small-places'))
    const list = (await admin.get('/api/places/small?q=甲店')).body as { items: { id: string; version: number }[] }
    const [one] = list.items
    expect((await admin.send('PATCH', `/api/places/small/${one?.id}`, { body: { version: 1, inspectedOn: '2026-11-01' } })).status).toBe(
      200,
    )
    expect(await admin.post(`/api/imports/${report.id}/undo`)).toMatchObject({ status: 409, body: { code: 'places.in-use' } })
    expect((await places()).map((place) => place.name)).toContain('乙店')
    expect((await admin.get(`/api/imports/${report.id}`)).body).toMatchObject({ state: 'done' })
  })
})
