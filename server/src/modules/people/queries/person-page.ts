import { auditIn } from '#platform/audit'
import { localDate } from '#platform/calendar'
import { type Context, holds, type Role } from '#platform/context'
import { statement } from '#platform/db'
import { regionOf } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { isPurpose, lookIn, readFields } from '#platform/vault'
import { areaNames } from '#modules/areas'
import { hasConsent } from '../sql/consent.ts'
import { openRecords } from '../commands/regroup.ts'
import { hidden, masked } from '../domain/masked.ts'
import { keepers, lookers, missing, postFor, taggers } from '../domain/permit.ts'
import { ageOn, isMinor } from '../domain/person.ts'
import { loadPersons, type PersonWithKey, recordsOf } from '../sql/persons.ts'
import { allSources } from '../sql/sources.ts'
import { fieldViews } from './field-views.ts'
import { tagsOf } from './tags.ts'
import { recordViews } from './record-views.ts'

/** A person whom this actor may see; one who was joined into another is seen as that other. @throws Refusal `people.missing` (404) */
export async function personFor(ctx: Context, id: string): Promise<{ person: PersonWithKey; post: string }> {
  let [person] = regionOf(id) === null ? [] : await loadPersons(ctx, [id])
  for (let n = 0; person?.state === 'joined' && person.joined_into !== null && n < 10; n++)
    [person] = await loadPersons(ctx, [person.joined_into])
  if (!person || person.state !== 'kept') throw missing()
  return { person, post: postFor(ctx.actor, lookers, person.area).id }
}

async function members(ctx: Context, person: PersonWithKey) {
  if (person.household_id === null) return null
  const rows = await ctx.db.query<{ id: string; born: string | null; area: string }>({
    name: 'people.members',
    text: `select id, born, area from people.person where household_id = $1 and state = 'kept' order by born nulls last, id limit 30`,
    values: [person.household_id],
  })
  const fields = await readFields(
    ctx,
    rows.map((row) => row.id),
  )
  const today = localDate(ctx.now)
  return rows.map((row) => ({
    id: row.id,
    name: isMinor(row.born, today) ? hidden : masked('name', fields.get(row.id)?.name ?? ''),
    /** Whether their page may be opened by this actor. */
    near: holds(ctx.actor, lookers, row.area) !== null,
    here: row.id === person.id,
  }))
}

/**
 * A person's page: masked fields, where each comes from and why it was chosen, household and records. Leaves a look that the person reads.
 * @throws Refusal `people.missing` (404), `vault.purpose` (422). Inventory 002-60, 002-61
 */
export async function personPage(ctx: Context, id: string, purpose: string) {
  const { person, post } = await personFor(ctx, id)
  if (!isPurpose(purpose)) throw refuse('invalid', 'vault.purpose', { zh: '请选一个用途。', en: 'Please choose a purpose.' })
  const sql = statement()
  lookIn(sql, ctx, person.id, { field: 'page', purpose, post })
  auditIn(sql, ctx, { action: 'person.opened', object: { kind: 'subject', id: person.id }, post, facts: { purpose } })
  await ctx.db.query(sql.done('select 1'))
  return pageOf(ctx, person)
}

/** The page without a look: for what a person on it was just told to do. */
export async function pageOf(ctx: Context, person: PersonWithKey) {
  const today = localDate(ctx.now)
  const minor = isMinor(person.born, today)
  const closed = minor && !(await hasConsent(ctx, person))
  const [sources, rows] = [await allSources(ctx), await recordsOf(ctx, [person.id])]
  const records = openRecords(ctx, [person], rows)
  const areas = await areaNames(ctx, [person.area, ...rows.map((row) => row.area)])
  const may = (roles: readonly Role[]) => holds(ctx.actor, roles, person.area) !== null
  return {
    id: person.id,
    version: person.version,
    area: { code: person.area, name: areas.get(person.area) ?? person.area },
    age: person.born === null || minor ? null : ageOn(person.born, today),
    minor,
    consent: minor ? !closed : null,
    fields: fieldViews(records, sources, areas, closed),
    household: await members(ctx, person),
    tags: closed ? [] : await tagsOf(ctx, person),
    records: recordViews(rows, sources, areas, today),
    mayReveal: !closed && may(lookers),
    mayTag: !closed && may(taggers),
    mayOpen: may(lookers),
    mayConsent: minor && may(['communityDesk', 'peopleKeeper']),
    maySplit: may(keepers) && rows.length > 1,
  }
}
