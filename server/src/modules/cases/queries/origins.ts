import type { Context } from '#platform/context'

/** Which rows of another system were taken in before, whatever county they came to lie in: case ids by the other system's ids. */
export async function casesOfOrigin(ctx: Context, system: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.query<{ origin_id: string; id: string }>({
    name: 'case.of-origin',
    text: 'select origin_id, id from cases."case" where origin = $1 and origin_id = any($2::text[])',
    values: [system, ids],
  })
  return new Map(rows.map((row) => [row.origin_id, row.id]))
}
