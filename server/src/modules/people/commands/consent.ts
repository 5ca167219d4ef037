import { auditIn } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { newId } from '#platform/ids'
import { onceIn } from '#platform/once'
import { type Refusal, refuse } from '#platform/refusal'
import { ageOn, isMinor } from '../domain/person.ts'
import { personFor } from '../queries/person-page.ts'
import { loadPersons } from '../sql/persons.ts'

const majority = 18

function noGuardian(): Refusal {
  return refuse('invalid', 'people.guardian-who', {
    zh: '监护人要是同一户里年满 18 周岁的人。',
    en: 'The guardian must be somebody of the same household who is of age.',
  })
}

/**
 * Takes down at the desk that a guardian of the child's household agrees that the child's fields may be shown.
 * @throws Refusal `people.missing` (404), `people.guardian-who` (422). PIPL article 31
 */
export async function giveConsent(ctx: Context, id: string, guardianId: string): Promise<void> {
  const { person, post } = await personFor(ctx, id)
  const today = localDate(ctx.now)
  const [guardian] = await loadPersons(ctx, [guardianId])
  const isOfAge = guardian !== undefined && guardian.born !== null && ageOn(guardian.born, today) >= majority
  if (!isMinor(person.born, today) || !isOfAge || person.household_id === null || guardian?.household_id !== person.household_id)
    throw noGuardian()
  const sql = statement()
  const values = [person.region, newId(person.region, ctx.now), person.id, guardian.id, ctx.actor.id ?? '', post, ctx.now].map((value) =>
    sql.bind(value),
  )
  sql.with(
    'agreed',
    `insert into people.consent (region, id, person_id, guardian_id, who, post, given_at) values (${values.join(', ')}) on conflict do nothing`,
  )
  auditIn(sql, ctx, { action: 'consent.given', object: { kind: 'subject', id: person.id }, post })
  onceIn(sql, ctx.once, 200, person.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
}

/** The guardian takes it back: the fields are hidden again at once. @throws Refusal `people.missing` (404) */
export async function endConsent(ctx: Context, id: string): Promise<void> {
  const { person, post } = await personFor(ctx, id)
  const sql = statement()
  const [at, region, child] = [ctx.now, person.region, person.id].map((value) => sql.bind(value))
  sql.with('ended', `update people.consent set ended_at = ${at} where region = ${region} and person_id = ${child} and ended_at is null`)
  auditIn(sql, ctx, { action: 'consent.ended', object: { kind: 'subject', id: person.id }, post })
  onceIn(sql, ctx.once, 200, person.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
}
