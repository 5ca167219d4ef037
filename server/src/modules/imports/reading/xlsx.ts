import { Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import type { Table } from './table.ts'

/** The wall-clock time of a date cell; a workbook knows no time zone, and exceljs reads it as UTC. */
function wallClock(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ')
}

/** A cell as a person sees it: the result of a formula, the text of a link, a date as yyyy-MM-dd HH:mm:ss. */
function textOf(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return wallClock(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('hyperlink' in value) return textOf(value.text as ExcelJS.CellValue)
  if ('error' in value) return ''
  return 'result' in value ? textOf(value.result as ExcelJS.CellValue) : ''
}

/** The rows of a workbook's sheet (the first, or the one named), read as a stream: the workbook is never whole in memory. */
export async function* xlsxTable(bytes: Uint8Array, sheet: string | undefined): Table {
  const { default: excel } = await import('exceljs') // half a second and 20 MB that only an import needs
  const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  })
  for await (const worksheet of reader) {
    const { name } = worksheet as unknown as { name?: string }
    if (sheet !== undefined && name !== sheet) continue
    for await (const row of worksheet) {
      const values = row.values as readonly ExcelJS.CellValue[]
      const cells = Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => textOf(values[at + 1]))
      if (cells.some((cell) => cell !== '')) yield { line: row.number, cells }
    }
    return
  }
}

/** True for a workbook: a zip archive. Told by its bytes, never by its name. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}
