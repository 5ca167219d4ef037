import type { Context } from '../context.ts'
import type { Statement } from '../db.ts'
import { regionOf } from '../ids.ts'
import { SEARCHABLE, type SearchKind } from './normalise.ts'
import type { NewSubject, SubjectKey, Vault } from './service.ts'

/** What the vault keeps about a person. `totp` is the secret of a second factor; it is never searched. */
export const FIELDS = [...SEARCHABLE, 'totp'] as const
export type Field = (typeof FIELDS)[number]
export type Fields = Partial<Record<Field, string>>

function searchable(field: Field): field is SearchKind {
  return field !== 'totp'
}

function rows(vault: Vault, key: SubjectKey, fields: Fields): { field: Field; sealed: Buffer; hash: Buffer | null }[] {
  return FIELDS.flatMap((field) => {
    const value = fields[field]?.trim()
    if (!value) return []
    return [{ field, sealed: vault.seal(key, value, `subject.${field}`), hash: searchable(field) ? vault.hash(field, value) : null }]
  })
}

/** A person who is about to be written, with what is known about them. */
export interface NewPerson {
  readonly subject: NewSubject
  readonly fields: Fields
}

const hex = (bytes: Buffer | null): string | null => (bytes === null ? null : `\\x${bytes.toString('hex')}`)

/** Adds new persons and what is known about them to the statement that makes the change (CTEs `subject` and `subject_field`). */
export function subjectsIn(sql: Statement, vault: Vault, people: readonly NewPerson[]): void {
  if (people.length === 0) return
  const made = people.map(({ subject: { region, id, wrapped, createdAt } }) => ({
    region,
    id,
    wrapped: hex(wrapped),
    created_at: createdAt,
  }))
  sql.with(
    'subject',
    `insert into vault.subject (region, id, wrapped, created_at)
     select region, id, wrapped, created_at from jsonb_populate_recordset(null::vault.subject, ${sql.bind(JSON.stringify(made))}::jsonb)`,
  )
  const known = people.flatMap(({ subject, fields }) =>
    rows(vault, subject.key, fields).map(({ field, sealed, hash }) => ({
      region: subject.region,
      subject_id: subject.id,
      field,
      sealed: hex(sealed),
      hash: hex(hash),
    })),
  )
  if (known.length === 0) return
  sql.with(
    'subject_field',
    `insert into vault.field (region, subject_id, field, sealed, hash)
     select region, subject_id, field, sealed, hash from jsonb_populate_recordset(null::vault.field, ${sql.bind(JSON.stringify(known))}::jsonb)`,
  )
}

/** Adds one new person to the statement, as `subjectsIn` does. */
export function subjectIn(sql: Statement, vault: Vault, subject: NewSubject, fields: Fields): void {
  subjectsIn(sql, vault, [{ subject, fields }])
}

/** A person who is there, with what is to be known about them from now on. */
export interface KnownPerson {
  readonly id: string
  readonly key: SubjectKey
  readonly fields: Fields
}

/** Adds to the statement what is known about persons from now on (CTE `known_field`); each field replaces what was known of it. */
export function fieldsIn(sql: Statement, vault: Vault, people: readonly KnownPerson[]): void {
  const known = people.flatMap(({ id, key, fields }) =>
    rows(vault, key, fields).map(({ field, sealed, hash }) => ({
      region: regionOf(id),
      subject_id: id,
      field,
      sealed: hex(sealed),
      hash: hex(hash),
    })),
  )
  if (known.length === 0) return
  sql.with(
    'known_field',
    `insert into vault.field (region, subject_id, field, sealed, hash)
     select region, subject_id, field, sealed, hash from jsonb_populate_recordset(null::vault.field, ${sql.bind(JSON.stringify(known))}::jsonb)
     on conflict (region, subject_id, field) do update set sealed = excluded.sealed, hash = excluded.hash`,
  )
}

