import { createRequire } from 'node:module'
import type * as Csv from 'csv-parse/sync'
import { refuse } from '#platform/refusal'

/** The names under which a column may stand in the header; the first that is there counts. */
export type Columns<Name extends string> = Readonly<Record<Name, readonly string[]>>

export type TableRow<Name extends string> = { readonly row: number } & Readonly<Record<Name, string>>

const MOST_ROWS = 50_000

const require = createRequire(import.meta.url)

function recordsOf(csv: string): string[][] {
  try {
    const { parse } = require('csv-parse/sync') as typeof Csv // opened by the first who imports
    return parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    throw refuse('invalid', 'areas.csv-unreadable', {
      zh: '文件不是可读的 CSV（引号可能没有成对）。',
      en: 'The file is no readable CSV (a quote may be missing).',
    })
  }
}

/**
 * Reads a CSV with a header; columns are found by name, in any order, others are ignored. An optional column that is missing
 * reads as empty.
 * @throws Refusal `areas.csv-unreadable`, `areas.csv-columns` (422), `areas.csv-too-long` (413)
 */
export function readTable<Name extends string>(csv: string, columns: Columns<Name>, needed: readonly NoInfer<Name>[]): TableRow<Name>[] {
  const [header = [], ...records] = recordsOf(csv)
  const place = (name: Name): number => header.findIndex((title) => columns[name].includes(title))
  const lacking = needed.filter((name) => place(name) < 0).map((name) => columns[name][0])
  if (lacking.length > 0) {
    throw refuse('invalid', 'areas.csv-columns', {
      zh: `表头缺少列：${lacking.join('、')}。`,
      en: `The header lacks columns: ${lacking.join(', ')}.`,
    })
  }
  if (records.length > MOST_ROWS) {
    throw refuse('tooLarge', 'areas.csv-too-long', {
      zh: `一次最多导入 ${MOST_ROWS} 行，请分成几个文件。`,
      en: `At most ${MOST_ROWS} rows are imported at once; please split the file.`,
    })
  }
  const names = Object.keys(columns) as Name[]
  return records.map((record, index) => {
    const cells = Object.fromEntries(names.map((name) => [name, record[place(name)] ?? ''])) as Record<Name, string>
    return { ...cells, row: index + 1 }
  })
}
