import type { Context } from '../context.ts'

/** Forgets the words of deliveries after 7 days and messages after 180: what matters stands in the trace of the matter itself. */
export async function forgetOld(ctx: Context): Promise<void> {
  await ctx.db.query({
    name: 'notify.forget-words',
    text: "update notify.delivery set sealed = null where sealed is not null and at < $1::timestamptz - interval '7 days'",
    values: [ctx.now],
  })
  await ctx.db.query({
    name: 'notify.forget-messages',
    text: "delete from notify.message where at < $1::timestamptz - interval '180 days'",
    values: [ctx.now],
  })
}
