import { Readable, pipeline } from 'node:stream'
import type { CsvError } from 'csv-parse'
import type { Bytes, Progress } from './bytes.ts'
import { type Encoding, encodingOf, textOf } from './decode.ts'
import type { Table } from './table.ts'

/** A record longer than this (characters) is a quotation mark that nobody closed. */
const longestRecord = 262_144

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

export interface CsvOptions {
  readonly encoding: 'auto' | Encoding
  readonly delimiter: string
  /** The line that names the columns; what stands above is left out. */
  readonly headerLine?: number
  readonly progress?: Progress
}

const breaks = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)

/** The cells as wide as the header, or null: what is beyond it may only be empty. */
function fitted(record: readonly string[], width: number): readonly string[] | null {
  if (record.length < width || record.slice(width).some((cell) => cell !== '')) return null
  return record.slice(0, width)
}

/** Takes the text apart as it comes; what is broken is told to `onSkip`. */
async function parserOf(
  bytes: Bytes,
  { encoding, delimiter, progress }: CsvOptions,
  onSkip: (error: CsvError) => void,
): Promise<AsyncIterable<Parsed>> {
  const { parse } = await import('csv-parse') // opened by the first who imports
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRecord,
    on_skip: (error: CsvError | undefined) => {
      if (error) onSkip(error)
      return undefined
    },
  })
  const written = encoding === 'auto' ? await encodingOf(bytes) : encoding
  pipeline(Readable.from(textOf(bytes, written, progress), { highWaterMark: 1 }), parser, () => undefined) // a fault reaches whoever reads the rows
  return parser as AsyncIterable<Parsed>
}

/**
 * The rows of a CSV file (RFC 4180): quoted line breaks, a byte order mark, GBK or UTF-8. A row with another number of columns than the
 * header comes without cells, and the rows after it go on. A quotation mark that nobody closed swallows the rest of the file: the row in
 * which it stands comes without cells, marked `swallows`.
 */
export async function* csvTable(bytes: Bytes, options: CsvOptions): Table {
  const broken: CsvError[] = []
  let width = 0
  let last = 0
  for await (const { record, info } of await parserOf(bytes, options, (error) => broken.push(error))) {
    const line = info.lines - breaks(record)
    last = info.lines
    if (line < (options.headerLine ?? 1)) continue
    if (width === 0) width = record.length
    yield { line, cells: fitted(record, width) }
  }
  if (broken.length > 0) yield { line: last + 1, cells: null, swallows: true }
}
