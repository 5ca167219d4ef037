import { isRounded, type RegisterProblem, type RegisterRow, type RegisterRun } from '#platform/register'
import type { Say } from '#platform/refusal'
import { isCreditCode } from '#platform/vault'

/** What can be said of a row of these registers. */
export const rowProblems = {
  'orgs.no-area': {
    zh: '没有写明在哪个区划，或不认识、有几个同名的。',
    en: 'It does not say in which area it lies, or the area is not known.',
  },
  'orgs.outside-reach': { zh: '不在导入人的岗位范围内。', en: 'It lies outside the area of the one who imports.' },
  'orgs.too-long': { zh: '内容太长。', en: 'It is too long.' },
  'orgs.bad-number': { zh: '数字读不出来，没有记。', en: 'The number cannot be read and was left out.' },
  'orgs.differs': {
    zh: '台账里已有，但内容不同，没有改动台账。',
    en: 'It is in the register already and says otherwise there; the register was left as it is.',
  },
} as const satisfies Record<string, Say>

/** One row while it is read: what is wrong with it is collected. */
export class Row {
  readonly line: number
  readonly problems: RegisterProblem[] = []
  readonly #cells: Readonly<Record<string, string>>

  constructor({ line, cells }: RegisterRow) {
    this.line = line
    this.#cells = cells
  }

  text(column: string): string {
    return this.#cells[column] ?? ''
  }

  say(code: string, column: string | null, kind: RegisterProblem['kind']): void {
    this.problems.push({ line: this.line, code, column, value: column === null ? null : this.text(column).slice(0, 60) || null, kind })
  }

  get isOut(): boolean {
    return this.problems.some((one) => one.kind === 'unread')
  }

  short(column: string, most: number): string {
    const text = this.text(column)
    if (text.length > most) this.say('orgs.too-long', column, 'unread')
    return text
  }

  /** A whole number with or without its unit; null and odd where it is none. */
  whole(column: string, least: number, most: number): number | null {
    const text = this.text(column)
    if (text === '') return null
    const value = Number(/^(\d{1,6})(?:\.0+)?\s*(?:户|年)?$/.exec(text)?.[1] ?? Number.NaN)
    if (value >= least && value <= most) return value
    this.say('orgs.bad-number', column, 'odd')
    return null
  }

  /** The area that a row names within the reach of the run, else that of the post; null and told where it is out of reach or not known. */
  area(run: RegisterRun, read: (text: string) => string | null, shortest: number): string | null {
    const said = this.text('area')
    const area = said === '' ? run.area : read(said)
    if (area === null || area.length < shortest) this.say('orgs.no-area', 'area', 'unread')
    else if (!area.startsWith(run.area)) this.say('orgs.outside-reach', 'area', 'unread')
    else return area
    return null
  }

  /** A credit code by GB 32100; null and told where it is none. */
  creditCode(column: string): string | null {
    const text = this.text(column).normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
    if (isCreditCode(text)) return text
    this.say(isRounded(text) ? 'orgs.rounded-code' : /^\d{15}$/.test(text) ? 'orgs.old-code' : 'orgs.bad-code', column, 'unread')
    return null
  }
}
