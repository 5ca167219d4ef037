import type { Clock, Named, Offered, Pair, Photo } from './shapes.ts'

/** What the server says right after a report: all that an anonymous reporter will ever have. */
export interface Receipt {
  readonly id: string
  readonly number: string
  /** Path of the secret link, `/c/<token>`. */
  readonly link: string
  /** The same key in eight characters, for paper. */
  readonly code: string
  readonly holder: Pair
  /** Who has it and until when, as a sentence. */
  readonly promise: Pair
  readonly dueAt: string | null
  readonly state: string
  readonly stateSay: Pair
  readonly emergency: boolean
}

/** One thing that happened, for the reporter. */
export interface Step {
  readonly at: string
  readonly say: Pair
  readonly by: string
  readonly words: string | null
  readonly photos: readonly Photo[]
}

/** What a unit answered; a plan and a review date when it cannot be solved for now. */
export interface Answer {
  readonly unit: string
  readonly kind: string
  readonly kindSay: Pair
  readonly text: string | null
  readonly plan: string | null
  readonly reviewAt: string | null
  readonly at: string
}

/** A matter as its reporter sees it. */
export interface PublicCase {
  readonly number: string
  readonly title: string
  readonly text: string
  readonly category: Named
  readonly place: { readonly words: string | null; readonly area: string }
  readonly photos: readonly Photo[]
  readonly state: string
  readonly stateSay: Pair
  readonly emergency: boolean
  readonly holder: Pair
  readonly promise: Pair
  readonly dueAt: string | null
  readonly steps: readonly Step[]
  readonly answers: readonly Answer[]
  readonly verdict: string | null
  readonly released: boolean
  readonly version: number
  readonly offered: readonly Offered[]
  readonly link: string
  readonly code: string
}

/** One line of a list of matters. */
export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly stateSay: Pair
  readonly dueAt: string | null
}

/** What number and phone digits show, and nothing else. */
export interface Looked {
  readonly number: string
  readonly state: string
  readonly stateSay: Pair
  readonly holder: Pair
  readonly dueAt: string | null
}

export interface OrderView {
  readonly id: string
  readonly version: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly lead: boolean
  readonly state: string
  readonly stateSay: Pair
  readonly offered: readonly Offered[]
  readonly photos: readonly Photo[]
}

export interface TimelineRow {
  readonly at: string
  readonly move: string
  readonly say: Pair
  readonly by: { readonly name: string; readonly post: Pair | null }
  readonly words: Readonly<Record<string, string>>
  readonly photos: readonly Photo[]
}

/** A matter as a grid worker sees it. */
export interface CaseView {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly stateSay: Pair
  readonly text: string
  readonly title: string
  readonly channelSay: Pair
  readonly category: Named
  readonly emergency: boolean
  readonly place: { readonly lon: number | null; readonly lat: number | null; readonly words: string | null } | null
  readonly area: { readonly code: string; readonly name: string }
  readonly photos: readonly Photo[]
  /** Photos that were seen before; missing in what the phone kept from before there was such a thing. */
  readonly likeness?: readonly { readonly photo: string; readonly at: string; readonly like: Photo | null; readonly say: Pair }[]
  readonly reportedAt: string
  readonly dueAt: string | null
  readonly reporter: { readonly kind: string; readonly name: string | null; readonly phone: string | null; readonly mayReveal: boolean }
  readonly holder: Pair
  readonly clocks: readonly Clock[]
  readonly orders: readonly OrderView[]
  readonly timeline: readonly TimelineRow[]
  readonly answers: readonly Answer[]
  readonly offered: readonly Offered[]
}
