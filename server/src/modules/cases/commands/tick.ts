import type { Context } from '#platform/context'
import { tickOne } from '#mechanisms/flow'
import { movingCase, movingOrder } from './move-case.ts'

const batch = 200

async function due(ctx: Context, table: string): Promise<string[]> {
  const rows = await ctx.db.query<{ id: string }>({
    name: `tick.${table}`,
    text: `select id from ${table} where tick_at <= $1 order by tick_at limit ${batch}`,
    values: [ctx.now],
  })
  return rows.map((row) => row.id)
}

/** Lets time act: warns, breaches, escalates. Each noun in its own statement; what fails is left for the next sweep. */
export async function sweepClocks(ctx: Context): Promise<number> {
  let done = 0
  for (const [table, moving] of [
    ['cases."case"', movingCase],
    ['cases.work_order', movingOrder],
  ] as const) {
    for (;;) {
      const ids = await due(ctx, table)
      for (const id of ids) if (await tickOne(ctx, moving as typeof movingCase, id, ctx.actor)) done++
      if (ids.length < batch) break
    }
  }
  return done
}
