import type { Context } from '#platform/context'
import type { Register } from '#platform/register'
import { refuse, type Say } from '#platform/refusal'
import { maskFreeText } from '#platform/vault'
import { importPost } from '../commands/submit.ts'
import { sealedBytes, unreadable } from '../commands/files.ts'
import { cellText } from '../domain/cells.ts'
import { type Columns, type ColumnMapping, headerLineOf, suggest } from '../domain/columns.ts'
import type { Bytes } from '../reading/bytes.ts'
import { type Layout, openTable } from '../reading/open.ts'
import { openWorkbook } from '../reading/workbook.ts'
import { isWorkbook } from '../reading/xlsx.ts'
import { findRegister, registers } from '../registers.ts'
import { type FileRow, loadFile } from '../sql/files.ts'
import { keptMappings } from '../sql/mappings.ts'

/** A register that the actor may bring files for. */
export interface RegisterView {
  readonly name: string
  readonly title: Say
  readonly columns: readonly { readonly name: string; readonly title: Say; readonly required: boolean }[]
  /** Sources whose files were mapped before. */
  readonly sources: readonly string[]
}

/** The registers into which the actor may import. */
export async function registersFor(ctx: Context): Promise<RegisterView[]> {
  const mine = registers.filter(({ by }) => ctx.actor.posts.some((post) => by.includes(post.role)))
  return Promise.all(
    mine.map(async (register) => {
      const kept = await keptMappings(ctx.db, register.name, importPost(ctx, register).area)
      const columns = register.columns.map(({ name, title, required }) => ({ name, title, required }))
      return { name: register.name, title: register.title, columns, sources: [...new Set(kept.map((one) => one.source))] }
    }),
  )
}

/** A register by its name. @throws Refusal `imports.no-register` (404) */
export function registerOf(name: string): Register {
  const found = findRegister(name)
  if (found) return found
  throw refuse('missing', 'imports.no-register', { zh: '没有这个台账。', en: 'There is no such register.' })
}

/** A whole file of the actor's own: nobody looks into what somebody else brought. @throws Refusal `imports.file-missing` (404) */
export async function ownFile(ctx: Context, id: string): Promise<FileRow> {
  const file = /^[0-9a-f-]{36}$/.test(id) ? await loadFile(ctx.db, id) : null
  if (file && file.account === ctx.actor.id) return file
  throw refuse('missing', 'imports.file-missing', {
    zh: '没有这个文件，或已经删除。请再交一次。',
    en: 'There is no such file, or it is gone. Please hand it in again.',
  })
}

/** What is known of a file before it is imported. */
export interface Preview {
  readonly file: string
  readonly fileName: string
  readonly fileBytes: number
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly headerLine: number
  readonly delimiter: ColumnMapping['delimiter']
  /** The columns of the file by their names; what its first row has in it, masked, where that is nobody's. */
  readonly headers: readonly { readonly name: string; readonly example: string }[]
  readonly suggested: Columns
  /** The suggestion is what somebody said for this source before. */
  readonly known: boolean
}

const firstRows = 12

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

async function rowsOf(bytes: Bytes, layout: Layout, most = firstRows): Promise<Row[]> {
  const rows: Row[] = []
  try {
    for await (const { line, cells } of openTable(bytes, layout)) {
      if (cells !== null) rows.push({ line, cells: cells.map(cellText) })
      if (rows.length >= most) break
    }
  } catch {
    throw unreadable()
  }
  return rows
}

/** Of the signs between cells the one that the first line holds most of. */
async function delimiterOf(bytes: Bytes): Promise<ColumnMapping['delimiter']> {
  const signs = [',', ';', '\t', '|'] as const
  const first = (await bytes.read(0, Math.min(65_536, bytes.size))).toString('latin1').split('\n', 3).join('\n')
  return signs.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
}

async function sheetsOf(bytes: Bytes): Promise<string[]> {
  try {
    return (await openWorkbook(bytes)).sheets.map((one) => one.name)
  } catch {
    throw unreadable()
  }
}

export interface Asked {
  readonly register: string
  readonly source?: string | undefined
  readonly sheet?: string | undefined
  readonly headerLine?: number | undefined
}

/** The line of the header as it was asked for, or as the first rows show it, with the rows from there on. */
async function fromHeader(bytes: Bytes, layout: Layout, isBook: boolean, register: Register, asked: number | undefined) {
  const first = asked === undefined ? await (isBook ? rowsOf(bytes, layout) : eachFirst(bytes, layout)) : []
  const headerLine = asked ?? headerLineOf(first, register.columns)
  if (asked === undefined && isBook) return { headerLine, rows: first.filter((row) => row.line >= headerLine) }
  return { headerLine, rows: await rowsOf(bytes, { ...layout, headerLine }) }
}

/** The first lines of a text file, each at its own width: a title is narrower than the header under it. */
async function eachFirst(bytes: Bytes, layout: Layout): Promise<Row[]> {
  const found: Row[] = []
  for (let line = 1; line <= firstRows; line++) {
    const [first] = await rowsOf(bytes, { ...layout, headerLine: line }, 1)
    if (first && !found.some((one) => one.line === first.line)) found.push(first)
  }
  return found
}

/**
 * What a file holds and how its columns may be understood: by what was said for its source before, else by their names.
 * @throws Refusal `imports.no-register` (404), `imports.not-yours` (403), `imports.file-missing` (404), `imports.unreadable` (422)
 */
export async function previewFile(ctx: Context, id: string, asked: Asked): Promise<Preview> {
  const register = registerOf(asked.register)
  const post = importPost(ctx, register)
  const file = await ownFile(ctx, id)
  const bytes = sealedBytes(ctx, file)
  const sheets = (await isWorkbook(bytes)) ? await sheetsOf(bytes) : []
  const delimiter = sheets.length > 0 ? ',' : await delimiterOf(bytes)
  const layout = { encoding: file.encoding ?? ('auto' as const), delimiter, sheet: asked.sheet ?? sheets[0] }
  // The first rows of a text file are at its beginning, however large it is.
  const looked: Bytes = sheets.length > 0 ? bytes : { size: Math.min(bytes.size, 262_144), read: (from, to) => bytes.read(from, to) }
  const { headerLine, rows } = await fromHeader(looked, layout, sheets.length > 0, register, asked.headerLine)
  const headers = rows[0]?.cells ?? []
  const kept = asked.source === undefined ? [] : await keptMappings(ctx.db, register.name, post.area)
  const before = kept.find((one) => one.source === asked.source)
  const suggested = suggest(headers, register.columns, before?.columns)
  const personal = new Set(register.columns.flatMap(({ name, personal: is }) => (is ? [suggested[name]] : [])))
  const example = (name: string, at: number): string =>
    personal.has(name) ? '' : maskFreeText(rows[1]?.cells[at] ?? '').masked.slice(0, 30)
  return {
    file: file.id,
    fileName: file.name,
    fileBytes: file.bytes,
    sheets,
    sheet: layout.sheet ?? null,
    headerLine,
    delimiter,
    headers: headers.map((name, at) => ({ name, example: example(name, at) })).filter((one) => one.name !== ''),
    suggested,
    known: before !== undefined,
  }
}
