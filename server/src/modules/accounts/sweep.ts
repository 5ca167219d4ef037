import type { Context } from '#platform/context'

/** Daily: forgets sessions 180 days after their end (审计须留半年), failures and codes after a day, links after 90 days. */
export async function sweep(ctx: Context): Promise<void> {
  await ctx.db.query({
    name: 'accounts.sweep',
    text: `with s as (delete from accounts.session where expires_at < $1::timestamptz - interval '180 days'),
        f as (delete from accounts.failure where last_at < $1::timestamptz - interval '1 day'),
        c as (delete from accounts.code where expires_at < $1::timestamptz - interval '1 day')
      delete from accounts.invitation where expires_at < $1::timestamptz - interval '90 days'`,
    values: [ctx.now],
  })
}
