import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { csvTable } from './csv.ts'
import { decode } from './decode.ts'
import type { Table, TableRow } from './table.ts'
import { isWorkbook, xlsxTable } from './xlsx.ts'

const rowsOf = async (table: Table): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for await (const row of table) rows.push(row)
  return rows
}

const csv = (text: string | Uint8Array, delimiter = ','): Promise<TableRow[]> =>
  rowsOf(csvTable(typeof text === 'string' ? Buffer.from(text) : text, { encoding: 'auto', delimiter }))

/** 编号,内容 / 1,路灯不亮 in GBK. */
const gbk = Buffer.from('b1e0bac52cc4dac8dd0a312cc2b7b5c6b2bbc1c10a', 'hex')

describe('decoding', () => {
  it('knows UTF-8 with and without a mark, GBK, and what Excel calls Unicode text', () => {
    expect(decode(Buffer.from('\ufeff编号'), 'auto')).toEqual({ text: '编号', encoding: 'utf-8', isWhole: true })
    expect(decode(Buffer.from('编号'), 'auto').encoding).toBe('utf-8')
    expect(decode(gbk, 'auto')).toEqual({ text: '编号,内容\n1,路灯不亮\n', encoding: 'gb18030', isWhole: true })
    expect(decode(Buffer.from('\ufeff编号', 'utf16le'), 'auto').text).toBe('编号')
  })

  it('marks what is no text in any of them', () => {
    const bytes = Buffer.concat([Buffer.from('a,路'), Buffer.from([0xff, 0xfe, 0xff])])
    expect(decode(bytes, 'utf-8')).toEqual({ text: 'a,路\ufffd\ufffd\ufffd', encoding: 'utf-8', isWhole: false })
    expect(decode(bytes, 'auto').isWhole).toBe(false)
  })
})

describe('CSV', () => {
  it('keeps quoted breaks, commas and quotation marks, and numbers rows by the line on which they begin', async () => {
    const rows = await csv('id,text,more\r\n1,"一行\r\n又一行",x\r\n\r\n2,"说：""好""，走",y\r\n')
    expect(rows).toEqual([
      { line: 1, cells: ['id', 'text', 'more'] },
      { line: 2, cells: ['1', '一行\n又一行', 'x'] },
      { line: 5, cells: ['2', '说："好"，走', 'y'] },
    ])
  })

  it('goes on after a row with too few or too many columns, and forgives empty ones at its end', async () => {
    const rows = await csv('a,b\n1\n2,x,y\n3,z,,\n4,w\n')
    expect(rows.map((row) => row.cells)).toEqual([['a', 'b'], null, null, ['3', 'z'], ['4', 'w']])
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3, 4, 5])
  })

  it('says where a quotation mark swallows the rest', async () => {
    const rows = await csv('a,b\n1,x\n2,"never closed\n3,y\n')
    expect(rows.at(-1)).toEqual({ line: 3, cells: null, swallows: true })
    expect(rows).toHaveLength(3)
  })

  it('takes a quotation mark within a field for a letter', async () => {
    expect((await csv('a,b\n1,5" 管\n')).at(-1)?.cells).toEqual(['1', '5" 管'])
  })

  it('reads other delimiters, and nothing from nothing', async () => {
    expect((await csv('a;b\n1;2\n', ';')).at(-1)?.cells).toEqual(['1', '2'])
    expect(await csv('')).toEqual([])
  })
})

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), book.xlsx.write(out)])
  return bytes
}

describe('workbooks', () => {
  it('reads cells as people see them: dates, rich text, results, links, gaps', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('一')
      sheet.addRow(['编号', '时间', '内容', '数', '链接'])
      sheet.addRow([
        7,
        new Date('2026-03-02T08:05:09Z'),
        { richText: [{ text: '路灯' }, { text: '不亮' }] },
        { formula: 'A2*2', result: 14 },
        { text: '见此', hyperlink: 'https://example.org' },
      ])
      sheet.addRow([])
      sheet.addRow([8, null, '井盖'])
      book.addWorksheet('二').addRow(['别的'])
    })
    expect(isWorkbook(bytes)).toBe(true)
    expect(await rowsOf(xlsxTable(bytes, undefined))).toEqual([
      { line: 1, cells: ['编号', '时间', '内容', '数', '链接'] },
      { line: 2, cells: ['7', '2026-03-02 08:05:09', '路灯不亮', '14', '见此'] },
      { line: 4, cells: ['8', '', '井盖'] },
    ])
    expect(await rowsOf(xlsxTable(bytes, '二'))).toEqual([{ line: 1, cells: ['别的'] }])
  })

  it('is told by its bytes', () => {
    expect(isWorkbook(Buffer.from('id,text'))).toBe(false)
  })
})
