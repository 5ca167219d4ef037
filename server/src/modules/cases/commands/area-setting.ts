import { auditIn } from '#platform/audit'
import { type Context, holds } from '#platform/context'
import { type Statement, statement } from '#platform/db'
import { onceIn } from '#platform/once'
import { refuse } from '#platform/refusal'
import { findArea, scopeOf } from '#modules/areas'
import { type AreaDecision, decisionRefusal } from '../domain/area-setting.ts'
import { leastPercent, percentFor, type Share, weekOf } from '../domain/draw.ts'
import { forgetSettings } from '../settings.ts'

/** Which share of silent reporters is called: now, and from the next week on. */
export interface CallbackShare {
  readonly percent: number
  readonly nextPercent: number
  readonly nextPeriod: string
  readonly least: number
}

/** A decision with the scope for which it was taken; `since` is null where nothing was decided and the flows' own limits hold. */
export interface AreaSettingView extends AreaDecision {
  readonly scope: string
  readonly since: string | null
  readonly callback: CallbackShare
}

/** What is sent to decide; without a share of callbacks that one stays as it is. */
export interface AreaDecided extends AreaDecision {
  readonly callbackPercent?: number | undefined
}

async function shareOf(ctx: Context, scope: string): Promise<CallbackShare> {
  const shares = await ctx.db.query<Share>({
    name: 'case.shares-over',
    text: "select scope, from_period, percent from cases.callback_share where $1 like scope || '%'",
    values: [scope],
  })
  const [now, next] = [weekOf(ctx.now).period, weekOf(ctx.now, 1).period]
  return { percent: percentFor(shares, scope, now), nextPercent: percentFor(shares, scope, next), nextPeriod: next, least: leastPercent }
}

/** A share holds from the next week on: nobody turns it down for a week in which matters are already silent. */
async function shareIn(ctx: Context, sql: Statement, scope: string, percent: number): Promise<boolean> {
  const { nextPercent, nextPeriod } = await shareOf(ctx, scope)
  if (percent === nextPercent) return false
  const [own, period, n, now] = [scope, nextPeriod, percent, ctx.now].map((value) => sql.bind(value))
  sql.with(
    'shared',
    `insert into cases.callback_share (scope, from_period, percent, decided_at) values (${own}, ${period}, ${n}::int, ${now}::timestamptz)
     on conflict (scope, from_period) do update set percent = excluded.percent, decided_at = excluded.decided_at`,
  )
  return true
}

/** The scope, if it is an area of the city that the actor administers. @throws Refusal `case.no-such-area` (404) */
async function ownScope(ctx: Context, code: string): Promise<string> {
  const area = await findArea(ctx, code)
  if (area && holds(ctx.actor, ['systemAdmin'], scopeOf(area.code))) return scopeOf(area.code)
  throw refuse('missing', 'case.no-such-area', { zh: '没有这个区域，或不在您的范围内。', en: 'There is no such area, or it is not yours.' })
}

async function read(ctx: Context, scope: string): Promise<AreaSettingView> {
  const [row] = await ctx.db.query<AreaDecision & { changed_at: Date }>({
    name: 'case.setting',
    text: 'select limits, skipped, changed_at from cases.setting where scope = $1',
    values: [scope],
  })
  const callback = await shareOf(ctx, scope)
  return row
    ? { scope, limits: row.limits, skipped: row.skipped, since: row.changed_at.toISOString(), callback }
    : { scope, limits: {}, skipped: [], since: null, callback }
}

/** What an area decided about its clocks and optional steps. @throws Refusal `case.no-such-area` (404) */
export async function areaSetting(ctx: Context, code: string): Promise<AreaSettingView> {
  return read(ctx, await ownScope(ctx, code))
}

/**
 * Decides for an area in one statement, with the idempotency key and an audit row; an empty decision takes it back. Promises that were given stay as they are (a trace holds the limit it used).
 * @throws Refusal `case.no-such-area` (404), `case.setting` (422)
 */
export async function decideArea(ctx: Context, code: string, decision: AreaDecided): Promise<AreaSettingView> {
  const scope = await ownScope(ctx, code)
  const refusal = decisionRefusal(decision)
  if (refusal) throw refusal
  const sql = statement()
  const own = sql.bind(scope)
  const isEmpty = Object.keys(decision.limits).length + decision.skipped.length === 0
  if (isEmpty) sql.with('taken_back', `delete from cases.setting where scope = ${own}`)
  else {
    const [limits, skipped, now] = [JSON.stringify(decision.limits), [...new Set(decision.skipped)], ctx.now].map((value) =>
      sql.bind(value),
    )
    sql.with(
      'decided',
      `insert into cases.setting (scope, limits, skipped, changed_at) values (${own}, ${limits}::jsonb, ${skipped}::text[], ${now})
       on conflict (scope) do update set limits = excluded.limits, skipped = excluded.skipped, changed_at = excluded.changed_at`,
    )
  }
  const { callbackPercent } = decision
  const isShared = callbackPercent !== undefined && (await shareIn(ctx, sql, scope, callbackPercent))
  const limits = Object.entries(decision.limits).map(([name, { n, unit }]) => `${name}=${n}${unit}`)
  const post = holds(ctx.actor, ['systemAdmin'], scope)?.id ?? null
  auditIn(sql, ctx, {
    action: 'setting.changed',
    object: { kind: 'caseSetting', id: scope },
    post,
    facts: { limits, skipped: decision.skipped, ...(isShared && { callbackPercent }) },
  })
  onceIn(sql, ctx.once, 200, scope, ctx.now)
  await ctx.db.query(sql.done('select 1'))
  forgetSettings(ctx)
  return read(ctx, scope)
}
