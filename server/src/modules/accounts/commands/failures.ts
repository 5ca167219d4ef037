import type { Context } from '#platform/context'
import { FREE_TRIES, type LockedBy, WAIT_MINUTES, waitUntil } from '../domain/lockout.ts'

/** Who tries: the account (by name or phone, also one that does not exist) and the network address, both as keyed hashes. */
export type Tried = Readonly<Record<LockedBy, Buffer>>

export function tried(ctx: Context, account: string, ip: string): Tried {
  const { vault } = ctx.city
  return { account: vault.digest('sign-in.account', account), address: vault.digest('sign-in.address', ip) }
}

/** Counts a try as wrong before it is looked at, so that fifty at once are fifty; gives until when to wait, or null if it may be looked at. */
async function countTry(ctx: Context, key: Buffer, free: number): Promise<Date | null> {
  const [counted] = await ctx.db.query<{ count: number }>({
    name: 'accounts.try',
    text: `insert into accounts.failure as f (key, count, last_at, until) values ($1, 1, $2, null)
      on conflict (key) do update set last_at = $2,
        count = case when f.last_at < $2 - interval '1 day' then 1 else f.count + 1 end,
        until = case when f.last_at < $2 - interval '1 day' or f.count + 1 < $3 then null
          else $2 + ($4::int[])[least(f.count + 2 - $3, cardinality($4::int[]))] * interval '1 minute' end
      where f.until is null or f.until <= $2 returning count`,
    values: [key, ctx.now, free, WAIT_MINUTES],
  })
  if (counted) return null
  const [row] = await ctx.db.query<{ until: Date }>({
    name: 'accounts.until',
    text: 'select until from accounts.failure where key = $1',
    values: [key],
  })
  return row?.until ?? ctx.now
}

/**
 * Reserves a try; it counts as wrong until `forgive`.
 * @throws session.locked (429, with the seconds to wait) after too many wrong tries in a row
 */
export async function reserveTry(ctx: Context, by: Tried): Promise<void> {
  for (const kind of ['account', 'address'] as const) {
    const until = await countTry(ctx, by[kind], FREE_TRIES[kind])
    if (until) throw waitUntil(until, ctx.now)
  }
}

/** The try was right: the account is forgiven all, the address this one, for who knows one password may still be guessing others. */
export async function forgive(ctx: Context, by: Tried): Promise<void> {
  await ctx.db.query({
    name: 'accounts.forgive',
    text: `with gone as (delete from accounts.failure where key = $1)
      update accounts.failure set count = greatest(count - 1, 0), until = case when count - 1 < $3 then null else until end where key = $2`,
    values: [by.account, by.address, FREE_TRIES.address],
  })
}
