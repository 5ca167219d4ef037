import type { Plan } from '#mechanisms/flow'
import type { Case } from '../case.ts'
import { living } from '../case-life.ts'
import { type Override, reasonOf, type Suggested } from '../reason.ts'
import { byFlow, type CaseMatter, countOrders, finishOf, makeOrder, presentOrders } from './matter.ts'

type Consequence = (plan: Plan, matter: CaseMatter, input: never, after: Case) => void

/** What the directory said is looked up before the consequences are worked out. */
type Sending = { readonly suggested?: Suggested }

/** 派单: one order for the lead, one for each supporting unit. */
function dispatch(
  plan: Plan,
  matter: CaseMatter,
  input: Sending & { lead: string; support?: readonly string[]; because?: Override },
): void {
  const lead = { unit: input.lead, isLead: true, override: input.because }
  makeOrder(plan, matter, input.lead, true, reasonOf(lead, input.suggested))
  for (const unit of new Set(input.support ?? []))
    if (unit !== input.lead) makeOrder(plan, matter, unit, false, reasonOf({ unit, isLead: false }, input.suggested))
  countOrders(plan, matter)
}

function addOrder(plan: Plan, matter: CaseMatter, input: Sending & { unit: string }): void {
  makeOrder(plan, matter, input.unit, false, reasonOf({ unit: input.unit, isLead: false }, input.suggested))
  countOrders(plan, matter)
}

/** The orders count where their case does. */
function recategorise(plan: Plan, matter: CaseMatter, after: Case): void {
  for (const order of presentOrders(plan, matter))
    if (order.category !== after.category) plan.touch(matter.kinds.order, order, { category: after.category })
}

/** A matter that comes back goes to the unit that led it. */
function rework(plan: Plan, matter: CaseMatter, after: Case): void {
  if (after.state !== 'open') return
  const lead = presentOrders(plan, matter).find((order) => order.lead && order.state === 'fedBack')
  if (lead) {
    plan.move(matter.kinds.order, lead, 'rework', {}, byFlow)
    plan.touch(matter.kinds.order, lead, { finish_by: finishOf(after) })
  }
  countOrders(plan, matter)
}

/** The matter into which it was merged, as `prepare` found it. */
interface WithMain {
  readonly main?: CaseMatter
}

/** Whoever is not satisfied reopens the work: here, or in the matter into which this one was merged. Nobody reopens it twice at once. */
const back: Consequence = (plan, matter, { main }: WithMain, after) => {
  if (after.state !== 'merged' || !main) return rework(plan, matter, after)
  if (!['callback', 'closed'].includes(plan.current(main.noun).state)) return
  const reopened = plan.move(matter.kinds.case, main.noun, 'reopenTogether', { number: after.number }, byFlow)
  rework(plan, main, reopened)
}

/** Both histories say so, and the one it goes into changes its version: an answer at the same moment is decided after it. */
function merge(plan: Plan, matter: CaseMatter, { main }: Required<WithMain>): void {
  plan.touch(matter.kinds.case, matter.noun, { continued_in: main.noun.id })
  plan.move(matter.kinds.case, main.noun, 'takeIn', { number: matter.noun.number })
}

/** Whoever handles the matter reads in its history that a merged reporter has said more; the words stay with the report they belong to. */
function hearFollower(plan: Plan, matter: CaseMatter, { main }: WithMain, after: Case): void {
  if (after.state !== 'merged' || !main) return
  if (!(living as readonly string[]).includes(plan.current(main.noun).state)) return
  plan.move(matter.kinds.case, main.noun, 'hearFollower', { number: after.number }, byFlow)
}

function split(plan: Plan, matter: CaseMatter, { into }: { into?: CaseMatter }): void {
  if (into) plan.move(matter.kinds.case, into.noun, 'letGo', { number: matter.noun.number }, byFlow)
}

/** After an extension or a pause the units' lists show the new promise. */
function newPromise(plan: Plan, matter: CaseMatter): void {
  const finish = finishOf(plan.current(matter.noun))
  for (const order of presentOrders(plan, matter)) {
    if (order.state !== 'withdrawn' && order.state !== 'fedBack') plan.touch(matter.kinds.order, order, { finish_by: finish })
  }
}

/** Whoever verified took part: the callback is somebody else's. */
function remember(plan: Plan, matter: CaseMatter): void {
  const actor = plan.moment.actor.id
  const noun = plan.current(matter.noun)
  if (actor && !noun.handlers.includes(actor)) plan.touch(matter.kinds.case, matter.noun, { handlers: [...noun.handlers, actor] })
}

/** A matter of another county goes on there under the same number and start time; its history here is linked. */
function transfer(plan: Plan, matter: CaseMatter, county: string): void {
  const noun = plan.current(matter.noun)
  const there: Case = {
    ...noun,
    region: county,
    id: matter.newId(county),
    version: 1,
    state: 'submitted',
    area: county,
    clocks: [],
    lead_unit: null,
    closed_at: null,
    transferred_to: null,
    decline_by: null,
    back_to: null,
    supervised: null,
    origin: null,
    origin_id: null,
    tally: null,
  }
  plan.make(matter.kinds.case, there, 'received', null, { facts: { from: noun.id } })
  plan.touch(matter.kinds.case, matter.noun, { continued_in: there.id })
}

/** What moves of a case lead to beside the case itself. */
export const caseConsequences: Readonly<Record<string, Consequence>> = {
  dispatch: (plan, matter, input) => {
    dispatch(plan, matter, input)
    remember(plan, matter)
  },
  addOrder: (plan, matter, input) => addOrder(plan, matter, input),
  classify: (plan, matter, _, after) => recategorise(plan, matter, after),
  verify: (plan, matter, input, after) => {
    back(plan, matter, input, after)
    remember(plan, matter)
  },
  say: back,
  callBack: back,
  reopen: back,
  decideReopen: back,
  review: back,
  addWords: hearFollower,
  merge,
  split,
  transfer: (plan, matter, input: { county: string }) => transfer(plan, matter, input.county),
  answer: newPromise,
  resume: newPromise,
  extend: newPromise,
}
