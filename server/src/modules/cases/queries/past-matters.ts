import type { Context } from '#platform/context'
import { firstIdAt } from '#platform/ids'
import type { PastMatter } from '../domain/effect.ts'

/** How many matters of a period are looked at, at most; of more, a fixed share. */
export const examinedAtMost = 20_000

/** The counties that have matters, each found by one step in the primary key. */
export const counties = `county as (
    (select region from cases."case" order by region limit 1)
    union all
    select (select c.region from cases."case" c where c.region > county.region order by c.region limit 1) from county where county.region is not null)`

/**
 * How many matters were reported from `from` to before `to`: ids begin with their time, so the primary key (region, id) bounds the period
 * in each county, and what is read grows with the period and never with all that ever was.
 */
async function countBetween(ctx: Context, from: string, to: string): Promise<number> {
  const [row] = await ctx.db.query<{ n: number }>({
    name: 'case.past-count',
    text: `with recursive ${counties}
      select coalesce(sum(n), 0)::bigint as n from county k
      cross join lateral (select count(*) as n from cases."case" c where c.region = k.region and c.id >= $1 and c.id < $2) m
      where k.region is not null`,
    values: [from, to],
  })
  return row?.n ?? 0
}

export interface Past {
  readonly from: Date
  readonly to: Date
  /** N: all matters of the period. */
  readonly found: number
  /** n: those looked at; all of them, or every `stride`th by the random end of their ids: the same ones whenever one looks again. */
  readonly matters: readonly PastMatter[]
  readonly stride: number
}

/** The matters of a period, or a fair sample of them: the random end of an id is drawn when the matter is born and says nothing of it. */
export async function pastMatters(ctx: Context, from: Date, to: Date, atMost = examinedAtMost): Promise<Past> {
  const [first, end] = [firstIdAt(from), firstIdAt(to)]
  const found = await countBetween(ctx, first, end)
  const stride = Math.max(1, Math.ceil(found / atMost))
  const matters = await ctx.db.query<PastMatter>({
    name: 'case.past',
    text: `with recursive ${counties},
      drawn as materialized (
        select k.region, m.id from county k
        cross join lateral (select c.id from cases."case" c where c.region = k.region and c.id >= $1 and c.id < $2
          and (get_byte(uuid_send(c.id), 14) * 256 + get_byte(uuid_send(c.id), 15)) % $3::int = 0) m
        where k.region is not null)
      select c.id, c.number, c.title, c.category, c.area, c.severity, c.state, c.lead_unit
      from drawn d join cases."case" c on c.region = d.region and c.id = d.id order by c.id desc`,
    values: [first, end, stride],
  })
  return { from, to, found, matters, stride }
}
