import type { Context } from '#platform/context'
import { cellOf, type Source, type Tally, type Told } from '#mechanisms/metric'
import type { Trace } from './decide.ts'
import type { Noun } from './flow.ts'
import type { NounKind } from './plan.ts'

interface Row extends Readonly<Record<string, unknown>> {
  readonly region: string
  readonly id: string
  readonly version: number
  readonly tally: Tally | null
  readonly traces: readonly Trace[] | null
}

/** A noun's tally as its history alone tells it. */
function toldBy<N extends Noun>(kind: NounKind<N>, traces: readonly Trace[]): Tally {
  const step = kind.counting?.step
  let tally: Tally | null = null
  for (const row of traces) tally = step?.(tally, row) ?? null
  return tally ?? { m: null, n: {} }
}

/** The nouns of a kind with their histories, as the recount reads them. */
export function countingSource<N extends Noun>(kind: NounKind<N>): Source {
  const { counting, table } = kind
  if (!counting) throw new Error(`${table} is not counted`)
  const { columns } = counting
  return {
    table,
    columns,
    async page(ctx: Context, after, limit, uncounted): Promise<Told[]> {
      const rows = await ctx.db.query<Row>({
        name: `counting.${table}.${uncounted}`,
        text: `select n.region, n.id, n.version, n.area, n.tally, n.${columns.unit}, n.${columns.category}, n.${columns.channel}, n.${columns.at},
            (select json_agg(t order by t.seq) from flow.trace t where t.region = n.region and t.noun_id = n.id) as traces
          from ${table} n where ${uncounted ? 'n.tally is null and ' : ''}($1::text is null or (n.region, n.id) > ($1, $2::uuid)) order by n.region, n.id limit $3`,
        values: [after?.region ?? null, after?.id ?? null, limit],
      })
      return rows.map((row) => ({
        region: row.region,
        id: row.id,
        version: row.version,
        stored: row.tally,
        told: toldBy(kind, row.traces ?? []),
        cell: cellOf(row, columns),
      }))
    },
  }
}
