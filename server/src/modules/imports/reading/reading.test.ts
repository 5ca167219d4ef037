import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { inMemory } from './bytes.ts'
import { csvTable } from './csv.ts'
import { encodingOf, textOf } from './decode.ts'
import type { Table, TableRow } from './table.ts'
import { isWorkbook, xlsxTable } from './xlsx.ts'

const rowsOf = async (table: Table): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for await (const row of table) rows.push(row)
  return rows
}

const csv = (text: string | Uint8Array, delimiter = ','): Promise<TableRow[]> =>
  rowsOf(csvTable(inMemory(typeof text === 'string' ? Buffer.from(text) : text), { encoding: 'auto', delimiter }))

/** 编号,内容 / 1,路灯不亮 in GBK. */
const gbk = Buffer.from('b1e0bac52cc4dac8dd0a312cc2b7b5c6b2bbc1c10a', 'hex')

/** The text of a file, and what it is written in. */
async function decode(bytes: Buffer): Promise<{ text: string; encoding: string }> {
  const encoding = await encodingOf(inMemory(bytes))
  let text = ''
  for await (const piece of textOf(inMemory(bytes), encoding)) text += piece
  return { text, encoding }
}

describe('decoding', () => {
  it('knows UTF-8 with and without a mark, GBK, and what Excel calls Unicode text', async () => {
    expect(await decode(Buffer.from('\ufeff编号'))).toEqual({ text: '编号', encoding: 'utf-8' })
    expect(await decode(Buffer.from('编号'))).toEqual({ text: '编号', encoding: 'utf-8' })
    expect(await decode(gbk)).toEqual({ text: '编号,内容\n1,路灯不亮\n', encoding: 'gb18030' })
    expect(await decode(Buffer.from('\ufeff编号', 'utf16le'))).toEqual({ text: '编号', encoding: 'utf-16le' })
  })

  it('marks what is no text in any of them', async () => {
    const bytes = Buffer.concat([Buffer.from('a,路'), Buffer.from([0xff, 0xfe, 0xff])])
    expect(await decode(bytes)).toEqual({ text: 'a,路\ufffd\ufffd\ufffd', encoding: 'utf-8' })
  })

  it('reads a file of several megabytes as if it were one piece, also where a sign or a break lies across two', async () => {
    const line = '路灯不亮，井盖坏了\r\n'
    const whole = `x${line.repeat(60_000)}`
    const { text } = await decode(Buffer.from(whole))
    expect(text === whole.replaceAll('\r\n', '\n')).toBe(true)
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
    expect(await isWorkbook(inMemory(bytes))).toBe(true)
    expect(await rowsOf(xlsxTable(inMemory(bytes)))).toEqual([
      { line: 1, cells: ['编号', '时间', '内容', '数', '链接'] },
      { line: 2, cells: ['7', '2026-03-02 08:05:09', '路灯不亮', '14', '见此'] },
      { line: 4, cells: ['8', '', '井盖'] },
    ])
    expect(await rowsOf(xlsxTable(inMemory(bytes), { sheet: '二' }))).toEqual([{ line: 1, cells: ['别的'] }])
  })

  it('gives every row that a merged cell covers its value, and leaves out the title above the header', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('一')
      sheet.addRow(['和平社区九小场所台账'])
      sheet.mergeCells('A1:C1')
      sheet.addRow(['楼', '名称', '日期'])
      sheet.addRow(['1号楼', '面馆', 46_083])
      sheet.addRow([null, '旅馆', 2])
      sheet.addRow([null, '网吧', 3])
      sheet.mergeCells('A3:A4')
    })
    expect(await rowsOf(xlsxTable(inMemory(bytes), { headerLine: 2 }))).toEqual([
      { line: 2, cells: ['楼', '名称', '日期'] },
      { line: 3, cells: ['1号楼', '面馆', '46083'] },
      { line: 4, cells: ['1号楼', '旅馆', '2'] },
      { line: 5, cells: ['', '网吧', '3'] },
    ])
  })

  it('does not let a number look whole that a spreadsheet rounded', async () => {
    const bytes = await workbook((book) => book.addWorksheet('一').addRow([1.2345678901234568e18, 20_260_302]))
    expect(
      (await rowsOf(xlsxTable(inMemory(bytes))))[0]?.cells?.map((cell) => cell === '20260302' || /E\+/.test(cell) || cell.length > 15),
    ).toEqual([true, true])
  })

  it('is told by its bytes', async () => {
    expect(await isWorkbook(inMemory(Buffer.from('id,text')))).toBe(false)
  })
})
