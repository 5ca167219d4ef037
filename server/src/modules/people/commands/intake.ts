import type { Context } from '#platform/context'
import type { Statement } from '#platform/db'
import { idFromHash, newId } from '#platform/ids'
import { fieldsIn, type NewPerson, type NewSubject, type SubjectKey } from '#platform/vault'
import { Draft } from '../domain/draft.ts'
import type { Likeness } from '../domain/likeness.ts'
import type { Person } from '../domain/person.ts'
import type { Source } from '../domain/sources.ts'
import { type PersonWithKey, recordSeal, type RecordRow } from '../sql/persons.ts'
import { insertIn, movePersonsIn, personColumns, recordColumns, type Writable } from '../sql/write.ts'
import { blockOf } from './hash-rows.ts'
import { type Candidate, choose, type HashedRow, traitsOf } from './match-rows.ts'
import { recordCells, saidIn, writtenIn } from './record-cells.ts'

interface Held {
  readonly draft: Draft
  readonly key: SubjectKey
  readonly subject: NewSubject | null
}

/** A question that a row raised. */
export interface Asked {
  readonly person: Person
  readonly other: Person
  readonly likeness: Likeness
}

const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null

/** Takes rows in, one by one, in memory: whom each is about, what is new of them, what is to be asked. Writes nothing. */
export class Intake {
  readonly #ctx: Context
  readonly #source: Source
  readonly #run: string | null
  readonly #held = new Map<string, Held>()
  readonly #byNumber = new Map<string, Draft>()
  readonly #byBlock = new Map<string, Candidate[]>()
  readonly #byPhone = new Map<string, Candidate[]>()
  readonly #records: Writable[] = []
  readonly #households = new Map<string, Writable>()
  readonly #identities: { hash: Buffer; person_id: string }[] = []
  readonly #threads: Writable[] = []
  readonly asked: Asked[] = []

  constructor(ctx: Context, source: Source, run: string | null) {
    this.#ctx = ctx
    this.#source = source
    this.#run = run
  }

  /** Somebody who is known already; the same one whoever asks. */
  readonly draftOf = (person: PersonWithKey): Draft => {
    const held = this.#held.get(person.id)
    if (held) return held.draft
    if (person.key === null) throw new Error('an erased person has no records')
    const draft = new Draft(person, false)
    this.#held.set(person.id, { draft, key: person.key, subject: null })
    return draft
  }

  knowNumbers(known: ReadonlyMap<string, PersonWithKey>): void {
    for (const [number, person] of known) this.#byNumber.set(number, this.draftOf(person))
  }

  /** Takes one row in; `candidates` are persons from before who may be meant. */
  take(row: HashedRow, candidates: readonly Candidate[]): void {
    const known = row.number === null ? undefined : this.#byNumber.get(hex(row.number) ?? '')
    if (known) return this.#attach(row, known, 'number', null)
    const traits = traitsOf(row.record)
    const choice = choose(traits, [...candidates, ...this.#near(row)])
    if (choice.join) {
      const { draft } = choice.join.candidate
      this.#number(row, draft)
      return this.#attach(row, draft, 'likeness', choice.join.likeness)
    }
    const draft = this.#somebodyNew(row)
    this.#attach(row, draft, 'new', null)
    this.#remember(row, { draft, traits })
    if (choice.ask) this.asked.push({ person: draft.person, other: choice.ask.candidate.draft.person, likeness: choice.ask.likeness })
  }

  #near(row: HashedRow): Candidate[] {
    const byBlock = this.#byBlock.get(hex(row.block) ?? '') ?? []
    const byPhone = row.number === null ? (this.#byPhone.get(hex(row.phone) ?? '') ?? []) : []
    return [...new Set([...byBlock, ...byPhone])]
  }

  #remember(row: HashedRow, candidate: Candidate): void {
    for (const [map, at] of [
      [this.#byBlock, hex(row.block)],
      [this.#byPhone, hex(row.phone)],
    ] as const) {
      if (at !== null) map.set(at, [...(map.get(at) ?? []), candidate])
    }
  }

  #somebodyNew(row: HashedRow): Draft {
    const subject = this.#ctx.city.vault.newSubject(row.region, this.#ctx.now)
    const person: Person = {
      region: row.region,
      id: subject.id,
      area: row.area,
      state: 'kept',
      born: null,
      sex: null,
      ethnicity: null,
      household_id: null,
      block: null,
      won: {},
      joined_into: null,
      version: 1,
    }
    const draft = new Draft(person, true)
    this.#held.set(subject.id, { draft, key: subject.key, subject })
    this.#number(row, draft)
    return draft
  }

  /** From now on the row's number means this person. */
  #number(row: HashedRow, draft: Draft): void {
    if (row.number === null) return
    this.#byNumber.set(row.number.toString('hex'), draft)
    this.#identities.push({ hash: row.number, person_id: draft.person.id })
  }

  #household(row: HashedRow): string | undefined {
    if (row.record.household === null) return undefined
    const { region } = row
    const key = this.#ctx.city.vault.digest('people.household', `${this.#source.code}\0${row.record.household}`)
    const id = idFromHash(region, key)
    this.#households.set(id, { region, id, key, area: row.area })
    return id
  }

