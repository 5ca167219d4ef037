import type { Context } from '../context.ts'
import { type Statement, statement } from '../db.ts'
import { cityRegion, newId, regionOf } from '../ids.ts'
import { type Facts, hasWords } from './facts.ts'

/** What was done. `facts` holds ids and codes alone: no name, no phone, no sentence. */
export interface Act {
  /** `<noun>.<past>`, such as `session.opened`. */
  readonly action: string
  readonly object: { readonly kind: string; readonly id: string | null }
  readonly facts?: Facts
  /** The post that was used; left out, the actor's only post. */
  readonly post?: string | null
}

const CODE = /^[\x21-\x7e]{0,160}$/

function onlyCodes(facts: Facts): void {
  for (const [name, fact] of Object.entries(facts)) {
    if (!hasWords(name)) throw new Error(`the audit page has no words for ${name}: audit/facts.ts declares them`)
    const list: readonly unknown[] = Array.isArray(fact) ? fact : [fact]
    if (list.some((one) => typeof one === 'string' && !CODE.test(one))) {
      throw new Error(`audit facts hold ids and codes only, ${name} does not`)
    }
  }
}

/** Adds the audit row to the statement that makes the change (CTE `audited`, with `prefix` in front for a second one). */
export function auditIn(sql: Statement, ctx: Context, act: Act, prefix = ''): void {
  onlyCodes(act.facts ?? {})
  const region = (act.object.id === null ? null : regionOf(act.object.id)) ?? cityRegion
  const [only, another] = ctx.actor.posts
  const post = act.post === undefined ? (another ? null : (only?.id ?? null)) : act.post
  const row = [region, newId(region, ctx.now), ctx.now, ctx.actor.kind, ctx.actor.id, post, act.action, act.object.kind, act.object.id]
  const values = [...row, JSON.stringify(act.facts ?? {})].map((value) => sql.bind(value)).join(', ')
  sql.with(
    `${prefix}audited`,
    `insert into audit.entry (region, id, at, actor_kind, actor_id, post, action, object_kind, object_id, facts) values (${values})`,
  )
}

/** Writes one audit row; in the caller's transaction if there is one. */
export async function audit(ctx: Context, act: Act): Promise<void> {
  const sql = statement()
  auditIn(sql, ctx, act)
  await ctx.db.query(sql.done('select 1'))
}
