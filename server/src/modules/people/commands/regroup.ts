import type { Context } from '#platform/context'
import type { Statement } from '#platform/db'
import { newId } from '#platform/ids'
import { fieldsIn, type SubjectKey, unknownIn } from '#platform/vault'
import { chosenFrom, type Draft, type Saying } from '../domain/draft.ts'
import { names } from '../domain/number.ts'
import { isSealed, type Person, type Said, sealedFields } from '../domain/person.ts'
import type { Source } from '../domain/sources.ts'
import { opened, type PersonWithKey, recordSeal, type RecordRow, type SealedSaid } from '../sql/persons.ts'
import { insertIn, movePersonsIn, personColumns } from '../sql/write.ts'
import { blockOf } from './hash-rows.ts'

/** A record with what its seal holds. */
export interface OpenRecord {
  readonly row: RecordRow
  readonly written: SealedSaid
}

/** Somebody and the records that are theirs from now on; no record at all where they were joined into somebody else. */
export interface Grouped {
  readonly person: Person
  readonly key: SubjectKey
  readonly records: readonly OpenRecord[]
}

/** Records with the words that their persons' keys open. */
export function openRecords(ctx: Context, persons: readonly PersonWithKey[], rows: readonly RecordRow[]): OpenRecord[] {
  const keys = new Map(persons.map((one) => [one.id, one.key]))
  return rows.map((row) => ({ row, written: opened(ctx, keys.get(row.person_id) ?? null, row.sealed) }))
}

/** What a kept record says of a person, field by field. */
export function saidOf({ row, written }: OpenRecord): Said {
  const { idNumber, ...others } = written
  return {
    ...others,
    ...(idNumber !== undefined && names(row.number_state) && { idNumber }),
    ...(row.born !== null && { born: row.born }),
    ...(row.sex !== null && { sex: row.sex }),
    ...(row.ethnicity !== null && { ethnicity: row.ethnicity }),
    ...(row.household_id !== null && { household: row.household_id }),
    ...(row.placed && { area: row.area }),
  }
}

export function sayingOf({ row }: OpenRecord, sources: ReadonlyMap<string, Source>): Saying {
  return { record: row.id, source: row.source, trust: sources.get(row.source)?.trust ?? {}, asOf: row.as_of }
}

/** A person's fields chosen anew from their records; none are left to somebody without a record. */
function chosen(ctx: Context, { person, records }: Grouped, sources: ReadonlyMap<string, Source>) {
  const draft = chosenFrom(
    person,
    records.map((one) => ({ said: saidOf(one), saying: sayingOf(one, sources) })),
  )
  draft.setBlock(blockOf(ctx, draft.values.name, draft.person.born))
  return draft
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** The records that change hands, sealed with the key of whom they belong to now, and the numbers that mean somebody else now. */
function moves(ctx: Context, groups: readonly Grouped[]) {
  const { vault } = ctx.city
  const records = groups.flatMap(({ person, key, records: theirs }) =>
    theirs
      .filter(({ row }) => row.person_id !== person.id)
      .map(({ row, written }) => ({
        region: row.region,
        id: row.id,
        person_id: person.id,
        sealed: hex(vault.seal(key, JSON.stringify(written), recordSeal)),
      })),
  )
  const numbers = groups.flatMap(({ person, records: theirs }) =>
    theirs.flatMap((one) => {
      const { idNumber } = saidOf(one)
      return idNumber === undefined ? [] : [{ hash: vault.hash('idNumber', idNumber), person_id: person.id }]
    }),
  )
  return { records, numbers: [...new Map(numbers.map((one) => [one.hash.toString('hex'), one])).values()] }
}

/** Why records change hands, for the history of the persons. */
export interface Why {
  readonly kind: 'joined' | 'split' | 'corrected'
  readonly post: string | null
  readonly reason: string
}

interface Chosen {
  readonly group: Grouped
  readonly draft: Draft
}

/** The persons themselves: what is known of them in the vault, and their own rows. */
function personsIn(sql: Statement, ctx: Context, drafts: readonly Chosen[], made: ReadonlySet<string>): void {
  const there = drafts.filter(({ group }) => !made.has(group.person.id))
  fieldsIn(
    sql,
    ctx.city.vault,
    drafts.map(({ group, draft }) => ({ id: group.person.id, key: group.key, fields: draft.values })),
  )
  unknownIn(
    sql,
    there.map(({ group, draft }) => ({
      id: group.person.id,
      fields: sealedFields.filter((field) => isSealed(field) && draft.values[field] === undefined),
    })),
  )
  const born = drafts.filter(({ group }) => made.has(group.person.id)).map(({ draft }) => ({ ...draft.person, created_at: ctx.now }))
  insertIn(sql, 'made_person', 'people.person', [...personColumns, 'created_at'], born)
  movePersonsIn(
    sql,
    there.map(({ draft }) => draft.person),
  )
}

/**
 * Adds to the statement that records belong to these persons from now on: fields chosen anew, numbers pointing to whom they mean, and a row of
 * history that holds only if every person was still at the version that was read. New persons are the caller's to add to the vault.
 */
export function regroupIn(
  sql: Statement,
  ctx: Context,
  groups: readonly Grouped[],
  made: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
  why: Why,
): void {
  const drafts = groups.map((group) => ({ group, draft: chosen(ctx, group, sources) }))
  const { records, numbers } = moves(ctx, groups)
  personsIn(sql, ctx, drafts, made)
  insertIn(
    sql,
    'identity',
    'people.identity',
    ['hash', 'person_id'],
    numbers,
    'on conflict (hash) do update set person_id = excluded.person_id',
  )
  sql.with(
    'moved_record',
    `update people.record r set person_id = m.person_id, sealed = m.sealed, matched = 'person'
     from jsonb_populate_recordset(null::people.record, ${sql.bind(JSON.stringify(records))}::jsonb) m where r.region = m.region and r.id = m.id`,
  )
  historyIn(
    sql,
    ctx,
    groups,
    records.map((one) => one.id),
    groups.filter(({ person }) => !made.has(person.id)).length,
    why,
  )
}

function historyIn(sql: Statement, ctx: Context, groups: readonly Grouped[], records: readonly string[], expected: number, why: Why): void {
  const [first, second] = groups
  if (!first) return
  const { person, key } = first
  const sealed = ctx.city.vault.seal(key, why.reason, 'people.change')
  const who = ctx.actor.id ?? ctx.actor.kind
  const values = [
    person.region,
    newId(person.region, ctx.now),
    person.id,
    second?.person.id ?? null,
    why.kind,
    ctx.now,
    who,
    why.post,
    records,
    sealed,
  ]
  const bound = values.map((value) => sql.bind(value)).join(', ')
  const held = expected === 0 ? '0' : `platform.hold((select count(*) from moved_person), ${sql.bind(expected)}::bigint)`
  sql.with(
    'changed_person',
    `insert into people.change (region, id, person_id, other_id, kind, at, who, post, records, reason, held) values (${bound}, ${held})`,
  )
}