  #attach(row: HashedRow, draft: Draft, matched: RecordRow['matched'], found: Likeness | null): void {
    const { record } = row
    const { region } = row
    const { id: person } = draft.person
    const id = newId(region, this.#ctx.now)
    const key = this.#held.get(person)?.key
    if (key === undefined) throw new Error('a record is sealed with its person’s key')
    const household = this.#household(row)
    draft.hear(saidIn(row, household), { record: id, source: this.#source.code, trust: this.#source.trust, asOf: record.asOf })
    const { won, born } = draft.person
    if (won.name?.record === id || won.born?.record === id) draft.setBlock(blockOf(this.#ctx, record.name, born))
    const sealed = this.#ctx.city.vault.seal(key, JSON.stringify(writtenIn(record)), recordSeal)
    const kept = { region, id, person_id: person, first_person: person, source: this.#source.code, run: this.#run, sealed }
    const how = { matched, score: found?.score ?? null, reasons: found?.reasons ?? [], received_at: this.#ctx.now }
    this.#records.push({ ...kept, ...how, ...recordCells(row, household ?? null) })
    if (row.thread !== null) this.#threads.push({ region, thread: `\\x${row.thread.toString('hex')}` })
  }

  /** Persons made by these rows, for the vault. */
  newPeople(): NewPerson[] {
    return [...this.#held.values()].flatMap(({ subject, draft }) => (subject ? [{ subject, fields: draft.values }] : []))
  }

  get taken(): number {
    return this.#records.length
  }

  /** Everybody whom these rows are about. */
  get touched(): string[] {
    return [...new Set(this.#records.map((row) => String(row['person_id'])))]
  }

  /** Adds everything but the vault's new persons to the statement. */
  writeIn(sql: Statement): void {
    const { vault } = this.#ctx.city
    const drafts = [...this.#held.values()]
    const changed = drafts.filter(({ subject, draft }) => subject === null && draft.isChanged)
    fieldsIn(
      sql,
      vault,
      changed.map(({ draft, key }) => ({ id: draft.person.id, key, fields: draft.values })),
    )
    const made = drafts.filter(({ subject }) => subject !== null).map(({ draft }) => ({ ...draft.person, created_at: this.#ctx.now }))
    insertIn(sql, 'made_person', 'people.person', [...personColumns, 'created_at'], made)
    movePersonsIn(
      sql,
      changed.map(({ draft }) => draft.person),
    )
    insertIn(sql, 'identity', 'people.identity', ['hash', 'person_id'], this.#identities)
    insertIn(
      sql,
      'household',
      'people.household',
      ['region', 'id', 'key', 'area'],
      [...this.#households.values()],
      'on conflict do nothing',
    )
    if (this.#threads.length > 0)
      sql.with(
        'replaced',
        `update people.record r set replaced = true from jsonb_populate_recordset(null::people.record, ${sql.bind(JSON.stringify(this.#threads))}::jsonb) t
         where r.region = t.region and r.thread = t.thread and not r.replaced`,
      )
    this.#writeRecords(sql, changed.length)
  }

  /** The records, only if every person who was changed was still as they were read. */
  #writeRecords(sql: Statement, expected: number): void {
    const held = expected === 0 ? '' : `where platform.hold((select count(*) from moved_person), ${sql.bind(expected)}::bigint) is not null`
    insertIn(sql, 'recorded', 'people.record', recordColumns, this.#records, held)
  }
}
