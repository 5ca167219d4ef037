import type { Actor, Context } from '#platform/context'
import { newId } from '#platform/ids'
import { type Plan, recordQuery } from '#mechanisms/flow'
import { handlerPosts } from '#modules/orgs'
import type { Case } from '../domain/case.ts'
import { quietClock } from '../domain/draw.ts'
import { type CaseMatter, presentOrders } from '../domain/moves/matter.ts'
import type { Order } from '../domain/order.ts'
import { caseKind, orderKind } from '../sql/kinds.ts'
import { precedentTo, type Ruling } from './keep-precedent.ts'
import { caseFollows, orderFollows } from './consequences.ts'
import { draftCase, planFor, type Report, reportIn } from './report.ts'

/**
 * A matter's whole past, decided move by move under the same rules as ever and written in one go:
 * for the demonstration and for loads, where a hundred thousand lives are written.
 */
export class CaseLife {
  readonly plan: Plan
  readonly #matter: CaseMatter

  constructor(plan: Plan, matter: CaseMatter) {
    this.plan = plan
    this.#matter = matter
  }

  get noun(): Case {
    return this.plan.current(this.#matter.noun)
  }

  /** The orders as they are now. */
  get orders(): Order[] {
    return presentOrders(this.plan, this.#matter)
  }

  /** Until when a silent matter looks as if its reporter might be called, although the lot did not fall on it; null when it did. */
  get quietUntil(): Date | null {
    const quiet = this.noun.clocks.find((life) => life.name === quietClock && life.stoppedAt === null)
    return quiet ? new Date(quiet.dueAt) : null
  }

  /** Moves the case; `known` is what a look-up adds for the consequences (what the directory said). Throws the refusal of `decide`. */
  move(at: Date, actor: Actor, name: string, input: object = {}, known: object = {}): void {
    this.plan.turn(at, actor)
    const after = this.plan.move(caseKind, this.#matter.noun, name, input)
    caseFollows[name]?.(this.plan, this.#matter, { ...input, ...known }, after)
  }

  /** Moves one of its orders. */
  moveOrder(at: Date, actor: Actor, order: Order, name: string, input: unknown = {}): void {
    this.plan.turn(at, actor)
    const after = this.plan.move(orderKind, order, name, input)
    const matter = { noun: order, key: this.#matter.key, whole: this.#matter }
    orderFollows[name]?.(this.plan, matter, input, after)
    if (name === 'rule') precedentTo(this.plan, matter, input as Ruling)
  }
}

/** Begins a life with a report at the context's time, in memory. */
export async function beginLife(ctx: Context, report: Report): Promise<CaseLife> {
  const draft = await draftCase(ctx, report)
  const plan = await planFor(ctx, draft, [])
  reportIn(ctx, plan, draft)
  return new CaseLife(plan, {
    noun: plan.current(draft.noun),
    orders: [],
    kinds: { case: caseKind, order: orderKind },
    key: draft.person.key,
    newId: (home) => newId(home, plan.moment.now),
    handlerPost: await handlerPosts(ctx),
  })
}

/** Writes many lives in one statement; nobody is told of what is long past, and no request's key is used up. */
export async function recordLives(ctx: Context, lives: readonly CaseLife[]): Promise<void> {
  if (lives.length === 0) return
  await ctx.db.query(
    recordQuery(lives.map(({ plan }) => ({ ctx: { ...ctx, once: null }, plan, answer: { status: 201, made: null, silent: true } }))),
  )
}
