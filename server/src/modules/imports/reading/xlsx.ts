import type { Bytes, Progress } from './bytes.ts'
import { listen } from './markup.ts'
import { columnOf, filler, mergesOf } from './merged.ts'
import type { Table, TableRow } from './table.ts'
import { dateStylesOf, openWorkbook, stringsOf } from './workbook.ts'

const dayMs = 86_400_000
/** The most columns that a spreadsheet program has. */
const mostColumns = 16_384

/** The wall-clock time that a number of days stands for; a workbook knows no time zone. */
function wallClock(days: number, from1904: boolean): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round((days + (from1904 ? 1462 : 0)) * dayMs))
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 19).replace('T', ' ')
}

/** A number as a person sees it. One of more digits than a spreadsheet keeps stays as it is written there: what was rounded must not look whole. */
function numberText(text: string): string {
  const value = Number(text)
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value) : text
}

interface Reading {
  readonly strings: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly from1904: boolean
}

/** Hears the rows of a sheet; each is put into `ready` when it ends. */
class RowEars {
  readonly ready: { line: number; cells: string[] }[] = []
  readonly #reading: Reading
  #line = 0
  #column = -1
  #cells: string[] = []
  #type = ''
  #style = 0
  #text = ''
  #inside = false

  constructor(reading: Reading) {
    this.#reading = reading
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#line = Number(attributes['r'] ?? this.#line + 1)
      this.#column = -1
      this.#cells = []
    } else if (name === 'c') {
      const letters = /^[A-Z]+/.exec(attributes['r'] ?? '')?.[0]
      this.#column = letters === undefined ? this.#column + 1 : columnOf(letters)
      if (this.#column >= mostColumns) throw new Error('a column that no spreadsheet has')
      this.#type = attributes['t'] ?? 'n'
      this.#style = Number(attributes['s'] ?? 0)
      this.#text = ''
    } else if (name === 'v' || name === 't') this.#inside = true
    else if (name === 'rPh') this.#type = this.#type === 'inlineStr' ? 'aloud' : this.#type
  }

  text(more: string): void {
    if (this.#inside && this.#type !== 'aloud') this.#text += more
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inside = false
    else if (name === 'rPh') this.#type = this.#type === 'aloud' ? 'inlineStr' : this.#type
    else if (name === 'c') {
      while (this.#cells.length < this.#column) this.#cells.push('')
      this.#cells[this.#column] = this.#value()
    } else if (name === 'row') this.ready.push({ line: this.#line, cells: this.#cells })
  }

  #value(): string {
    const { strings, dates, from1904 } = this.#reading
    const text = this.#text
    if (this.#type === 's') return strings[Number(text)] ?? ''
    if (this.#type === 'b') return text === '1' ? 'true' : 'false'
    if (this.#type === 'e' || text === '') return ''
    if (this.#type === 'd') return text.slice(0, 19).replace('T', ' ')
    if (this.#type !== 'n') return text
    return dates.has(this.#style) ? wallClock(Number(text), from1904) : numberText(text)
  }
}

export interface SheetOptions {
  /** Name of the sheet; the first one by default. */
  readonly sheet?: string | undefined
  /** The line that names the columns; what stands above is left out. */
  readonly headerLine?: number
  readonly progress?: Progress
}

/** The rows of a workbook's sheet, read as a stream: only the shared strings are in memory. What a merged cell covers below has its value. */
export async function* xlsxTable(bytes: Bytes, { sheet, headerLine = 1, progress }: SheetOptions = {}): Table {
  const book = await openWorkbook(bytes)
  const wanted = sheet === undefined ? book.sheets[0] : book.sheets.find((one) => one.name === sheet)
  if (!wanted) return
  const ears = new RowEars({ strings: await stringsOf(bytes, book), dates: await dateStylesOf(bytes, book), from1904: book.from1904 })
  const fill = filler(await mergesOf(bytes, wanted.entry))
  for await (const turn of listen(bytes, wanted.entry, ears, progress)) {
    void turn
    for (const row of ears.ready.splice(0)) {
      fill(row.line, row.cells)
      if (row.line >= headerLine && row.cells.some((cell) => cell !== '')) yield row satisfies TableRow
    }
  }
}

/** True for a workbook: a zip archive. Told by its bytes, never by its name. */
export async function isWorkbook(bytes: Bytes): Promise<boolean> {
  return (await bytes.read(0, Math.min(4, bytes.size))).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))
}
