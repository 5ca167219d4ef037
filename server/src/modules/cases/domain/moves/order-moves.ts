import type { Plan } from '#mechanisms/flow'
import { levelOfPost } from '../figures/case-tally.ts'
import type { Order } from '../order.ts'
import { reasonOfSendingOn, type Suggested } from '../reason.ts'
import { byFlow, type CaseMatter, countOrders, makeOrder, type OrderMatter, presentOrders } from './matter.ts'

type Consequence = (plan: Plan, matter: OrderMatter, input: never, after: Order) => void
type Answer = { readonly decision: string; readonly unit?: string; readonly suggested?: Suggested }

/** The unit's people took part in handling; none of them may verify or call back. */
function remember(plan: Plan, { whole }: OrderMatter): void {
  const actor = plan.moment.actor.id
  const noun = plan.current(whole.noun)
  if (actor && !noun.handlers.includes(actor)) plan.touch(whole.kinds.case, whole.noun, { handlers: [...noun.handlers, actor] })
}

/** When the last order has an answer the case leaves `open`; the lead's kind of answer is the case's. */
function settle(plan: Plan, whole: CaseMatter): void {
  const open = countOrders(plan, whole)
  const noun = plan.current(whole.noun)
  if (open > 0 || noun.state !== 'open') return
  const lead = presentOrders(plan, whole).find((order) => order.lead && order.state === 'fedBack')
  if (!lead) return
  plan.touch(whole.kinds.case, whole.noun, { outcome: lead.outcome })
  plan.move(whole.kinds.case, whole.noun, 'ordersDone', { level: levelOfPost(lead.post) }, byFlow)
}

function feedback(plan: Plan, matter: OrderMatter, input: { kind: string; reviewAt?: string }): void {
  remember(plan, matter)
  if (matter.noun.lead && input.kind === 'unsolvable' && input.reviewAt)
    plan.touch(matter.whole.kinds.case, matter.whole.noun, { review_at: input.reviewAt })
  settle(plan, matter.whole)
}

/** A return or an objection that is answered with another unit makes a new order there. */
function sendOn(plan: Plan, matter: OrderMatter, input: Answer, by: 'return' | 'ruling'): void {
  if (input.decision !== 'redispatch' || !input.unit) return
  const why = reasonOfSendingOn(by, matter.noun.unit, input.suggested)
  makeOrder(plan, matter.whole, input.unit, matter.noun.lead, why, by === 'ruling')
  if (matter.noun.lead) plan.touch(matter.whole.kinds.case, matter.whole.noun, { lead_unit: input.unit })
  countOrders(plan, matter.whole)
}

/** What moves of an order lead to: its case, other orders. */
export const orderConsequences: Readonly<Record<string, Consequence>> = {
  acknowledge: remember,
  handle: remember,
  feedback: (plan, matter, input) => feedback(plan, matter, input),
  answerReturn: (plan, matter, input) => sendOn(plan, matter, input, 'return'),
  rule: (plan, matter, input) => sendOn(plan, matter, input, 'ruling'),
  withdraw: (plan, matter) => settle(plan, matter.whole),
  decideExtension: (plan, matter, input: { grant: boolean; words?: string }) => {
    const until = matter.noun.extension_until
    if (!input.grant || until === null) return
    plan.move(
      matter.whole.kinds.case,
      matter.whole.noun,
      'extend',
      { until: new Date(until).toISOString(), words: input.words ?? '延期' },
      byFlow,
    )
    plan.touch(matter.whole.kinds.order, matter.noun, { finish_by: new Date(until).toISOString() })
  },
}
