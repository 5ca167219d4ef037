import { type Entry, entriesOf } from './archive.ts'
import type { Bytes } from './bytes.ts'
import { hear } from './markup.ts'

/* A workbook as ECMA-376 lays it out: which sheets it has, its strings, and which of its styles are dates. */

export interface Sheet {
  readonly name: string
  readonly entry: Entry
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Days are counted from 1904. */
  readonly from1904: boolean
  readonly entry: (name: string) => Entry | undefined
}

/** The sheets of a workbook in their order. It throws where the file is no workbook. */
export async function openWorkbook(bytes: Bytes): Promise<Workbook> {
  const entries = await entriesOf(bytes)
  const entry = (name: string): Entry | undefined => entries?.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const book = entry('xl/workbook.xml')
  if (!book) throw new Error('no workbook in it')
  const listed: { name: string; id: string }[] = []
  let from1904 = false
  await hear(bytes, book, {
    open(name, attributes) {
      if (name === 'sheet') listed.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' })
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
    },
  })
  const targets = new Map<string, string>()
  const relations = entry('xl/_rels/workbook.xml.rels')
  if (relations) {
    await hear(bytes, relations, {
      open(name, { Id, Target = '' }) {
        if (name === 'Relationship' && Id !== undefined) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      },
    })
  }
  const sheets = listed.flatMap(({ name, id }, n) => {
    const found = entry(targets.get(id) ?? `xl/worksheets/sheet${n + 1}.xml`)
    return found ? [{ name, entry: found }] : []
  })
  return { sheets, from1904, entry }
}

/** The shared strings of a workbook; what is said aloud of a word (rPh) is none of its text. */
export async function stringsOf(bytes: Bytes, book: Workbook): Promise<readonly string[]> {
  const entry = book.entry('xl/sharedStrings.xml')
  const strings: string[] = []
  if (!entry) return strings
  let text = ''
  let inside = false
  let aloud = false
  await hear(bytes, entry, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') aloud = true
      else if (name === 't') inside = !aloud
    },
    text(more) {
      if (inside) text += more
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') aloud = false
      else if (name === 't') inside = false
    },
  })
  return strings
}

/** Formats that every workbook has and that show a day or an hour, the Chinese ones included (18.8.30). */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const showsTime = (format: string): boolean => /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''))

/** The numbers of the cell styles that show a day or an hour. */
export async function dateStylesOf(bytes: Bytes, book: Workbook): Promise<ReadonlySet<number>> {
  const entry = book.entry('xl/styles.xml')
  const found = new Set<number>()
  if (!entry) return found
  const own = new Map<number, boolean>()
  let count = -1
  await hear(bytes, entry, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), showsTime(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') count = 0
      else if (name === 'xf' && count >= 0) {
        const id = Number(attributes['numFmtId'] ?? 0)
        if (own.get(id) ?? builtIn(id)) found.add(count)
        count++
      }
    },
    close(name) {
      if (name === 'cellXfs') count = -1
    },
  })
  return found
}
