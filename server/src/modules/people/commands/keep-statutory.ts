import { auditIn } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { newId, regionOf } from '#platform/ids'
import { onceIn } from '#platform/once'
import { isPurpose, lookIn, subjectsIn } from '#platform/vault'
import { missing, postFor, statutoryKeepers } from '../domain/permit.ts'
import { categoriesOf } from '../sql/categories.ts'
import { loadPersons, type PersonWithKey } from '../sql/persons.ts'
import { ahead, category, refused } from './keep-tags.ts'

async function statutoryPerson(ctx: Context, id: string): Promise<{ person: PersonWithKey; post: string }> {
  const [person] = regionOf(id) === null ? [] : await loadPersons(ctx, [id])
  if (!person || person.state !== 'kept') throw missing()
  return { person, post: postFor(ctx.actor, statutoryKeepers, person.area).id }
}

/**
 * Enters what a statute says of a person, with its basis and last day, sealed with a key of its own.
 * @throws Refusal `people.missing` (404), `people.category-kind`, `people.until` (422)
 */
export async function enterStatutory(
  ctx: Context,
  id: string,
  given: { readonly category: number; readonly basis: string; readonly from: string; readonly until: string },
): Promise<void> {
  const { person, post } = await statutoryPerson(ctx, id)
  await category(ctx, given.category, 'statutory')
  ahead(ctx, given.until)
  const { vault } = ctx.city
  const subject = vault.newSubject(person.region, ctx.now)
  const sealed = vault.seal(subject.key, JSON.stringify({ category: given.category, basis: given.basis }), 'people.statutory')
  const sql = statement()
  subjectsIn(sql, vault, [{ subject, fields: {} }])
  const values = [
    person.region,
    newId(person.region, ctx.now),
    person.id,
    subject.id,
    sealed,
    ctx.actor.id ?? '',
    post,
    given.from,
    given.until,
    ctx.now,
  ]
  sql.with(
    'entered',
    `insert into people.statutory_tag (region, id, person_id, subject_id, sealed, who, post, from_on, to_on, at) values (${values.map((value) => sql.bind(value)).join(', ')})`,
  )
  auditIn(sql, ctx, { action: 'statutory.entered', object: { kind: 'subject', id: person.id }, post })
  onceIn(sql, ctx.once, 200, person.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
}

/** What statutes say of a person; leaves a look, as every page does. @throws Refusal `people.missing` (404) */
export async function statutoryOf(ctx: Context, id: string, purpose: string) {
  const { person, post } = await statutoryPerson(ctx, id)
  if (!isPurpose(purpose)) throw refused('vault.purpose', '请选一个用途。', 'Please choose a purpose.')
  const sql = statement()
  lookIn(sql, ctx, person.id, { field: 'page', purpose, post })
  auditIn(sql, ctx, { action: 'statutory.read', object: { kind: 'subject', id: person.id }, post })
  await ctx.db.query(sql.done('select 1'))
  const rows = await ctx.db.query<{ id: string; sealed: Buffer; wrapped: Buffer | null; from_on: string; to_on: string }>({
    name: 'people.statutory',
    text: `select t.id, t.sealed, s.wrapped, t.from_on, t.to_on from people.statutory_tag t join vault.subject s on s.region = t.region and s.id = t.subject_id
      where t.region = $1 and t.person_id = $2 and t.ended_at is null and t.to_on >= $3::date order by t.id desc`,
    values: [person.region, person.id, localDate(ctx.now)],
  })
  const categories = new Map((await categoriesOf(ctx)).map((one) => [one.code, one]))
  return rows.flatMap(({ id: entry, sealed, wrapped, from_on, to_on }) => {
    const text = ctx.city.vault.open(ctx.city.vault.unwrap(wrapped), sealed, 'people.statutory')
    if (text === null) return []
    const { category: code, basis } = JSON.parse(text) as { category: number; basis: string }
    const named = categories.get(code)
    return [
      {
        id: entry,
        category: code,
        name: { zh: named?.name ?? String(code), en: named?.nameEn ?? String(code) },
        basis,
        from: from_on,
        to: to_on,
      },
    ]
  })
}
