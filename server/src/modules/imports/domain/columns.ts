import { z } from 'zod'
import type { RegisterColumn, RegisterProblem } from '#platform/register'
import { cellText } from './cells.ts'

/** A header of the file, or one value for every row. */
const field = z.union([z.string().min(1).max(200), z.strictObject({ constant: z.string().min(1).max(200) })])

/** How a file becomes rows of a register: which of its columns is which, and where it lies in the file. */
export const ColumnMapping = z
  .strictObject({
    columns: z.record(z.string().max(60), field),
    /** The line of the file that names its columns; a title may stand above. */
    headerLine: z.number().int().min(1).max(50).default(1),
    /** Name of the sheet in a workbook; the first one by default. */
    sheet: z.string().max(60).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
  })
  .meta({ id: 'ImportColumns' })

export type ColumnMapping = z.infer<typeof ColumnMapping>
export type Columns = ColumnMapping['columns']

/** A header as it is compared: without blanks, signs and what stands in brackets. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const namesOf = (column: RegisterColumn): string[] =>
  [column.title.zh, column.title.en, column.name, ...column.headers].map(plainHeader).filter((name) => name !== '')

/** How well a header fits a column: 3 the same, 2 one holds the other, 0 not at all. */
function fit(header: string, column: RegisterColumn): number {
  const plain = plainHeader(header)
  if (plain === '') return 0
  const names = namesOf(column)
  if (names.includes(plain)) return 3
  return names.some((name) => name.length > 1 && plain.length > 1 && (plain.includes(name) || name.includes(plain))) ? 2 : 0
}

/**
 * Which header is which column, by their names: what is called the same first, then what holds the other's name. `kept` is what somebody said for this
 * source before; it counts where the file has the header. No header is given twice.
 */
export function suggest(headers: readonly string[], columns: readonly RegisterColumn[], kept: Columns = {}): Columns {
  const found: Columns = {}
  const free = new Set(headers.filter((header) => header !== ''))
  for (const { name } of columns) {
    const before = kept[name]
    if (before === undefined || (typeof before === 'string' && !free.has(before))) continue
    found[name] = before
    if (typeof before === 'string') free.delete(before)
  }
  for (const wanted of [3, 2]) {
    for (const column of columns) {
      const header = found[column.name] === undefined ? [...free].find((one) => fit(one, column) >= wanted) : undefined
      if (header === undefined) continue
      found[column.name] = header
      free.delete(header)
    }
  }
  return found
}

/**
 * The line among the first rows of a file that names its columns: where most names are known, else the first with two different ones. Titles,
 * also merged ones, stand above it.
 */
export function headerLineOf(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  columns: readonly RegisterColumn[],
): number {
  const scored = rows.map(({ line, cells }) => ({
    line,
    known: columns.filter((column) => cells.some((cell) => fit(cell, column) === 3)).length,
    names: new Set(cells.filter((cell) => cell !== '')).size,
  }))
  const best = scored.toSorted((a, b) => b.known - a.known || a.line - b.line)[0]
  if (best && best.known > 0) return best.line
  return scored.find((one) => one.names > 1)?.line ?? 1
}

/** The columns that a mapping lacks though the register asks for them, and those of which the file has no header. */
export function mappingFaults(
  mapping: ColumnMapping,
  columns: readonly RegisterColumn[],
  header: readonly string[],
): { readonly missing: readonly RegisterColumn[]; readonly unknown: readonly string[] } {
  const names = new Set(header.map((name) => cellText(name)))
  const known = new Set(columns.map((column) => column.name))
  return {
    missing: columns.filter((column) => column.required && mapping.columns[column.name] === undefined),
    unknown: Object.entries(mapping.columns).flatMap(([name, one]) =>
      !known.has(name) ? [name] : typeof one === 'string' && !names.has(one) ? [one] : [],
    ),
  }
}

export interface MappedRow {
  readonly cells: Readonly<Record<string, string>>
  /** A column that must be filled and is not. */
  readonly lacks: Pick<RegisterProblem, 'code' | 'column' | 'value' | 'kind'> | null
}

/** Reads the rows of a file whose header is `header` by a mapping that fits it. */
export function columnReader(
  mapping: ColumnMapping,
  columns: readonly RegisterColumn[],
  header: readonly string[],
): (cells: readonly string[]) => MappedRow {
  const index = new Map(header.map((name, at) => [cellText(name), at]))
  const wanted = columns.flatMap((column) => {
    const from = mapping.columns[column.name]
    return from === undefined
      ? []
      : [{ column, at: typeof from === 'string' ? (index.get(from) ?? -1) : -1, constant: typeof from === 'string' ? null : from.constant }]
  })
  return (cells) => {
    const read = wanted.map(({ column, at, constant }) => [column.name, constant ?? cellText(cells[at] ?? '')] as const)
    const values = Object.fromEntries(read)
    const empty = columns.find((column) => column.required && (values[column.name] ?? '') === '')
    return { cells: values, lacks: empty ? { code: 'imports.empty', column: empty.name, value: null, kind: 'unread' } : null }
  }
}
