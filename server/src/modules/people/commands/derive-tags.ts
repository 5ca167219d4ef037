import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { newId } from '#platform/ids'
import type { Told } from '#platform/outbox'
import type { Category } from '../domain/categories.ts'
import { derive, type Derived } from '../domain/derive.ts'
import type { RuleFacts } from '../domain/rule.ts'
import type { Source } from '../domain/sources.ts'
import { categoriesOf } from '../sql/categories.ts'
import { allSources } from '../sql/sources.ts'
import { insertIn } from '../sql/write.ts'

interface Known {
  readonly region: string
  readonly id: string
  readonly state: string
  readonly born: string | null
  readonly household: readonly (string | null)[]
  readonly matters: readonly { readonly matter: string; readonly level: string | null; readonly source: string }[]
  readonly tags: readonly { readonly id: string; readonly category: number; readonly how: 'derived' | 'asserted' }[]
}

/** What rules may know of persons, on a day: no name, number, phone, address or ethnicity is read. */
async function known(ctx: Context, ids: readonly string[], day: string): Promise<Known[]> {
  return ctx.db.query<Known>({
    name: 'people.rule-facts',
    text: `select p.region, p.id, p.state, p.born,
        coalesce((select json_agg(m.born) from people.person m where m.household_id = p.household_id and m.state = 'kept'), '[]') as household,
        coalesce((select json_agg(json_build_object('matter', r.benefit, 'level', r.level, 'source', r.source)) from people.record r where r.person_id = p.id
          and r.benefit is not null and not r.replaced and (r.valid_from is null or r.valid_from <= $2::date) and (r.valid_to is null or r.valid_to >= $2::date)), '[]') as matters,
        coalesce((select json_agg(json_build_object('id', t.id, 'category', t.category, 'how', t.how)) from people.tag t where t.region = p.region and t.person_id = p.id
          and t.ended_at is null), '[]') as tags
      from people.person p where p.id = any($1::uuid[])`,
    values: [ids, day],
  })
}

/** What deriving changes for one person; somebody who was joined or erased has no category. */
function changeOf(person: Known, categories: readonly Category[], sources: ReadonlyMap<string, Source>, day: string): Derived {
  const isKept = person.state === 'kept'
  const matters = person.matters.map((one) => ({ ...one, source: sources.get(one.source)?.name ?? one.source }))
  const facts: RuleFacts = { born: person.born, household: person.household, matters }
  const asserted = new Set(person.tags.filter((one) => one.how === 'asserted').map((one) => one.category))
  const held = person.tags.filter((one) => one.how === 'derived')
  return derive(isKept ? categories : [], facts, held, asserted, day)
}

/**
 * Derives the service categories of these persons anew: entries and exits are written with their reasons, in one statement. Harmless when
 * repeated. Inventory 002-62
 */
export async function deriveTags(ctx: Context, ids: readonly string[]): Promise<{ entered: number; left: number }> {
  if (ids.length === 0) return { entered: 0, left: 0 }
  const day = localDate(ctx.now)
  const [categories, sources, persons] = [await categoriesOf(ctx), await allSources(ctx), await known(ctx, ids, day)]
  const changes = persons.map((person) => ({ person, ...changeOf(person, categories, sources, day) }))
  const entered = changes.flatMap(({ person, enters }) =>
    enters.map(({ category, because }) => ({
      region: person.region,
      id: newId(person.region, ctx.now),
      person_id: person.id,
      category,
      how: 'derived',
      because,
      from_on: day,
      at: ctx.now,
    })),
  )
  const left = changes.flatMap(({ person, leaves }) => leaves.map(({ id }) => ({ region: person.region, id })))
  if (entered.length + left.length === 0) return { entered: 0, left: 0 }
  const sql = statement()
  const columns = ['region', 'id', 'person_id', 'category', 'how', 'because', 'from_on', 'at']
  insertIn(sql, 'entered', 'people.tag', columns, entered, 'on conflict do nothing')
  if (left.length > 0) {
    const why = JSON.stringify([{ zh: '记录变了，规则不再成立', en: 'The records changed; the rule holds no longer' }])
    const bound = [JSON.stringify(left), ctx.now, why, day].map((value) => sql.bind(value))
    sql.with(
      'left_tag',
      `update people.tag t set ended_at = ${bound[1]}, ended_because = ${bound[2]}::jsonb, to_on = ${bound[3]}::date
       from jsonb_to_recordset(${bound[0]}::jsonb) as l(region text, id uuid) where t.region = l.region and t.id = l.id and t.ended_at is null`,
    )
  }
  await ctx.db.query(sql.done('select 1'))
  return { entered: entered.length, left: left.length }
}

/** The household of somebody who changed, too: who lives with whom counts. */
async function withHouseholds(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.query<{ id: string }>({
    name: 'people.housemates',
    text: `select id from people.person where id = any($1::uuid[]) union
      select m.id from people.person p join people.person m on m.household_id = p.household_id where p.id = any($1::uuid[])`,
    values: [ids],
  })
  return rows.map((row) => row.id)
}

/** After records came, were joined or split: whoever is touched is derived anew. */
export async function deriveTouched(ctx: Context, events: readonly Told[]): Promise<void> {
  const ids = [...new Set(events.flatMap((event) => (event.facts as { ids: readonly string[] }).ids))]
  await deriveTags(ctx, await withHouseholds(ctx, ids))
}

/** Persons of one page of the nightly round. */
const page = 2000

/** Everybody anew: days pass, birthdays come, entitlements end. What was asserted ends on its day. Gives how many were looked at. */
export async function deriveEverybody(ctx: Context): Promise<number> {
  await ctx.db.query({
    name: 'people.asserted-over',
    text: `update people.tag set ended_at = $1, ended_because = $2::jsonb where how = 'asserted' and ended_at is null and to_on < $3::date`,
    values: [ctx.now, JSON.stringify([{ zh: '到期', en: 'Its last day has passed' }]), localDate(ctx.now)],
  })
  let [after, done] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const rows = await ctx.db.query<{ id: string }>({
      name: 'people.everybody',
      text: `select id from people.person where id > $1::uuid and state = 'kept' order by id limit ${page}`,
      values: [after],
    })
    await deriveTags(
      ctx,
      rows.map((row) => row.id),
    )
    done += rows.length
    after = rows.at(-1)?.id ?? after
    if (rows.length < page) return done
  }
}
