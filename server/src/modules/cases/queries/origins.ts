import type { Context } from '#platform/context'
import { regionOf } from '#platform/ids'
import { caseFlow } from '../domain/case-flow.ts'

/** Which rows of another system were taken in before, whatever county they came to lie in: case ids by the other system's ids. */
export async function casesOfOrigin(ctx: Context, system: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.query<{ origin_id: string; id: string }>({
    name: 'case.of-origin',
    text: 'select origin_id, id from cases."case" where origin = $1 and origin_id = any($2::text[])',
    values: [system, ids],
  })
  return new Map(rows.map((row) => [row.origin_id, row.id]))
}

const finals = Object.entries(caseFlow.states).flatMap(([state, { final }]) => (final ? [state] : []))

/** Those of these matters that are still under way. */
export async function unfinishedCases(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db.query<{ id: string }>({
    name: 'case.unfinished',
    text: `select c.id from unnest($1::text[], $2::uuid[]) as asked(region, id)
      join cases."case" c on c.region = asked.region and c.id = asked.id where c.state <> all($3::text[])`,
    values: [ids.map((id) => regionOf(id)), ids, finals],
  })
  return new Set(rows.map((row) => row.id))
}
