import { audit, auditIn } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { type Refusal, refuse } from '#platform/refusal'
import { normalise, readFields, samePersonIn } from '#platform/vault'
import { names, readNumber } from '../domain/number.ts'
import { loadPersons, type PersonWithKey, personsByNumber } from '../sql/persons.ts'

/** One answer for every reason, so that nobody learns who is in the register. */
function notVerified(): Refusal {
  return refuse('forbidden', 'people.not-verified', {
    zh: '没有核对上。请检查姓名和身份证号；登录用的手机号要和社区登记的一致，不一致请到社区更正。',
    en: 'This could not be verified. Check name and number; the phone you signed in with must be the one your community knows.',
  })
}

/** The register's person whom an account is, once that was verified; whoever they were joined into. */
export async function personOfAccount(ctx: Context): Promise<PersonWithKey | null> {
  const [row] = await ctx.db.query<{ person_id: string }>({
    name: 'people.of-account',
    text: 'select person_id from people.account_person where account = $1',
    values: [ctx.actor.id ?? ''],
  })
  if (!row) return null
  let [person] = await loadPersons(ctx, [row.person_id])
  for (let n = 0; person?.state === 'joined' && person.joined_into !== null && n < 10; n++)
    [person] = await loadPersons(ctx, [person.joined_into])
  return person?.state === 'kept' ? person : null
}

/**
 * Verifies that the account is a person of the register: number and name must be theirs, and the phone by whose code the account signs in must
 * be one that the register knows of them. From then on they see who looked at their person too.
 * @throws Refusal `people.not-verified` (403)
 */
export async function verifyMe(ctx: Context, given: { readonly name: string; readonly idNumber: string }): Promise<void> {
  const { actor, city } = ctx
  if (actor.id === null || actor.subjectId === null) throw notVerified()
  const read = readNumber(given.idNumber, localDate(ctx.now))
  const [person] =
    names(read.state) && read.number !== null ? [...(await personsByNumber(ctx, [city.vault.hash('idNumber', read.number)])).values()] : []
  const fields = await readFields(ctx, [actor.subjectId, ...(person ? [person.id] : [])])
  const [mine, known] = [fields.get(actor.subjectId), person ? fields.get(person.id) : undefined]
  const same = (kind: 'name' | 'phone', one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && normalise(kind, one) === normalise(kind, other)
  if (!person || person.state !== 'kept' || !same('name', given.name, known?.name) || !same('phone', mine?.phone, known?.phone)) {
    await audit({ ...ctx, once: null }, { action: 'person.notVerified', object: { kind: 'account', id: actor.id } })
    throw notVerified()
  }
  const sql = statement()
  const values = [actor.id, person.id, ctx.now].map((value) => sql.bind(value)).join(', ')
  sql.with(
    'mine',
    `insert into people.account_person (account, person_id, at) values (${values}) on conflict (account) do update set person_id = excluded.person_id, at = excluded.at`,
  )
  samePersonIn(sql, ctx, actor.subjectId, person.id)
  auditIn(sql, ctx, { action: 'person.verified', object: { kind: 'account', id: actor.id } })
  await ctx.db.query(sql.done('select 1'))
}
