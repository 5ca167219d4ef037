import type { Plan } from '#mechanisms/flow'
import type { Case } from '../domain/case.ts'
import { caseConsequences } from '../domain/moves/case-moves.ts'
import type { CaseMatter, OrderMatter } from '../domain/moves/matter.ts'
import type { Order } from '../domain/order.ts'
import { orderConsequences } from '../domain/moves/order-moves.ts'
import { drawIn } from '../sql/draws.ts'
import { markAnswer, markVerdict } from './marks.ts'

type Consequence<M, N> = (plan: Plan, matter: M, input: unknown, after: N) => void
type OfCase = Consequence<CaseMatter, Case>
type OfOrder = Consequence<OrderMatter, Order>

const ofCase = caseConsequences as Readonly<Record<string, OfCase>>
const ofOrder = orderConsequences as Readonly<Record<string, OfOrder>>

/** A verdict or a reopening, which also counts in the unit's month. */
const judged =
  (name: string): OfCase =>
  (plan, matter, input, after) => {
    ofCase[name]?.(plan, matter, input, after)
    markVerdict(plan, matter, input as { satisfied?: number }, after)
  }

/** What moves of a case lead to, with the rows that only this module's own tables know. */
export const caseFollows: Readonly<Record<string, OfCase>> = {
  ...ofCase,
  ...Object.fromEntries(['say', 'callBack', 'verify', 'reopen'].map((name) => [name, judged(name)])),
  reporterSilent: (plan, _, __, after) => {
    const { now } = plan.moment
    plan.parts.push((sql, _ctx, prefix) => drawIn(sql, after, now, prefix))
  },
}

/** The same for orders. */
export const orderFollows: Readonly<Record<string, OfOrder>> = {
  ...ofOrder,
  feedback: (plan, matter, input, after) => {
    ofOrder['feedback']?.(plan, matter, input, after)
    markAnswer(plan, matter, input as { words?: string; photos?: readonly string[] })
  },
}
