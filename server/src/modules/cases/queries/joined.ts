import { type Context, systemActor } from '#platform/context'
import { regionOf } from '#platform/ids'
import type { CaseMatter } from '../domain/moves/matter.ts'
import type { Case } from '../domain/case.ts'
import { loadCase } from '../sql/store.ts'

/** A report that is merged into a matter, directly or through another. */
export type Joined = Pick<
  Case,
  'id' | 'number' | 'title' | 'text' | 'area' | 'reporter_account' | 'state' | 'verdict' | 'outcome' | 'clocks' | 'channel'
> & {
  readonly reported_at: Date
  readonly fed_back_at: Date | null
}

/** The reports merged into a matter, oldest first, `limit` at most after that id (index case_joined; a chain is as deep as people make it). */
export function joinedTo(ctx: Context, id: string, limit: number, after: string | null = null): Promise<Joined[]> {
  return ctx.db.query<Joined>({
    name: 'case.joined',
    text: `with recursive joined as (
        select id, array[id] as path from cases."case" where region = $1 and continued_in = $2 and state <> 'transferred'
        union all
        select c.id, j.path || c.id from joined j join cases."case" c on c.region = $1 and c.continued_in = j.id and c.state <> 'transferred' and c.id <> all (j.path))
      select c.id, c.number, c.title, c.text, c.area, c.reporter_account, c.state, c.verdict, c.outcome, c.clocks, c.channel, c.reported_at, c.fed_back_at::timestamptz
      from joined j join cases."case" c on c.region = $1 and c.id = j.id where $4::uuid is null or c.id > $4 order by c.id limit $3`,
    values: [regionOf(id), id, limit, after],
  })
}

const deepest = 50

/** The matter in which this one is handled: the last of the chain, or itself. Loaded in the name of the system. */
export async function mainOf(ctx: Context, matter: CaseMatter): Promise<CaseMatter> {
  let last = matter
  for (let step = 0; step < deepest; step++) {
    const { continued_in, state } = last.noun
    if (continued_in === null || state === 'transferred') return last
    last = await loadCase({ ...ctx, actor: systemActor('cases') }, continued_in)
  }
  return last
}

/** The unit that has the matter of which each of these reports is one, for those that were dispatched (primary key, a step a link). */
export async function leadsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.query<{ of: string; lead_unit: string | null }>({
    name: 'case.leads-of-joined',
    text: `with recursive up as (
        select a.id as of, c.region, c.continued_in, c.state, c.lead_unit, 1 as depth
        from unnest($1::text[], $2::uuid[]) as a(region, id) join cases."case" c on c.region = a.region and c.id = a.id
        union all
        select u.of, c.region, c.continued_in, c.state, c.lead_unit, u.depth + 1
        from up u join cases."case" c on c.region = u.region and c.id = u.continued_in where u.state = 'merged' and u.depth < ${deepest})
      select distinct on (of) of, lead_unit from up order by of, depth desc`,
    values: [ids.map(regionOf), ids],
  })
  return new Map(rows.flatMap((row) => (row.lead_unit === null ? [] : [[row.of, row.lead_unit] as const])))
}
