import { columnsOf, type Field, type Mapping, type Way } from './mapping.ts'
import { placeFinder } from './place-table.ts'
import type { ProblemCode, RowProblem } from './problems.ts'
import { type ReadTime, timeReader } from './times.ts'

/** Where a row says it is; tried in order. */
export type PlaceGuess =
  | { readonly by: 'point'; readonly lon: number; readonly lat: number; readonly source: 'wgs84' | 'gcj02' | 'bd09' }
  | { readonly by: 'area'; readonly code: string }
  | { readonly by: 'name'; readonly name: string; readonly column: string }

/** A row as the mapping understands it. */
export interface ReadRow {
  readonly line: number
  readonly id: string
  readonly text: string
  /** Code of the catalogue, or null: the words decide. */
  readonly category: string | null
  readonly reportedAt: Date
  readonly reply: string | null
  readonly repliedAt: Date | null
  readonly places: readonly PlaceGuess[]
  readonly words: string | null
  readonly reporter: { readonly name?: string; readonly phone?: string }
  readonly odd: readonly RowProblem[]
}

/** A row that could not be read, and why. */
export interface UnreadRow {
  readonly line: number
  readonly unread: RowProblem
}

export type RowReader = (cells: readonly string[], line: number) => ReadRow | UnreadRow

const longest = { id: 120, text: 4000, words: 200, name: 40, value: 40 }

/** Control characters that no text needs, and halves of characters, are left out; the rest stays as it was written. */
function clean(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  return lines.replaceAll(/(?![\n\t])\p{Cc}|\p{Surrogate}/gu, '').trim()
}

