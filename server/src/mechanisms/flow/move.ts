import type { Actor, Context } from '#platform/context'
import { sqlState } from '#platform/db'
import { refuse } from '#platform/refusal'
import type { SubjectKey } from '#platform/vault'
import { tick } from './decide.ts'
import type { Noun, Settings } from './flow.ts'
import { type NounKind, Plan } from './plan.ts'
import { record } from './group-commit.ts'

/** A noun with what belongs to it, as loaded for a change. */
export interface Matter<N extends Noun> {
  readonly noun: N
  /** Key of the person whom the matter's words are about; null once it was destroyed: words are not kept then. */
  readonly key: SubjectKey | null
}

/** How the mechanism loads a noun and what its moves lead to beside themselves. */
export interface Moving<N extends Noun, M extends Matter<N>> {
  readonly kind: NounKind<N>
  /** The matter as this actor may see it; refuses with 404 what lies outside. */
  readonly load: (ctx: Context, id: string) => Promise<M>
  /** What areas decided, ready to be asked without waiting. */
  readonly settings: (ctx: Context) => Promise<(noun: Noun) => Settings>
  /** Consequences of moves for other nouns: pure functions, one a move (`domain/moves/<name>.ts`). */
  readonly consequences: Readonly<Record<string, (plan: Plan, matter: M, input: unknown, after: N) => void>>
  /** What no pure rule can know (that a unit exists, which case a number names): refuses before anything is saved, or adds to what consequences read. */
  readonly prepare?: (ctx: Context, matter: M, name: string, input: unknown) => Promise<Readonly<Record<string, unknown>>>
  /** Parts that any move may add to the statement, by what was typed (photos). */
  readonly also?: (plan: Plan, matter: M, input: unknown) => void
}

const tries = 3

function stale(kind: string): Error {
  return refuse('conflict', `${kind}.stale`, {
    zh: '有人刚刚先改动了，您看到的不是最新情况。内容还在，请刷新后再提交。',
    en: 'Somebody changed this a moment ago. What you typed is kept; please refresh and try again.',
  })
}

/**
 * Every move of every noun: load with its version, permit, decide, save if the version holds, tell. A lost race is decided again, three times at most.
 * @throws Refusal `<kind>.stale` (409) when the caller's `version` is not the present one, or the race is lost three times
 */
export async function move<N extends Noun, M extends Matter<N>>(
  ctx: Context,
  moving: Moving<N, M>,
  id: string,
  name: string,
  input: unknown,
  version?: number,
): Promise<N> {
  const { kind } = moving
  for (let attempt = 1; ; attempt++) {
    const matter = await moving.load(ctx, id)
    if (version !== undefined && version !== matter.noun.version) throw stale(kind.flow.kind)
    const settings = await moving.settings(ctx)
    const plan = new Plan({ now: ctx.now, actor: ctx.actor, settings: settings(matter.noun) }, settings, matter.key)
    const after = plan.move(kind, matter.noun, name, input)
    const known = await moving.prepare?.(ctx, matter, name, input)
    moving.consequences[name]?.(plan, matter, known ? { ...(input as object), ...known } : input, after)
    moving.also?.(plan, matter, input)
    try {
      await record(ctx, plan, { status: 200, made: id })
      return plan.current(after)
    } catch (error) {
      if (sqlState(error) !== 'LL409') throw error
      if (attempt >= tries) throw stale(kind.flow.kind)
    }
  }
}

/** Lets time act on one noun: warns, breaches, escalates, and makes the moves that breaches make. False when nothing was due. */
export async function tickOne<N extends Noun, M extends Matter<N>>(
  ctx: Context,
  moving: Moving<N, M>,
  id: string,
  system: Actor,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const matter = await moving.load({ ...ctx, actor: system }, id)
    const settings = await moving.settings(ctx)
    const moment = { now: ctx.now, actor: system, settings: settings(matter.noun) }
    const due = tick(moving.kind.flow, matter.noun, moment)
    if (!due) return false
    const plan = new Plan(moment, settings, matter.key)
    plan.take(moving.kind, matter.noun, due.decision)
    for (const clock of due.breached) {
      const name = moving.kind.flow.clocks[clock]?.breach
      if (name === undefined) continue
      const after = plan.move(moving.kind, matter.noun, name, {}, system)
      moving.consequences[name]?.(plan, matter, {}, after)
    }
    try {
      await record({ ...ctx, once: null }, plan, { status: 200, made: id })
      return true
    } catch (error) {
      if (sqlState(error) !== 'LL409' || attempt >= tries) throw error
    }
  }
}
