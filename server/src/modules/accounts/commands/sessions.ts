import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import { TIMEOUTS } from '../domain/timeouts.ts'
import { newToken, hashToken } from '../secrets/token.ts'
import { forget } from '../sql/known.ts'
import type { AccountRow, SessionRow, Tables } from '../sql/tables.ts'

export interface Opened {
  /** The cookie's value; it is kept nowhere else. */
  readonly token: string
  /** Seconds after which the cookie is useless. */
  readonly maxAge: number
  readonly session: string
  readonly account: string
}

/** The kind of device, for the person's own list: no version, no fingerprint. */
export function deviceOf(userAgent: string): string {
  const system = /iPhone|iPad|Android|HarmonyOS|Windows|Mac OS|Linux/.exec(userAgent)?.[0] ?? ''
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(userAgent)?.[0] ?? ''
  return [system, browser === 'Edg' ? 'Edge' : browser === 'MicroMessenger' ? 'WeChat' : browser].filter(Boolean).join(' ')
}

/** Opens a session. `complete` false: it has no rights until the second factor is set up. */
export async function openSession(ctx: Context, account: AccountRow, complete: boolean, userAgent: string): Promise<Opened> {
  const token = newToken()
  const { idleMinutes, hours } = TIMEOUTS[account.kind]
  const row: SessionRow = {
    token_hash: hashToken(token),
    id: newId(cityRegion, ctx.now),
    account: account.id,
    created_at: ctx.now,
    seen_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + hours * 3_600_000),
    idle_minutes: idleMinutes,
    complete,
    agent: deviceOf(userAgent).slice(0, 60),
    ended_at: null,
  }
  await ctx.db.tables<Tables>().insertInto('accounts.session').values(row).execute()
  const actor = { ...ctx.actor, kind: account.kind, id: account.id, posts: [], sessionId: row.id }
  await audit({ ...ctx, actor }, { action: 'session.opened', object: { kind: 'session', id: row.id }, facts: { complete } })
  return { token, maxAge: hours * 3600, session: row.id, account: account.id }
}

/** Ends sessions of an account: one, all but one, or all. They are worthless with the commit. Gives how many. */
export async function endSessions(ctx: Context, account: string, which: { only?: string; except?: string | null } = {}): Promise<number> {
  forget(account)
  const ended = await ctx.db.query<{ id: string }>({
    name: 'accounts.end-sessions',
    text: `update accounts.session set ended_at = $2 where account = $1 and ended_at is null
      and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4) returning id`,
    values: [account, ctx.now, which.only ?? null, which.except ?? null],
  })
  for (const { id } of ended) {
    ctx.city.live.endSession(id)
    await audit(ctx, { action: 'session.ended', object: { kind: 'session', id }, facts: { account } })
  }
  return ended.length
}

/** No such session, one that ended, and one that is none of the asker's business are the same answer. */
export function unknownSession(): Refusal {
  return refuse('missing', 'session.unknown', {
    zh: '没有找到这个登录，可能已经退出。',
    en: 'There is no such session; it may have ended.',
  })
}

/** The account of a session. @throws session.unknown */
export async function sessionOwner(ctx: Context, id: string): Promise<string> {
  const row = await ctx.db
    .tables<Tables>()
    .selectFrom('accounts.session')
    .select('account')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw unknownSession()
  return row.account
}