class Refused extends Error {
  readonly problem: RowProblem
  constructor(problem: RowProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** One row while it is read. */
class Row {
  readonly line: number
  readonly odd: RowProblem[] = []
  readonly #cells: readonly string[]
  readonly #index: ReadonlyMap<string, number>

  constructor(cells: readonly string[], line: number, index: ReadonlyMap<string, number>) {
    this.#cells = cells
    this.line = line
    this.#index = index
  }

  value(column: string): string {
    return clean(this.#cells[this.#index.get(column) ?? -1] ?? '')
  }

  field(field: Field): string {
    return typeof field === 'string' ? this.value(field) : field.constant
  }

  /** `shown`: the value may be repeated in the report, because it is no person's. */
  problem(code: ProblemCode, column: string | null = null, shown = false): RowProblem {
    const value = shown && column !== null ? this.value(column).slice(0, longest.value) : null
    return { line: this.line, code, column, value }
  }

  strange(code: ProblemCode, column: string | null = null, shown = false): void {
    this.odd.push(this.problem(code, column, shown))
  }

  refuse(code: ProblemCode, column: string | null = null, shown = false): never {
    throw new Refused(this.problem(code, column, shown))
  }
}

function idOf(row: Row, mapping: Mapping): string {
  const id = row.value(mapping.id)
  if (id === '' || id.length > longest.id) row.refuse('imports.no-id', mapping.id)
  return id
}

function textOf(row: Row, mapping: Mapping): string {
  const parts = mapping.text.map((one) => row.field(one)).filter((part) => part !== '')
  const text = [...new Set(parts)].join('\n')
  if (text.includes('\ufffd')) row.refuse('imports.broken-text')
  if ([...text].length < 2) row.refuse('imports.no-text')
  if (text.length > longest.text) row.refuse('imports.text-too-long')
  return text
}

function remark(row: Row, column: string, time: ReadTime): Date {
  if (time.dateOnly) row.strange('imports.date-only', column, true)
  if (time.inGap) row.strange('imports.time-in-gap', column, true)
  return time.at
}

type ReadText = (text: string) => ReadTime | null

function reportedAt(row: Row, mapping: Mapping, read: ReadText, now: Date): Date {
  const column = mapping.reportedAt
  if (row.value(column) === '') row.refuse('imports.no-time', column)
  const time = read(row.value(column))
  if (!time) row.refuse('imports.bad-time', column, true)
  if (time.at > now) row.refuse('imports.future', column, true)
  return remark(row, column, time)
}

function repliedAt(row: Row, mapping: Mapping, read: ReadText, reported: Date): Date | null {
  const column = mapping.repliedAt
  if (column === undefined || row.value(column) === '') return null
  const time = read(row.value(column))
  if (!time) {
    row.strange('imports.bad-reply-time', column, true)
    return null
  }
  if (time.at < reported) row.strange('imports.answered-before-reported', column, true)
  return remark(row, column, time)
}

function pointOf(row: Row, way: Way & { by: 'point' }): PlaceGuess[] {
  const [lon, lat] = [row.value(way.lon), row.value(way.lat)]
  if (lon === '' && lat === '') {
    if (!way.optional) row.strange('imports.no-coordinates')
    return []
  }
  const [x, y] = [Number(lon), Number(lat)]
  const isPoint = lon !== '' && lat !== '' && Math.abs(x) <= 180 && Math.abs(y) <= 90 && (x !== 0 || y !== 0)
  if (isPoint) return [{ by: 'point', lon: x, lat: y, source: way.datum }]
  row.strange('imports.bad-coordinates', way.lon, true)
  return []
}

function areaOf(row: Row, way: Way & { by: 'area' }): PlaceGuess[] {
  const value = row.value(way.column)
  if (value === '') return []
  const code =
    (way.table && Object.hasOwn(way.table, value) ? way.table[value] : undefined) ??
    (/^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/.test(value) ? value : undefined)
  return [code === undefined ? { by: 'name', name: value.slice(0, 60), column: way.column } : { by: 'area', code }]
}

type Finder = ReturnType<typeof placeFinder>

function placesOf(row: Row, mapping: Mapping, finders: ReadonlyMap<Way, Finder>): PlaceGuess[] {
  return mapping.place.flatMap((way): PlaceGuess[] => {
    if (way.by === 'point') return pointOf(row, way)
    if (way.by === 'area') return areaOf(row, way)
    const found = finders.get(way)?.(way.columns.map((column) => row.value(column)))
    return found ? [{ by: 'area', code: found.area }] : []
  })
}

function categoryOf(row: Row, mapping: Mapping): string | null {
  const { category } = mapping
  if (!category) return null
  if ('constant' in category) return category.constant
  const value = row.value(category.column)
  if (category.table) return Object.hasOwn(category.table, value) ? (category.table[value] ?? null) : null
  return value === '' ? null : value
}

const phoneShape = /^(1\d{10}|0\d{9,11}|\d{7,8})$/

function reporterOf(row: Row, { reporter }: Mapping): { name?: string; phone?: string } {
  const name = reporter.name === undefined ? '' : row.value(reporter.name).slice(0, longest.name)
  const typed = reporter.phone === undefined ? '' : row.value(reporter.phone)
  const phone = typed
    .normalize('NFKC')
    .replaceAll(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  const isPhone = phoneShape.test(phone)
  if (phone !== '' && !isPhone) row.strange('imports.bad-phone', reporter.phone ?? null)
  return { ...(name !== '' && { name }), ...(isPhone && { phone }) }
}

/** The columns that a mapping names and the file's first row does not have. */
export function missingColumns(mapping: Mapping, header: readonly string[]): string[] {
  const names = new Set(header.map((name) => name.trim()))
  return columnsOf(mapping).filter((column) => !names.has(column))
}

/** Reads the rows of a file whose first row is `header`; nothing later than `now` can have been reported. */
export function rowReader(mapping: Mapping, header: readonly string[], now: Date): RowReader {
  const index = new Map(header.map((name, at) => [name.trim(), at]))
  const read = timeReader(mapping.formats, mapping.timeZone)
  const finders = new Map(mapping.place.flatMap((way) => (way.by === 'text' ? [[way as Way, placeFinder(way.table)] as const] : [])))
  return (cells, line) => {
    const row = new Row(cells, line, index)
    try {
      const id = idOf(row, mapping)
      const text = textOf(row, mapping)
      const reported = reportedAt(row, mapping, read, now)
      const replied = repliedAt(row, mapping, read, reported)
      const words = mapping.address
        .map((one) => row.field(one))
        .filter((part) => part !== '')
        .join(' ')
        .slice(0, longest.words)
      return {
        line,
        id,
        text,
        category: categoryOf(row, mapping),
        reportedAt: reported,
        reply: (mapping.reply && row.value(mapping.reply)) || null,
        repliedAt: replied,
        places: placesOf(row, mapping, finders),
        words: words === '' ? null : words,
        reporter: reporterOf(row, mapping),
        odd: row.odd,
      }
    } catch (error) {
      if (error instanceof Refused) return { line, unread: error.problem }
      throw error
    }
  }
}
