import { type Actor, systemActor } from '#platform/context'
import type { Matter, NounKind, Plan } from '#mechanisms/flow'
import type { SubjectKey } from '#platform/vault'
import type { Case } from '../case.ts'
import { isOpenOrder, newOrder, type Order } from '../order.ts'
import type { Reason } from '../reason.ts'

/** A case with its orders: what belongs together in every change. */
export interface CaseMatter extends Matter<Case> {
  readonly orders: readonly Order[]
  readonly kinds: Kinds
  /** New ids, made by the application: ordered by time and carrying the region. */
  readonly newId: (region: string) => string
  /** The handling post of a unit. */
  readonly handlerPost: (unit: string) => string
}

/** The same matter, seen from one of its orders. */
export interface OrderMatter extends Matter<Order> {
  readonly whole: CaseMatter
}

/** The tables, handed in so that rules know no SQL. */
export interface Kinds {
  readonly case: NounKind<Case>
  readonly order: NounKind<Order>
}

export type { SubjectKey }

/** Consequences act in the name of the flow itself. */
export const byFlow: Actor = systemActor('flow')

/** Adds an order for a unit to the plan; `ruled` when a ruling sent it there, `why` is what the directory or a person had to say for it. */
export function makeOrder(plan: Plan, matter: CaseMatter, unit: string, lead: boolean, why: Reason | null, ruled = false): Order {
  const noun = plan.current(matter.noun)
  const given = { unit, lead, post: matter.handlerPost(unit), ruled, finish_by: finishOf(noun) }
  const order = newOrder(noun, matter.newId(noun.region), given, plan.moment.now.toISOString())
  return plan.make(matter.kinds.order, order, 'dispatched', null, { facts: { caseId: noun.id, unit, lead, ...(why && { why }) } })
}

/** The case's running promise to finish, or null. */
export function finishOf(noun: Case): string | null {
  return noun.clocks.find((life) => life.name === 'finish' && life.stoppedAt === null)?.dueAt ?? null
}

/** The orders as the plan has them now, with those it made. */
export function presentOrders(plan: Plan, matter: CaseMatter): Order[] {
  const known = matter.orders.map((order) => plan.current(order))
  const made = [...plan.held.values()]
    .filter((held) => held.before === null && held.kind.flow.kind === 'order')
    .map((held) => held.now as Order)
  return [...known, ...made]
}

/** Writes on the case how many orders are still open, so that two units that finish at once are decided one after the other. */
export function countOrders(plan: Plan, matter: CaseMatter): number {
  const open = presentOrders(plan, matter).filter(isOpenOrder).length
  plan.touch(matter.kinds.case, matter.noun, { orders_open: open })
  return open
}