/** Adds to the statement that these fields of persons are known no more (CTE `unknown_field`); their keys stay. */
export function unknownIn(sql: Statement, gone: readonly { readonly id: string; readonly fields: readonly Field[] }[]): void {
  const rows = gone.flatMap(({ id, fields }) => fields.map((field) => ({ region: regionOf(id), subject_id: id, field })))
  if (rows.length === 0) return
  sql.with(
    'unknown_field',
    `delete from vault.field f using jsonb_to_recordset(${sql.bind(JSON.stringify(rows))}::jsonb) as g(region text, subject_id uuid, field text)
     where f.region = g.region and f.subject_id = g.subject_id and f.field = g.field`,
  )
}

/** A person's key; null if there is no such person or they were erased. */
export async function subjectKey(ctx: Context, id: string): Promise<SubjectKey | null> {
  const [row] = await ctx.db.query<{ wrapped: Buffer | null }>({
    name: 'vault.key',
    text: 'select wrapped from vault.subject where region = $1 and id = $2',
    values: [regionOf(id), id],
  })
  return ctx.city.vault.unwrap(row?.wrapped ?? null)
}

/** The keys of many persons at once; null for the erased, nothing for the unknown. */
export async function subjectKeys(ctx: Context, ids: readonly string[]): Promise<Map<string, SubjectKey | null>> {
  const rows = await ctx.db.query<{ id: string; wrapped: Buffer | null }>({
    name: 'vault.keys',
    text: `select s.id, s.wrapped from (select distinct * from unnest($1::text[], $2::uuid[]) as a(region, id)) asked
      join vault.subject s on s.region = asked.region and s.id = asked.id`,
    values: [ids.map((id) => regionOf(id)), ids],
  })
  return new Map(rows.map((row) => [row.id, ctx.city.vault.unwrap(row.wrapped)]))
}

/** Writes or replaces what is known about a person; an empty text removes the field. Nothing happens to an erased person. */
export async function writeFields(ctx: Context, id: string, fields: Fields): Promise<void> {
  const key = await subjectKey(ctx, id)
  if (!key) return
  const region = regionOf(id)
  for (const row of rows(ctx.city.vault, key, fields)) {
    await ctx.db.query({
      name: 'vault.write',
      text: `insert into vault.field (region, subject_id, field, sealed, hash) values ($1, $2, $3, $4, $5)
        on conflict (region, subject_id, field) do update set sealed = excluded.sealed, hash = excluded.hash`,
      values: [region, id, row.field, row.sealed, row.hash],
    })
  }
  const gone = FIELDS.filter((field) => fields[field]?.trim() === '')
  if (gone.length === 0) return
  await ctx.db.query({
    name: 'vault.remove',
    text: 'delete from vault.field where region = $1 and subject_id = $2 and field = any($3)',
    values: [region, id, gone],
  })
}

/** What is known about persons, opened, for masking or for the person's own eyes. Showing it to anybody else is `revealField`. */
export async function readFields(ctx: Context, ids: readonly string[]): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>()
  if (ids.length === 0) return found
  const list = await ctx.db.query<{ id: string; wrapped: Buffer | null; field: Field | null; sealed: Buffer | null }>({
    name: 'vault.read',
    text: `select s.id, s.wrapped, f.field, f.sealed
      from unnest($1::text[], $2::uuid[]) as asked(region, id)
      join vault.subject s on s.region = asked.region and s.id = asked.id
      left join vault.field f on f.region = s.region and f.subject_id = s.id`,
    values: [ids.map((id) => regionOf(id)), ids],
  })
  const keys = new Map<string, SubjectKey | null>()
  for (const row of list) {
    if (!keys.has(row.id)) keys.set(row.id, ctx.city.vault.unwrap(row.wrapped))
    const fields = found.get(row.id) ?? {}
    found.set(row.id, fields)
    const value = row.field && ctx.city.vault.open(keys.get(row.id) ?? null, row.sealed, `subject.${row.field}`)
    if (row.field && value) fields[row.field] = value
  }
  return found
}

/** The persons who have this phone, name, number or address (at most 200), oldest first. */
export async function findSubjects(ctx: Context, kind: SearchKind, value: string): Promise<string[]> {
  const found = await ctx.db.query<{ subject_id: string }>({
    name: 'vault.find',
    text: 'select subject_id from vault.field where field = $1 and hash = $2 order by subject_id limit 200',
    values: [kind, ctx.city.vault.hash(kind, value)],
  })
  return found.map((row) => row.subject_id)
}
