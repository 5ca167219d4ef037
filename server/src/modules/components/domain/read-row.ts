import { DATUMS, type Datum, toWgs84 } from '#platform/geo'
import { readDay } from '#platform/register'
import { type ComponentCode, readCode } from './code.ts'
import { type Found, type ProblemCode, problems } from './columns.ts'
import { type LinePoint, type Origin, origins, originSay, type State, states, stateSay } from './component.ts'
import { middleOf } from './line.ts'
import { servicePhone } from './phone.ts'

/** A body as a file names it; `uscc` is empty where it says none. */
export interface FileBody {
  readonly name: string
  readonly uscc: string
  readonly phone: string | null
}

/** A row that can be taken in, before anybody looked where it lies. */
export interface ReadComponent {
  readonly line: number
  readonly code: ComponentCode | null
  readonly formerCode: string | null
  readonly originId: string | null
  readonly type: string
  readonly name: string
  readonly state: State
  readonly lon: number
  readonly lat: number
  readonly datum: Datum
  readonly course: readonly LinePoint[] | null
  readonly placeWords: string | null
  readonly supervisor: FileBody | null
  readonly owner: FileBody | null
  readonly keeper: FileBody | null
  readonly unitGrid: string | null
  readonly since: string | null
  readonly changedOn: string | null
  readonly dataOrigin: Origin | null
  readonly remark: string | null
  readonly dwelling: string | null
}

type Cells = Readonly<Record<string, string>>

/** What a row is read by: what the types of the city are called (five digits, or the name in either language), and what a credit code is. */
export interface Known {
  readonly isCreditCode: (text: string) => boolean
  readonly byWord: ReadonlyMap<string, string>
  readonly nameOf: (type: string) => string
}

const stateByWord = new Map<string, State>(states.flatMap((state) => [[state, state] as const, [stateSay[state].zh, state] as const]))
const originByWord = new Map<string, Origin>(origins.flatMap((one) => [[one, one] as const, [originSay[one].zh, one] as const]))

/** Degrees, or null. */
function degrees(text: string | undefined, most: number): number | null {
  const value = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && Math.abs(value) <= most && value !== 0 ? value : null
}

