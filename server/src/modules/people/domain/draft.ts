import type { Sex } from './number.ts'
import { fieldNames, isSealed, type Person, type Said, type SealedField, type Won } from './person.ts'
import { type Trust, trustIn } from './sources.ts'
import { beats } from './winner.ts'

/** The record that says something: its id, its source and the day on which that held. */
export interface Saying {
  readonly record: string
  readonly source: string
  readonly trust: Trust
  readonly asOf: string
}

/** A person while records are taken in, or while their fields are chosen anew. Pure: it knows no database and no key. */
export class Draft {
  readonly isNew: boolean
  #person: Person
  #changed = false
  /** Sealed fields whose value is another one now. */
  readonly values: Partial<Record<SealedField, string>> = {}

  constructor(person: Person, isNew: boolean) {
    this.#person = person
    this.isNew = isNew
  }

  get person(): Person {
    return this.#person
  }

  get isChanged(): boolean {
    return this.#changed
  }

  /** Hears what one record says: each field is taken where it weighs more than what is there (see `beats`). */
  hear(said: Said, saying: Saying): void {
    for (const field of fieldNames) {
      const value = said[field]
      if (value === undefined || value === '') continue
      const claim: Won = { record: saying.record, source: saying.source, trust: trustIn(saying.trust, field), asOf: saying.asOf }
      const held = this.#person.won[field]
      if (held !== undefined && !beats(claim, held)) continue
      this.#changed = true
      this.#person = { ...this.#person, won: { ...this.#person.won, [field]: claim } }
      if (isSealed(field)) this.values[field] = value
      else this.#person = { ...this.#person, ...plainColumn(field, value) }
    }
  }

  /** Where somebody without a number is looked for; worked out by who has the keys. */
  setBlock(block: Buffer | null): void {
    this.#person = { ...this.#person, block }
  }
}

type PlainField = Exclude<keyof Said, SealedField>

function plainColumn(field: PlainField, value: string): Partial<Person> {
  switch (field) {
    case 'sex':
      return { sex: value as Sex }
    case 'household':
      return { household_id: value }
    case 'born':
      return { born: value }
    case 'ethnicity':
      return { ethnicity: value }
    case 'area':
      return { area: value }
  }
}

/** The fields of a person chosen from nothing but these records, in any order. */
export function chosenFrom(person: Person, records: readonly { readonly said: Said; readonly saying: Saying }[]): Draft {
  const bare: Person = { ...person, born: null, sex: null, ethnicity: null, household_id: null, block: null, won: {} }
  const draft = new Draft(bare, false)
  for (const { said, saying } of records) draft.hear(said, saying)
  return draft
}
