import type { Context } from '#platform/context'
import { refuse, type Say } from '#platform/refusal'
import { isPurpose, readFields } from '#platform/vault'
import { areaNames } from '#modules/areas'
import { localDate } from '#platform/calendar'
import { checkAllowance, noteLookup } from '../commands/look-up.ts'
import { hidden, masked } from '../domain/masked.ts'
import { lookers, postsIn, reachOf } from '../domain/permit.ts'
import { isMinor, type Person } from '../domain/person.ts'

interface TagRow {
  readonly category: number
  readonly name: string
  readonly name_en: string
  readonly how: 'derived' | 'asserted'
  readonly because: readonly Say[]
  readonly from_on: string
  readonly to_on: string | null
}

/** The service categories that somebody has now, each with its reason. */
export async function tagsOf(ctx: Context, person: Person) {
  const rows = await ctx.db.query<TagRow>({
    name: 'people.tags',
    text: `select t.category, c.name, c.name_en, t.how, t.because, t.from_on, t.to_on from people.tag t join people.category c on c.code = t.category
      where t.region = $1 and t.person_id = $2 and t.ended_at is null order by t.category`,
    values: [person.region, person.id],
  })
  return rows.map((row) => ({
    category: row.category,
    name: { zh: row.name, en: row.name_en },
    how: row.how,
    because: row.because,
    from: row.from_on,
    to: row.to_on,
  }))
}

interface EntryRow extends TagRow {
  readonly id: string
  readonly person_id: string
  readonly area: string
  readonly born: string | null
  readonly ended_because: readonly Say[] | null
}

export interface EntryQuery {
  readonly category: number
  readonly purpose: string
  readonly after?: string | undefined
  readonly limit: number
}

/** Who entered and left a service category in one's area, newest first, with the reasons; masked, for a purpose (动态化、清单化). Reads index tag_category. */
export async function entriesOf(ctx: Context, { category, purpose, after, limit }: EntryQuery) {
  if (!isPurpose(purpose)) throw refuse('invalid', 'vault.purpose', { zh: '请选一个用途。', en: 'Please choose a purpose.' })
  await checkAllowance(ctx, 'list')
  const rows = await ctx.db.query<EntryRow>({
    name: 'people.entries',
    text: `select t.id, t.person_id, p.area, p.born, t.category, t.how, t.because, t.from_on, t.to_on, t.ended_because from people.tag t
      join people.person p on p.region = t.region and p.id = t.person_id
      where t.category = $1 and p.state = 'kept' and p.area like any($2::text[]) and ($3::uuid is null or t.id < $3) order by t.id desc limit $4`,
    values: [category, reachOf(ctx.actor, lookers).map((scope) => `${scope}%`), after ?? null, limit],
  })
  await noteLookup(ctx, 'list', purpose, postsIn(ctx.actor, lookers)[0]?.id ?? '', rows.length)
  const [fields, areas] = [
    await readFields(
      ctx,
      rows.map((row) => row.person_id),
    ),
    await areaNames(
      ctx,
      rows.map((row) => row.area),
    ),
  ]
  const today = localDate(ctx.now)
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    name: isMinor(row.born, today) ? hidden : masked('name', fields.get(row.person_id)?.name ?? ''),
    areaName: areas.get(row.area) ?? row.area,
    how: row.how,
    from: row.from_on,
    because: row.because,
    to: row.to_on,
    endedBecause: row.ended_because ?? [],
  }))
}
