import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
let dispatcher: Person

const report = async (who: Person, text: string): Promise<string> => {
  const place = { ...(await spotIn(w, grid)), words: '3 号楼 501 室' }
  const made = await who.post('/api/cases', {
    channel: 'phone',
    text,
    category: '20003',
    place,
    reporter: { name: '王小明', phone: '13812345678' },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return (made.body as { id: string }).id
}
const rowsOf = (csv: unknown): string[][] => parse(String(csv), { bom: true, relax_column_count: true }) as string[][]

beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  await report(dispatcher, '楼道灯坏了，电话 13812345678 联系我')
  await report(dispatcher, '=HYPERLINK("http://example.org")')
  await report(dispatcher, '@SUM(A1) 井盖')
})

describe('an export', () => {
  it('holds what the list holds, by the same filters, in the reader’s language', async () => {
    const answer = await dispatcher.get('/api/cases/export?format=csv')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toBe('attachment; filename="cases.csv"')
    const [header, ...rows] = rowsOf(answer.body)
    expect(header?.slice(0, 3)).toEqual(['编号', '上报时间', '渠道'])
    expect(rows).toHaveLength(3)
    const list = (await dispatcher.get('/api/cases')).body as { items: { number: string }[] }
    expect(rows.map((row) => row[0])).toEqual(list.items.map((one) => one.number))
    const english = rowsOf((await dispatcher.get('/api/cases/export?q=井盖', { headers: { 'accept-language': 'en' } })).body)
    expect(english[0]?.slice(0, 2)).toEqual(['Number', 'Reported'])
    expect(english).toHaveLength(2)
    expect(rowsOf((await dispatcher.get('/api/cases/export?state=closed')).body)).toHaveLength(1)
  })

  it('is taken for formulas by no spreadsheet', async () => {
    const cells = rowsOf((await dispatcher.get('/api/cases/export')).body).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true)
  })

  it('says nothing of the person or of the door', async () => {
    const text = String((await dispatcher.get('/api/cases/export')).body)
    expect(text).toContain('楼道灯坏了')
    for (const word of ['王小明', '13812345678', '501']) expect(text).not.toContain(word)
  })

  it('comes as a workbook too', async () => {
    const answer = await w.app.http.inject({
      method: 'GET',
      url: '/api/cases/export?format=xlsx',
      headers: { cookie: await cookieOf('dispatcher') },
    })
    expect(answer.headers['content-type']).toContain('spreadsheetml')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await buffer(Readable.from([answer.rawPayload]))) as never)
    const sheet = book.worksheets[0]
    expect(sheet?.rowCount).toBe(4)
    expect(sheet?.getRow(1).getCell(1).value).toBe('编号')
    expect([2, 3, 4].map((row) => sheet?.getRow(row).getCell(9).value)).toContain("'@SUM(A1) 井盖")
  })

  it('leaves an audit row that does not repeat what was searched for', async () => {
    const rows = await w.db.query<{ facts: Record<string, unknown> }>({
      text: `select facts from audit.entry where action = 'case.exported' order by filed`,
      values: [],
    })
    expect(rows[0]?.facts).toEqual({ format: 'csv', rows: 3 })
    expect(rows[1]?.facts).toEqual({ format: 'csv', rows: 1, searched: true })
  })

  it('reaches as far as the list does, and no further', async () => {
    expect(rowsOf((await (await w.as('dispatcher2')).get('/api/cases/export')).body)).toHaveLength(1)
    expect((await (await w.as('system')).get('/api/cases/export')).status).toBe(403)
    expect((await (await w.as('resident')).get('/api/cases/export')).status).toBe(403)
    expect((await w.visitor.get('/api/cases/export')).status).toBe(401)
    expect((await dispatcher.get('/api/cases/export?format=pdf')).status).toBe(422)
    expect((await dispatcher.get('/api/cases/export?surprise=1')).status).toBe(422)
  })
})

async function cookieOf(account: string): Promise<string> {
  const answer = await w.app.http.inject({ method: 'POST', url: '/api/session', payload: { account, password: 'linli-demo-2026' } })
  return `linli_session=${answer.cookies.find((one) => one.name === 'linli_session')?.value ?? ''}`
}