/** A line: WKT LINESTRING, or pairs of degrees between semicolons. */
export function readLine(text: string): LinePoint[] | null {
  const body = text.replace(/^\s*LINESTRING\s*\(/i, '').replace(/\)\s*$/, '')
  const points = body
    .split(/[;,]\s*(?=[-\d.]+\s+[-\d.]+)|;/)
    .map((pair) =>
      pair
        .trim()
        .split(/[\s,]+/)
        .map(Number),
    )
    .filter((pair) => pair.length >= 2)
  const isSound = points.length >= 2 && points.every(([lon = Number.NaN, lat = Number.NaN]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
  return isSound ? points.map(([lon = 0, lat = 0]) => [lon, lat]) : null
}

/** Collects what is found while one row is read. */
class Reading {
  readonly found: Found[] = []
  readonly #line: number
  readonly #cells: Cells
  readonly known: Known

  constructor(line: number, cells: Cells, known: Known) {
    this.known = known
    this.#line = line
    this.#cells = cells
  }

  cell(column: string): string {
    return (this.#cells[column] ?? '').trim()
  }

  say(code: ProblemCode, column: string | null): void {
    const value = column === null || column === 'phone' ? null : this.cell(column).slice(0, 60)
    this.found.push({ line: this.#line, code, column, value, kind: problems[code].kind })
  }

  text(column: string, most: number): string | null {
    const text = this.cell(column)
    if (text.length > most) this.say('components.long-text', column)
    return text === '' ? null : text.slice(0, most)
  }

  day(column: string): string | null {
    const text = this.cell(column)
    const day = readDay(text)
    if (text !== '' && day === null) this.say('components.bad-date', column)
    return day
  }

  word<T>(column: string, words: ReadonlyMap<string, T>, code: ProblemCode): T | null {
    const text = this.cell(column)
    const found = words.get(text) ?? null
    if (text !== '' && found === null) this.say(code, column)
    return found
  }
}

function codeIn(reading: Reading, column: string): ComponentCode | null {
  const typed = reading.cell(column)
  if (typed === '') return null
  const read = readCode(typed)
  if (typeof read !== 'string') return read
  reading.say('components.bad-code', column)
  return null
}

function typeIn(reading: Reading, known: Known, code: ComponentCode | null): string | null {
  const typed = reading.cell('type').replace(/^C(?=\d{5}$)/, '')
  const type = typed === '' ? (code?.type ?? null) : (known.byWord.get(typed) ?? null)
  if (type === null) reading.say(typed === '' ? 'components.no-type' : 'components.unknown-type', 'type')
  else if (!known.byWord.has(type)) reading.say('components.unknown-type', 'code')
  else if (code !== null && code.type !== null && code.type !== type) reading.say('components.code-type', 'type')
  return type
}

type Placed = Pick<ReadComponent, 'lon' | 'lat' | 'datum' | 'course'>

function placeIn(reading: Reading): Placed | null {
  const named = reading.cell('datum').toLowerCase().replaceAll('-', '')
  const datum = DATUMS.find((one) => one === named) ?? 'wgs84'
  const course = reading.cell('line') === '' ? null : readLine(reading.cell('line'))
  const [lon, lat] = course ? middleOf(course) : [degrees(reading.cell('lon'), 180), degrees(reading.cell('lat'), 90)]
  if (lon === null || lat === null || (course === null && reading.cell('line') !== '')) {
    reading.say('components.no-place', reading.cell('line') === '' ? 'lon' : 'line')
    return null
  }
  const [east, north] = toWgs84(lon, lat, datum)
  return { lon: east, lat: north, datum, course: course?.map(([x, y]): LinePoint => toWgs84(x, y, datum)) ?? null }
}

function bodyIn(reading: Reading, column: string, phone: string | null): FileBody | null {
  const name = reading.text(column, 60)
  if (name === null || name.length < 2) return null
  const typed = reading.cell(`${column}Uscc`).toUpperCase()
  const uscc = typed === '' || reading.known.isCreditCode(typed) ? typed : ''
  if (uscc !== typed) reading.say('components.bad-uscc', `${column}Uscc`)
  return { name, uscc, phone }
}

function phoneIn(reading: Reading): string | null {
  const typed = reading.cell('phone')
  const phone = typed === '' ? null : servicePhone(typed)
  if (typed !== '' && phone === null) reading.say('components.private-phone', 'phone')
  return phone
}

function gridIn(reading: Reading): string | null {
  const typed = reading.cell('unitGrid')
  if (typed === '' || /^\d{15}$/.test(typed)) return typed || null
  reading.say('components.bad-grid', 'unitGrid')
  return null
}

function formerIn(reading: Reading): string | null {
  const typed = reading.cell('formerCode')
  const read = readCode(typed)
  if (typeof read !== 'string' && read.code.length === 16) return read.code
  if (typed !== '') reading.say('components.bad-former', 'formerCode')
  return null
}

function details(reading: Reading) {
  const phone = phoneIn(reading)
  const keeper = bodyIn(reading, 'keeper', phone)
  return {
    formerCode: formerIn(reading),
    originId: reading.text('originId', 80),
    state: reading.word('state', stateByWord, 'components.bad-state') ?? ('intact' as const),
    placeWords: reading.text('placeWords', 120),
    supervisor: bodyIn(reading, 'supervisor', null),
    // The telephone is that of who maintains it; where nobody does, of its owner.
    owner: bodyIn(reading, 'owner', keeper ? null : phone),
    keeper,
    unitGrid: gridIn(reading),
    since: reading.day('since'),
    changedOn: reading.day('changedOn'),
    dataOrigin: originByWord.get(reading.cell('dataOrigin')) ?? null,
    remark: reading.text('remark', 200),
    dwelling: reading.text('dwelling', 40),
  }
}

/** Reads one row: what can be taken in of it, or null, and everything that was found on the way. Pure. */
export function readRow(
  line: number,
  cells: Cells,
  known: Known,
): { readonly row: ReadComponent | null; readonly found: readonly Found[] } {
  const reading = new Reading(line, cells, known)
  const code = codeIn(reading, 'code')
  const type = typeIn(reading, known, code)
  const placed = placeIn(reading)
  if (type === null || placed === null || reading.found.length > 0) return { row: null, found: reading.found }
  const name = reading.text('name', 30) ?? known.nameOf(type).slice(0, 30)
  return { row: { line, code, type, name, ...placed, ...details(reading) }, found: reading.found }
}
