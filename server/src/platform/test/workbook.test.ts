import { EventEmitter, once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type Cell, xlsxStream } from '#platform/spreadsheet'

async function* given(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows
}

/** The sheet as another program reads it. */
async function readBack(header: readonly string[], rows: readonly (readonly Cell[])[], name = 'cases'): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await buffer(xlsxStream(name, header, given(rows)))) as never)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('there is no sheet')
  return sheet
}

/** What one cell holds after it was written and read. */
async function cell(value: Cell): Promise<unknown> {
  return (await readBack(['a'], [[value]])).getCell('A2').value
}

describe('a workbook', () => {
  it('holds what was written', async () => {
    const at = new Date('2026-11-23T01:00:00Z')
    const sheet = await readBack(
      ['编号', '标题', '满意度'],
      [
        ['A-1', '楼道灯坏了 🚧', 5],
        ['A-2', null, -0.5],
        [at, '', 1e21],
      ],
    )
    expect(sheet.name).toBe('cases')
    const [first, second, third, fourth] = [1, 2, 3, 4].map((row) => [1, 2, 3].map((column) => sheet.getCell(row, column).value))
    expect(first).toEqual(['编号', '标题', '满意度'])
    expect(second).toEqual(['A-1', '楼道灯坏了 🚧', 5])
    expect(third).toEqual(['A-2', null, -0.5])
    expect(fourth).toEqual(['2026-11-23 09:00:00', null, 1e21])
    expect(sheet.rowCount).toBe(4)
  })

  it('shows its header in bold above the rows, however far one scrolls', async () => {
    const sheet = await readBack(['编号'], [['A-1']])
    expect(sheet.getCell('A1').font.bold).toBe(true)
    expect(sheet.getCell('A2').font?.bold ?? false).toBe(false)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  })

  it('has columns beyond Z', async () => {
    const columns = Array.from({ length: 800 }, (_, column) => `c${column}`)
    const sheet = await readBack(columns, [columns])
    for (const [place, text] of [
      ['Z2', 'c25'],
      ['AA2', 'c26'],
      ['ZZ2', 'c701'],
      ['AAA2', 'c702'],
    ] as const) {
      expect(sheet.getCell(place).value).toBe(text)
    }
  })

  it.each([
    ['markup', '<b>&amp; "x" \'y\'</b> ]]>', '<b>&amp; "x" \'y\'</b> ]]>'],
    ['spaces at the ends', '  井盖 \n', '  井盖 \n'],
    ['line breaks of any kind', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u007fe\ufffef\uffff', 'abcdef'],
    ['halves of a character', 'a\ud83db\udea7c\ud83d\udea7', 'abc🚧'],
    ['a formula', '=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'],
    ['a number that is none', Number.NaN, 'NaN'],
  ])('keeps %s as text', async (_, value, read) => {
    expect(await cell(value)).toBe(read)
  })

  it('lets no text be read as the number of a character', async () => {
    const value = await cell('_x0041_ _X000d_ _x12_')
    expect(String(value).replaceAll('_x005F_', '_')).toBe('_x0041_ _X000d_ _x12_')
    expect(value).not.toContain('A')
  })

  it('cuts what no cell can hold, never through a character', async () => {
    const value = String(await cell(`${'井'.repeat(32_766)}🚧🚧`))
    expect(value).toBe('井'.repeat(32_766))
  })
})

describe('a stream of rows', () => {
  it('ends the rows when the reader has gone', async () => {
    const told = new EventEmitter()
    const [begun, ended] = [once(told, 'begun'), once(told, 'ended')]
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      try {
        told.emit('begun')
        for (let n = 0; ; n++) yield [n, `${Math.sin(n)}`]
      } finally {
        told.emit('ended')
      }
    }
    const stream = xlsxStream('cases', ['a', 'b'], endless())
    stream.resume()
    await begun
    stream.destroy()
    await ended
  })

  it('breaks when its rows break', async () => {
    async function* broken(): AsyncGenerator<readonly Cell[]> {
      yield ['1']
      throw new Error('the database is gone')
    }
    await expect(buffer(xlsxStream('cases', ['a'], broken()))).rejects.toThrow('the database is gone')
  })
})
