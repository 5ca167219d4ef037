import type { Bytes, Progress } from './bytes.ts'
import { csvTable } from './csv.ts'
import type { Encoding } from './decode.ts'
import type { Table } from './table.ts'
import { isWorkbook, xlsxTable } from './xlsx.ts'

/** What must be known of a file to take it apart. */
export interface Layout {
  readonly encoding?: 'auto' | Encoding
  readonly delimiter?: string
  readonly sheet?: string | undefined
  readonly headerLine?: number
}

/** A file as rows, whatever it is. */
export async function* openTable(bytes: Bytes, layout: Layout, progress?: Progress): Table {
  const { encoding = 'auto', delimiter = ',', sheet, headerLine = 1 } = layout
  const more = { headerLine, ...(progress && { progress }) }
  if (await isWorkbook(bytes)) yield* xlsxTable(bytes, { sheet, ...more })
  else yield* csvTable(bytes, { encoding, delimiter, ...more })
}
