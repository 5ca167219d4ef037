import { Readable } from 'node:stream'
import { openWorkbook } from './spreadsheet/workbook.ts'

/** What a cell can hold. A time is written in Asia/Shanghai. */
export type Cell = string | number | Date | null

type Rows = AsyncIterable<readonly Cell[]>

/** A cell that a spreadsheet program would take for a formula gets an apostrophe in front (OWASP: CSV injection). */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** `2026-11-23 09:00:00` in Asia/Shanghai. */
export function clockText(at: Date): string {
  const text = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

function plain(cell: Cell): string | number {
  if (cell === null) return ''
  if (typeof cell === 'number') return cell
  return cell instanceof Date ? clockText(cell) : safeText(cell.replaceAll('\u0000', ''))
}

function csvLine(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => {
    const text = String(plain(cell))
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${texts.join(',')}\r\n`
}

async function* csvText(header: readonly string[], rows: Rows): AsyncGenerator<string> {
  yield `\ufeff${csvLine(header)}`
  for await (const row of rows) yield csvLine(row)
}

/** Rows as CSV (RFC 4180, UTF-8 with a mark so that Excel reads the Chinese), as they come. */
export function csvStream(header: readonly string[], rows: Rows): Readable {
  return Readable.from(csvText(header, rows))
}

async function* plainRows(rows: Rows): AsyncGenerator<(string | number)[]> {
  for await (const row of rows) yield row.map(plain)
}

/** Rows as a workbook of one sheet, no faster than they are read; it is never whole in memory. */
export function xlsxStream(sheet: string, header: readonly string[], rows: Rows): Readable {
  return openWorkbook(sheet, header.map(plain), plainRows(rows))
}
