import { addressKey } from '#platform/address'
import type { Context } from '#platform/context'
import { knownDevice } from '../secrets/device.ts'
import { FREE_TRIES, type LockedBy, WAIT_MINUTES, waitUntil } from '../domain/lockout.ts'

/**
 * Who tries: the account (by name or phone, also one that does not exist) and the network address, both as keyed hashes. A device that
 * signed in to this account before has tries of its own instead, so that nobody can keep a colleague out by guessing wrong.
 */
export type Tried = Readonly<Partial<Record<LockedBy, Buffer>>>

/** @param device what `deviceTokens` gave to the browser when it signed in before, if it shows one */
export function tried(ctx: Context, account: string, ip: string, device?: string): Tried {
  const { vault } = ctx.city
  const known = device === undefined ? null : knownDevice(vault, account, device)
  if (known !== null) return { account: vault.digest('sign-in.account', `${account}/${known}`) }
  return { account: vault.digest('sign-in.account', account), address: vault.digest('sign-in.address', addressKey(ip)) }
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
    const key = by[kind]
    const until = key ? await countTry(ctx, key, FREE_TRIES[kind]) : null
    if (until) throw waitUntil(until, ctx.now)
  }
}

/** The try was right: the account is forgiven all, the address this one, for who knows one password may still be guessing others. */
export async function forgive(ctx: Context, by: Tried): Promise<void> {
  await ctx.db.query({
    name: 'accounts.forgive',
    text: `with gone as (delete from accounts.failure where key = $1)
      update accounts.failure set count = greatest(count - 1, 0), until = case when count - 1 < $3 then null else until end where key = $2`,
    values: [by.account ?? null, by.address ?? null, FREE_TRIES.address],
  })
}
