import type { CsvError } from 'csv-parse'
import { decode } from './decode.ts'
import type { Table } from './table.ts'

/** A record longer than this (characters) is a quotation mark that nobody closed. */
const longestRecord = 262_144

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const breaks = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)

/** The cells as wide as the header, or null: what is beyond it may only be empty. */
function fitted(record: readonly string[], width: number): readonly string[] | null {
  if (record.length < width || record.slice(width).some((cell) => cell !== '')) return null
  return record.slice(0, width)
}

/**
 * The rows of a CSV file (RFC 4180): quoted line breaks, a byte order mark, GBK or UTF-8. A row with another number of columns than the
 * header comes without cells, and the rows after it go on. A quotation mark that nobody closed swallows the rest of the file: the row in
 * which it stands comes without cells, marked `swallows`.
 */
export async function* csvTable(bytes: Uint8Array, options: { encoding: 'auto' | 'utf-8' | 'gb18030'; delimiter: string }): Table {
  // Line ends of one kind: lines are counted by them.
  const text = decode(bytes, options.encoding).text.replaceAll('\r\n', '\n')
  const broken: CsvError[] = []
  const { parse } = await import('csv-parse') // opened by the first who imports
  const parser = parse({
    bom: true,
    delimiter: options.delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRecord,
    on_skip: (error: CsvError | undefined) => {
      if (error) broken.push(error)
      return undefined
    },
  })
  parser.end(text)
  let width = 0
  let last = 0
  for await (const parsed of parser) {
    const { record, info } = parsed as Parsed
    if (width === 0) width = record.length
    last = info.lines
    yield { line: info.lines - breaks(record), cells: fitted(record, width) }
  }
  if (broken.length > 0) yield { line: last + 1, cells: null, swallows: true }
}
