import type { Context } from '../context.ts'
import { removePhotos } from './save.ts'

const atOnce = 500

/**
 * Removes photos that nothing took within 24 hours, or whose bytes never came within an hour. A photo is first marked, so that no noun
 * can take it any more; a crash in between leaves a mark that the next run finds. Gives how many were removed.
 */
export async function sweepLoosePhotos(ctx: Context): Promise<number> {
  await ctx.db.query({
    name: 'files.mark',
    text: `update files.photo set noun = 'removed', noun_id = id where (region, id) in (
        select region, id from files.photo where noun_id is null and created_at < $1::timestamptz - interval '24 hours' order by created_at limit ${atOnce})
      and noun_id is null`,
    values: [ctx.now],
  })
  const gone = await ctx.db.query<{ id: string; key: string }>({
    name: 'files.marked',
    text: `select id, key from files.photo where noun = 'removed' and created_at < $1::timestamptz - interval '1 hour' order by created_at limit ${atOnce}`,
    values: [ctx.now],
  })
  if (gone.length > 0) await removePhotos(ctx, gone)
  return gone.length
}
