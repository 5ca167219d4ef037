import type { Context } from '#platform/context'
import { tickOne } from '#mechanisms/flow'
import { movingDoubt } from './settle-doubt.ts'
import { movingRequest } from './settle-request.ts'

/** Of these at most in one round; the next takes the others. */
const most = 500

/** Lets time act on doubtful pairs and requests: warns and breaches. What fails is left for the next round, and told at the end. */
export async function sweepClocks(ctx: Context): Promise<number> {
  const [doubt, request] = [movingDoubt(ctx), movingRequest(ctx)]
  const failed: string[] = []
  let done = 0
  for (const [table, tick] of [
    ['people.doubt', (id: string) => tickOne(ctx, doubt, id, ctx.actor)],
    ['people.request', (id: string) => tickOne(ctx, request, id, ctx.actor)],
  ] as const) {
    const due = await ctx.db.query<{ id: string }>({
      name: `people.due.${table}`,
      text: `select id from ${table} where tick_at <= $1 order by tick_at, id limit ${most}`,
      values: [ctx.now],
    })
    for (const { id } of due) {
      try {
        if (await tick(id)) done++
      } catch (error) {
        failed.push(`${id} ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} clocks could not act, among them ${failed.slice(0, 3).join('; ')}`)
  return done
}
