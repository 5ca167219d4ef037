import { isRounded, readDay, type RegisterColumn, type RegisterProblem, type RegisterRow } from '#platform/register'
import type { Say } from '#platform/refusal'
import { isCreditCode } from '#platform/vault'

/** What can be said of a row of any of these registers. */
export const rowProblems = {
  'places.no-area': { zh: '没有写明在哪个社区或网格。', en: 'It does not say in which community or grid it lies.' },
  'places.unknown-area': { zh: '不认识这个区划，或有几个同名的。', en: 'The area is not known, or several are called so.' },
  'places.outside-reach': { zh: '不在导入人的岗位范围内。', en: 'It lies outside the area of the one who imports.' },
  'places.too-long': { zh: '内容太长。', en: 'It is too long.' },
  'places.bad-number': { zh: '数字读不出来，没有记。', en: 'The number cannot be read and was left out.' },
  'places.bad-day': { zh: '日期读不出来，没有记。', en: 'The date cannot be read and was left out.' },
  'places.bad-point': {
    zh: '坐标读不出来或不在本市，没有记。',
    en: 'The coordinates cannot be read or lie outside the city, and were left out.',
  },
  'places.place-differs': {
    zh: '坐标不在写明的区划里，以写明的为准。',
    en: 'The coordinates lie outside the area that is named; the name counts.',
  },
  'places.differs': {
    zh: '台账里已有，但内容不同，没有改动台账。',
    en: 'It is in the register already and says otherwise there; the register was left as it is.',
  },
} as const satisfies Record<string, Say>

/** Columns by which every place says where it is. */
export const whereColumns: readonly RegisterColumn[] = [
  {
    name: 'area',
    title: { zh: '所在社区或网格', en: 'Community or grid' },
    headers: ['社区', '所属社区', '所在社区', '网格', '所属网格', '网格编码', '区划', '区划代码', '村居', '所属村社区'],
    required: false,
    personal: false,
  },
  { name: 'lon', title: { zh: '经度', en: 'Longitude' }, headers: ['lng', 'x', '坐标经度'], required: false, personal: false },
  { name: 'lat', title: { zh: '纬度', en: 'Latitude' }, headers: ['y', '坐标纬度'], required: false, personal: false },
  { name: 'datum', title: { zh: '坐标系', en: 'Datum' }, headers: ['坐标系统', '坐标类型'], required: false, personal: false },
]

/** One row while it is read: what is wrong with it is collected, and the first thing that keeps it out ends it. */
export class Row {
  readonly line: number
  readonly problems: RegisterProblem[] = []
  readonly #cells: Readonly<Record<string, string>>

  constructor({ line, cells }: RegisterRow) {
    this.line = line
    this.#cells = cells
  }

  /** What stands in a column; an empty one is null. */
  text(column: string): string | null {
    return this.#cells[column] || null
  }

  say(code: string, column: string | null, kind: RegisterProblem['kind'] = 'odd'): void {
    this.problems.push({ line: this.line, code, column, value: column === null ? null : (this.text(column)?.slice(0, 60) ?? null), kind })
  }

  get isOut(): boolean {
    return this.problems.some((one) => one.kind === 'unread')
  }

  /** A text of at most so many characters; what is longer keeps the row out. */
  short(column: string, most: number): string {
    const text = this.text(column) ?? ''
    if (text.length > most) this.say('places.too-long', column, 'unread')
    return text
  }

  /** A whole number between two, also with its unit (6层, 120户); null and odd where it is none. */
  whole(column: string, least: number, most: number): number | null {
    const text = this.text(column)
    if (text === null) return null
    const match = /^(-?\d{1,6})(?:\.0+)?\s*(?:层|户|年|天|日|个)?$/.exec(text.normalize('NFKC'))
    const value = match ? Number(match[1]) : Number.NaN
    if (value >= least && value <= most) return value
    this.say('places.bad-number', column)
    return null
  }

  /** A day; null and odd where it is none. */
  day(column: string): string | null {
    const text = this.text(column)
    if (text === null) return null
    const day = readDay(text)
    if (day === null) this.say('places.bad-day', column)
    return day
  }

  /** A credit code by GB 32100; null and odd where it is none. A code that a spreadsheet rounded and an old number of 15 digits are told as such. */
  creditCode(column: string): string | null {
    const text = this.text(column)?.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
    if (!text) return null
    if (isCreditCode(text)) return text
    this.say(isRounded(text) ? 'places.rounded-code' : /^\d{15}$/.test(text) ? 'places.old-code' : 'places.bad-code', column)
    return null
  }
}
