import type { Context } from '#platform/context'
import { tickOne } from '#mechanisms/flow'
import { movingDoubt } from './settle-doubt.ts'

/** Of these at most in one round; the next takes the others. */
const most = 500

/** Lets time act on doubtful pairs: warns and breaches. What fails is left for the next round, and told at the end. */
export async function sweepDoubts(ctx: Context): Promise<number> {
  const due = await ctx.db.query<{ id: string }>({
    name: 'people.doubts-due',
    text: `select id from people.doubt where tick_at <= $1 order by tick_at, id limit ${most}`,
    values: [ctx.now],
  })
  const moving = movingDoubt(ctx)
  const failed: string[] = []
  let done = 0
  for (const { id } of due) {
    try {
      if (await tickOne(ctx, moving, id, ctx.actor)) done++
    } catch (error) {
      failed.push(`${id} ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} clocks could not act, among them ${failed.slice(0, 3).join('; ')}`)
  return done
}
