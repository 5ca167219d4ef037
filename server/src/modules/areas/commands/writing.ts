import type { Context } from '#platform/context'
import type { Atlas } from '../domain/atlas.ts'
import { atlasOf, touched } from '../queries/atlas.ts'
import { lockEdition, type StoredArea } from '../sql/areas.ts'

/**
 * Runs a change of areas: one at a time in the whole city, on what the table holds now. Numbers of grids depend on all
 * numbers before, so two that draw a grid at once must wait for each other.
 */
export async function writing<R>(ctx: Context, work: (ctx: Context, atlas: Atlas<StoredArea>) => Promise<R>): Promise<R> {
  const done = await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    await lockEdition(db)
    touched(inside)
    const made = await work(inside, await atlasOf(inside))
    touched(inside)
    return made
  })
  if (!ctx.db.inTransaction) touched(ctx)
  return done
}
