import type { Context } from '#platform/context'
import { regionOf } from '#platform/ids'
import type { SubjectKey } from '#platform/vault'
import type { NumberState, Sex } from '../domain/number.ts'
import type { Person, Said } from '../domain/person.ts'

/** A person with the key that opens what is theirs; null once they were erased. */
export interface PersonWithKey extends Person {
  readonly key: SubjectKey | null
}

const columns = 'p.region, p.id, p.area, p.state, p.born, p.sex, p.ethnicity, p.household_id, p.block, p.won, p.joined_into, p.version'

type Row = Person & { readonly wrapped: Buffer | null }

const withKey = (ctx: Context, { wrapped, ...person }: Row): PersonWithKey => ({ ...person, key: ctx.city.vault.unwrap(wrapped) })

/** Persons by id, whatever their state. */
export async function loadPersons(ctx: Context, ids: readonly string[]): Promise<PersonWithKey[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db.query<Row>({
    name: 'people.persons',
    text: `select ${columns}, s.wrapped from (select distinct * from unnest($1::text[], $2::uuid[]) as w(region, id)) a
      join people.person p on p.region = a.region and p.id = a.id join vault.subject s on s.region = p.region and s.id = p.id`,
    values: [ids.map((id) => regionOf(id)), ids],
  })
  return rows.map((row) => withKey(ctx, row))
}

/** Whom numbers mean, by the hex of their hash. */
export async function personsByNumber(ctx: Context, hashes: readonly Buffer[]): Promise<Map<string, PersonWithKey>> {
  if (hashes.length === 0) return new Map()
  const found = await ctx.db.query<{ hash: Buffer; person_id: string }>({
    name: 'people.identities',
    text: 'select hash, person_id from people.identity where hash = any($1::bytea[])',
    values: [hashes],
  })
  const persons = new Map(
    (
      await loadPersons(
        ctx,
        found.map((row) => row.person_id),
      )
    ).map((one) => [one.id, one]),
  )
  return new Map(
    found.flatMap((row) => {
      const person = persons.get(row.person_id)
      return person ? [[row.hash.toString('hex'), person] as const] : []
    }),
  )
}

/** A record as it is kept. */
export interface RecordRow {
  readonly region: string
  readonly id: string
  readonly person_id: string
  readonly first_person: string
  readonly source: string
  readonly run: string | null
  readonly replaced: boolean
  readonly as_of: string
  readonly received_at: Date
  readonly area: string
  readonly placed: boolean
  readonly sealed: Buffer
  readonly number_state: NumberState
  readonly born: string | null
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly household_id: string | null
  readonly relation: string | null
  readonly benefit: string | null
  readonly level: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly matched: 'new' | 'number' | 'likeness' | 'person'
  readonly score: number | null
  readonly reasons: readonly string[]
}

/** What a record's seal holds: who it is, as the department wrote it. */
export type SealedSaid = Pick<Said, 'name' | 'idNumber' | 'phone' | 'address'>

export const recordSeal = 'people.record'

const recordColumns = `region, id, person_id, first_person, source, run, replaced, as_of, received_at, area, placed, sealed, number_state, born, sex, ethnicity,
  household_id, relation, benefit, level, valid_from, valid_to, matched, score, reasons`

/** All records of persons, oldest first. */
export async function recordsOf(ctx: Context, persons: readonly string[]): Promise<RecordRow[]> {
  if (persons.length === 0) return []
  return ctx.db.query<RecordRow>({
    name: 'people.records',
    text: `select ${recordColumns} from people.record where person_id = any($1::uuid[]) order by id`,
    values: [persons],
  })
}

/** What a record's seal holds; nothing once the person was erased. */
export function opened(ctx: Context, key: SubjectKey | null, sealed: Buffer): SealedSaid {
  const text = ctx.city.vault.open(key, sealed, recordSeal)
  return text === null ? {} : (JSON.parse(text) as SealedSaid)
}
