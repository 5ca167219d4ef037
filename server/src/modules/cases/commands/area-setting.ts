import { auditIn } from '#platform/audit'
import { type Context, holds } from '#platform/context'
import { statement } from '#platform/db'
import { onceIn } from '#platform/once'
import { refuse } from '#platform/refusal'
import { findArea, scopeOf } from '#modules/areas'
import { type AreaDecision, decisionRefusal } from '../domain/area-setting.ts'
import { forgetSettings } from '../settings.ts'

/** A decision with the scope for which it was taken; `since` is null where nothing was decided and the flows' own limits hold. */
export interface AreaSettingView extends AreaDecision {
  readonly scope: string
  readonly since: string | null
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
  return row
    ? { scope, limits: row.limits, skipped: row.skipped, since: row.changed_at.toISOString() }
    : { scope, limits: {}, skipped: [], since: null }
}

/** What an area decided about its clocks and optional steps. @throws Refusal `case.no-such-area` (404) */
export async function areaSetting(ctx: Context, code: string): Promise<AreaSettingView> {
  return read(ctx, await ownScope(ctx, code))
}

/**
 * Decides for an area in one statement, with the idempotency key and an audit row; an empty decision takes it back. Promises that were given stay as they are (a trace holds the limit it used).
 * @throws Refusal `case.no-such-area` (404), `case.setting` (422)
 */
export async function decideArea(ctx: Context, code: string, decision: AreaDecision): Promise<AreaSettingView> {
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
  const limits = Object.entries(decision.limits).map(([name, { n, unit }]) => `${name}=${n}${unit}`)
  const post = holds(ctx.actor, ['systemAdmin'], scope)?.id ?? null
  auditIn(sql, ctx, {
    action: 'setting.changed',
    object: { kind: 'caseSetting', id: scope },
    post,
    facts: { limits, skipped: decision.skipped },
  })
  onceIn(sql, ctx.once, 200, scope, ctx.now)
  await ctx.db.query(sql.done('select 1'))
  forgetSettings(ctx)
  return read(ctx, scope)
}
