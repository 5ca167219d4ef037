import type { JsonSchema, Pair } from '@linli/ui'

/*
 * What the server answers, as the desk reads it. The contract is docs/openapi.json; these are its shapes by the desk's own names.
 */

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface AreaName {
  readonly code: string
  readonly name: string
}

export interface PostView {
  readonly id: string
  readonly role: string
  readonly roleSay: Pair
  readonly org: Named
  readonly area: AreaName
}

export interface Me {
  readonly account: { readonly id: string; readonly name: string; readonly kind: 'resident' | 'staff' }
  readonly posts: readonly PostView[]
  readonly counts: { readonly waiting: number; readonly soon: number; readonly late: number }
  readonly lang: 'zh' | 'en'
}

export interface CategoryName {
  readonly code: string
  readonly name: Pair
}

/** A unit of the register of organisations. */
export interface UnitRow {
  readonly id: string
  readonly name: Pair
  readonly kindSay: Pair
  readonly area: string
}

/** One line of what waits. */
export interface WorkRow {
  readonly noun: string
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly why: Pair
  readonly post: string
  readonly since: string
  readonly dueAt: string | null
  readonly late: boolean
  readonly soon: boolean
  readonly emergency: boolean
  readonly state: string
  readonly stateSay: Pair
  readonly category: CategoryName
  readonly area: AreaName
}

export interface WorkPage extends Page<WorkRow> {
  readonly count: { readonly n: number; readonly more: boolean; readonly soon: number; readonly late: number }
}

/** One line of the list of cases. */
export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly stateSay: Pair
  readonly channel: string
  readonly category: CategoryName
  readonly area: AreaName
  readonly place: Place | null
  readonly unit: Named | null
  readonly emergency: boolean
  readonly supervised: string | null
  readonly reportedAt: string
  readonly dueAt: string | null
  readonly late: boolean
  readonly soon: boolean
  readonly verdict: string | null
}

export interface Place {
  readonly lon: number | null
  readonly lat: number | null
  readonly words: string | null
}

export interface ClockView {
  readonly name: string
  readonly say: Pair
  readonly startedAt: string
  readonly dueAt: string
  readonly warnAt: string
  readonly provisional: boolean
  readonly pausedAt: string | null
  readonly stoppedAt: string | null
  readonly breached: boolean
}

/** A move that this person may make now. */
export interface Offer {
  readonly move: string
  readonly label: Pair
  readonly consequence: Pair | null
  readonly primary: boolean
  readonly danger: boolean
  readonly asks: JsonSchema | null
}

export interface Photo {
  readonly id: string
  readonly url: string
}

export interface OrderView {
  readonly id: string
  readonly version: number
  readonly unit: Named
  readonly lead: boolean
  readonly state: string
  readonly stateSay: Pair
  readonly dispatchedAt: string
  readonly finishBy: string | null
  readonly clocks: readonly ClockView[]
  readonly offered: readonly Offer[]
  readonly outcome: string | null
  readonly photos: readonly Photo[]
}

export interface TraceView {
  readonly at: string
  readonly noun: string
  readonly move: string
  readonly say: Pair
  readonly by: { readonly name: string; readonly post: Pair | null }
  readonly words: Readonly<Record<string, string>>
  readonly photos: readonly Photo[]
}

export interface HeldView {
  readonly kind: string
  readonly holder: Pair
  readonly from: string
  readonly to: string | null
}

export interface Suggestion {
  readonly lead: Named | null
  readonly support: readonly Named[]
  readonly because: Pair
  readonly rule: string | null
  readonly version: string | null
  readonly alternatives: readonly { readonly unit: Named; readonly because: Pair }[]
}

export interface AnswerView {
  readonly unit: string
  readonly kind: string
  readonly kindSay: Pair
  readonly text: string | null
  readonly plan: string | null
  readonly reviewAt: string | null
  readonly at: string
  readonly lead: boolean
}

export interface ReporterView {
  readonly kind: string
  readonly name: string | null
  readonly phone: string | null
  readonly mayReveal: boolean
}

export interface CaseView {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly stateSay: Pair
  readonly title: string
  readonly text: string
  readonly channel: string
  readonly channelSay: Pair
  readonly category: CategoryName
  readonly severity: string
  /** True until the hand-over is recorded. */
  readonly emergency: boolean
  readonly emergencyRecord: { readonly service: string; readonly calledAt: string; readonly calledBy: string } | null
  readonly place: Place | null
  readonly area: AreaName & { readonly path: readonly AreaName[] }
  readonly photos: readonly Photo[]
  readonly reportedAt: string
  readonly dueAt: string | null
  readonly reporter: ReporterView
  readonly holder: Pair
  readonly holding: readonly HeldView[]
  readonly clocks: readonly ClockView[]
  readonly orders: readonly OrderView[]
  readonly timeline: readonly TraceView[]
  readonly suggestion: Suggestion | null
  readonly answers: readonly AnswerView[]
  readonly verdict: string | null
  readonly satisfaction: number | null
  readonly reopened: number
  readonly released: boolean
  readonly continuedIn: { readonly id: string; readonly number: string } | null
  readonly marks: { readonly supervised: string | null; readonly reminded: number; readonly escalated: boolean }
  readonly offered: readonly Offer[]
}
