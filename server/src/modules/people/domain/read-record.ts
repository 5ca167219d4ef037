import { readDay } from '#platform/register'
import { normalise } from '#platform/vault/normalise'
import { type ProblemCode, unreadCodes } from './columns.ts'
import { ethnicityOf } from './ethnicity.ts'
import { names, type NumberState, readNumber, type Sex } from './number.ts'

/** A row of a department's file, understood. */
export interface ReadRecord {
  readonly line: number
  readonly name: string
  readonly numberState: NumberState
  /** 18 characters where it names somebody, as written where it is broken, null where there is none. */
  readonly number: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly born: string | null
  readonly sex: Sex | null
  readonly ethnicity: string | null
  /** A grid's or community's code or name, as it was written. */
  readonly areaWords: string | null
  readonly household: string | null
  readonly relation: string | null
  readonly benefit: string | null
  readonly level: string | null
  readonly from: string | null
  readonly to: string | null
  readonly asOf: string
  /** All that the row says: the same row again is the same record. */
  readonly key: string
  /** The source's own number for the row with what it is about; null where it has none. */
  readonly thread: string | null
}

export interface Found {
  readonly line: number
  readonly code: ProblemCode
  readonly column: string | null
  readonly kind: 'unread' | 'odd'
}

export type Cells = Readonly<Record<string, string>>

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\ufeff]+/gu, ' ')
    .trim()
const bounded = (text: string, most: number): string | null => (text === '' ? null : text.slice(0, most))

/** The number by which a spreadsheet counts a day from 1927 to 1954, when people who are old now were born. */
const early = /^1\d{4}$/
const spreadsheetEpoch = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000

/** A day as files write it, also one long ago by a spreadsheet's number. */
const dayFrom = (written: string): string | null =>
  readDay(written) ?? (early.test(written) ? new Date(spreadsheetEpoch + Number(written) * dayMs).toISOString().slice(0, 10) : null)

function readSex(text: string): Sex | null {
  if (/^(男|男性|1|m|male)$/i.test(text)) return 'male'
  return /^(女|女性|2|f|female)$/i.test(text) ? 'female' : null
}

/** Collects what was found odd about one row. */
class Odd {
  readonly found: Found[] = []
  readonly #line: number
  constructor(line: number) {
    this.#line = line
  }
  note(code: ProblemCode, column: string | null): null {
    this.found.push({ line: this.#line, code, column, kind: unreadCodes.includes(code) ? 'unread' : 'odd' })
    return null
  }
}

function dayIn(cells: Cells, name: string, odd: Odd, code: ProblemCode): string | null {
  const written = plain(cells[name])
  return written === '' ? null : (dayFrom(written) ?? odd.note(code, name))
}

function phoneIn(cells: Cells, odd: Odd): string | null {
  const digits = normalise('phone', cells['phone'] ?? '')
  if (digits === '') return null
  return digits.length >= 7 && digits.length <= 16 ? digits : odd.note('people.phone-odd', 'phone')
}

/** Who it is by number and day of birth; where they differ the number counts. */
function identityIn(cells: Cells, today: string, odd: Odd) {
  const number = readNumber(cells['idNumber'] ?? '', today)
  if (number.state === 'broken') odd.note('people.number-broken', 'idNumber')
  if (number.state === 'division') odd.note('people.number-division', 'idNumber')
  const born = dayIn(cells, 'born', odd, 'people.born-unread')
  const sex = readSex(plain(cells['sex']))
  if (number.born !== null && born !== null && born !== number.born) odd.note('people.born-differs', 'born')
  if (number.sex !== null && sex !== null && sex !== number.sex) odd.note('people.sex-differs', 'sex')
  return { number, born: number.born ?? (born !== null && born <= today ? born : null), sex: number.sex ?? sex }
}

function asOfIn(cells: Cells, today: string, odd: Odd): string {
  const day = dayIn(cells, 'asOf', odd, 'people.day-unread')
  if (day !== null && day > today) odd.note('people.day-ahead', 'asOf')
  return day === null || day > today ? today : day
}

function threadIn(cells: Cells): string | null {
  const own = plain(cells['recordKey'])
  return own === '' ? null : `${own}\0${plain(cells['benefit'])}`
}

const keyIn = (cells: Cells): string =>
  Object.keys(cells)
    .sort()
    .map((name) => `${name}\u0001${plain(cells[name])}`)
    .join('\u0002')

function ethnicityIn(cells: Cells, odd: Odd): string | null {
  const written = plain(cells['ethnicity'])
  return written === '' ? null : (ethnicityOf(written) ?? odd.note('people.ethnicity-unknown', 'ethnicity'))
}

/** Reads a row as files have them: full-width signs, many ways to write a day, numbers of 15 digits. `today` is `YYYY-MM-DD`. Pure. */
export function readRecord(line: number, cells: Cells, today: string): { record: ReadRecord | null; found: readonly Found[] } {
  const odd = new Odd(line)
  const name = bounded(plain(cells['name']).replaceAll(' ', ''), 60)
  if (name === null) {
    odd.note('people.no-name', 'name')
    return { record: null, found: odd.found }
  }
  const { number, born, sex } = identityIn(cells, today, odd)
  const record: ReadRecord = {
    line,
    name,
    numberState: number.state,
    number: number.number,
    phone: phoneIn(cells, odd),
    address: bounded(plain(cells['address']), 200),
    born,
    sex,
    ethnicity: ethnicityIn(cells, odd),
    areaWords: bounded(plain(cells['area']), 60),
    household: bounded(plain(cells['household']), 60),
    relation: bounded(plain(cells['relation']), 20),
    benefit: bounded(plain(cells['benefit']), 40),
    level: bounded(plain(cells['level']), 20),
    from: dayIn(cells, 'from', odd, 'people.day-unread'),
    to: dayIn(cells, 'to', odd, 'people.day-unread'),
    asOf: asOfIn(cells, today, odd),
    key: keyIn(cells),
    thread: threadIn(cells),
  }
  return { record, found: odd.found }
}

/** The number of a record where it names somebody. */
export const numberOf = (record: Pick<ReadRecord, 'number' | 'numberState'>): string | null =>
  names(record.numberState) ? record.number : null
