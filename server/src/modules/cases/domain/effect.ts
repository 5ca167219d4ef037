import type { Severity } from './case.ts'

/** A past matter, as far as a directory looks at it. */
export interface PastMatter {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly category: string
  readonly area: string
  readonly severity: Severity
  readonly state: string
  /** The unit that led it in the end; null when none ever did. */
  readonly lead_unit: string | null
}

/** One edition's word on a matter. */
export interface Word {
  readonly lead: string | null
  readonly blocked: boolean
}

/** What the edition in force and the draft say of one matter, and whether each lets it be where it really was. */
export interface Both {
  readonly was: Word
  readonly is: Word
  readonly letWas: boolean
  readonly letsIs: boolean
}

/** Matters that would go from one unit (null: nobody) to another. */
export interface Shift {
  readonly from: string | null
  readonly to: string | null
  n: number
  readonly categories: Map<string, number>
  readonly areas: Map<string, number>
  readonly examples: PastMatter[]
}

/** Ends without a unit: there is nothing to compare. */
const unneeded: ReadonlySet<string> = new Set(['declineProposed', 'declined', 'referred', 'merged', 'transferred'])

const examplesKept = 5
/** Areas are compared by town: six digits of county, three of town. */
const townDigits = 9

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

/** What a draft would change, counted matter by matter. Pure. */
export class Effect {
  /** Matters of which the directory was asked, and those that need no unit. */
  examined = 0
  unneeded = 0
  same = 0
  moved = 0
  nobody = 0
  blocked = 0
  /** Of the matters that some unit led: how often each edition names just that unit. */
  readonly practice = { of: 0, was: 0, is: 0 }
  readonly shifts = new Map<string, Shift>()
  /** Matters examined and moved, by class and by town. */
  readonly categories = { of: new Map<string, number>(), moved: new Map<string, number>() }
  readonly areas = { of: new Map<string, number>(), moved: new Map<string, number>() }
  readonly nobodyExamples: PastMatter[] = []
  readonly blockedExamples: PastMatter[] = []

  /** Looks at one matter; `ask` gives what both editions say of it. */
  add(one: PastMatter, ask: (one: PastMatter) => Both): void {
    if (unneeded.has(one.state)) {
      this.unneeded++
      return
    }
    const both = ask(one)
    this.examined++
    count(this.categories.of, one.category)
    count(this.areas.of, one.area.slice(0, townDigits))
    if (both.is.lead === null) this.#keep('nobody', this.nobodyExamples, one)
    if (both.is.blocked || (both.letWas && !both.letsIs)) this.#keep('blocked', this.blockedExamples, one)
    this.#practise(one, both)
    if (both.was.lead === both.is.lead) this.same++
    else this.#shift(one, both)
  }

  #keep(what: 'nobody' | 'blocked', examples: PastMatter[], one: PastMatter): void {
    this[what]++
    if (examples.length < examplesKept) examples.push(one)
  }

  #practise({ lead_unit }: PastMatter, { was, is }: Both): void {
    if (lead_unit === null) return
    this.practice.of++
    if (was.lead === lead_unit) this.practice.was++
    if (is.lead === lead_unit) this.practice.is++
  }

  #shift(one: PastMatter, { was, is }: Both): void {
    const key = `${was.lead ?? ''}>${is.lead ?? ''}`
    const known = this.shifts.get(key)
    const shift: Shift = known ?? { from: was.lead, to: is.lead, n: 0, categories: new Map(), areas: new Map(), examples: [] }
    if (!known) this.shifts.set(key, shift)
    this.moved++
    shift.n++
    count(shift.categories, one.category)
    count(shift.areas, one.area.slice(0, townDigits))
    count(this.categories.moved, one.category)
    count(this.areas.moved, one.area.slice(0, townDigits))
    if (shift.examples.length < examplesKept) shift.examples.push(one)
  }
}

/** The largest counts first, equal ones by key. */
export function largest(map: ReadonlyMap<string, number>, most: number): readonly { readonly key: string; readonly n: number }[] {
  return [...map]
    .map(([key, n]) => ({ key, n }))
    .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
    .slice(0, most)
}
