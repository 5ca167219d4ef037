import type { Context } from '#platform/context'
import { tickOne } from '#mechanisms/flow'
import { movingCase, movingOrder } from './move-case.ts'

const batch = 200

interface Due {
  readonly id: string
  readonly tick_at: Date
}

/** The next nouns for which it is time, after the last one looked at: what cannot be moved holds up no other. */
async function due(ctx: Context, table: string, after: Due | null): Promise<Due[]> {
  return ctx.db.query<Due>({
    name: `tick.${table}`,
    text: `select id, tick_at from ${table} where tick_at <= $1 and ($2::timestamptz is null or (tick_at, id) > ($2, $3::uuid))
      order by tick_at, id limit ${batch}`,
    values: [ctx.now, after?.tick_at ?? null, after?.id ?? null],
  })
}

/**
 * Lets time act: warns, breaches, escalates. Each noun in its own statement; what fails is left for the next sweep and told at the end.
 * @throws Error that names the nouns which could not be moved, after all others were
 */
export async function sweepClocks(ctx: Context): Promise<number> {
  let done = 0
  const failed: string[] = []
  for (const [table, moving] of [
    ['cases."case"', movingCase],
    ['cases.work_order', movingOrder],
  ] as const) {
    let last: Due | null = null
    for (;;) {
      const rows: Due[] = await due(ctx, table, last)
      for (const { id } of rows) {
        try {
          if (await tickOne(ctx, moving as typeof movingCase, id, ctx.actor)) done++
        } catch (error) {
          failed.push(`${id} ${error instanceof Error ? error.message : String(error)}`)
        }
      }
      last = rows.at(-1) ?? null
      if (rows.length < batch) break
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} clocks could not act, among them ${failed.slice(0, 3).join('; ')}`)
  return done
}
