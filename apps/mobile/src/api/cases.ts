import type { Answer, Clock, Offered, Pair, Photo, Place, Step } from './shapes.ts'

/** What the server says right after a report: all that an anonymous reporter will ever have. */
export interface Receipt {
  readonly number: string
  /** Path of the secret link, `/c/<token>`. */
  readonly link: string
  /** The same key in eight characters, for paper. */
  readonly code: string
  readonly holder: { readonly name: string }
  readonly dueAt: string | null
  readonly dueSay: Pair
  readonly state: string
  readonly stateSay: Pair
  readonly emergency?: { readonly say: Pair; readonly call?: string } | null
}

/** A matter as its reporter sees it. */
export interface PublicCase {
  readonly number: string
  readonly text: string
  readonly category: { readonly code: string; readonly name: Pair } | null
  readonly place: Place | null
  readonly address?: string | null
  readonly photos: readonly Photo[]
  readonly state: string
  readonly stateSay: Pair
  readonly holder: { readonly name: string; readonly say?: Pair }
  readonly dueAt: string | null
  readonly promise: Pair
  readonly steps: readonly Step[]
  readonly answers: readonly Answer[]
  readonly verdict: unknown
  readonly offered: readonly Offered[]
  readonly phoneHelp: string | null
}

/** One line of "my matters". */
export interface MyCase extends Partial<PublicCase> {
  readonly number: string
  readonly stateSay: Pair
  readonly state: string
  readonly link?: string | null
  readonly id?: string
  readonly title?: string
}

export interface Looked {
  readonly number: string
  readonly state?: string
  readonly stateSay: Pair
  readonly holder: { readonly name: string }
  readonly dueAt: string | null
}

export interface OrderView {
  readonly id: string
  readonly version: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly lead: boolean
  readonly state: string
  readonly stateSay: Pair
  readonly clocks: readonly Clock[]
  readonly offered: readonly Offered[]
  readonly feedback: { readonly kindSay?: Pair; readonly text?: string } | null
}

export interface Trace {
  readonly at: string
  readonly move: string
  readonly say: Pair
  readonly by: { readonly name: string; readonly post?: string | null } | string | null
  readonly words?: unknown
  readonly photos?: readonly Photo[]
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
  readonly category: { readonly code: string; readonly name: Pair } | null
  readonly emergency: unknown
  readonly place: Place | null
  readonly address?: string | null
  readonly area: { readonly code: string; readonly name: string; readonly path?: readonly { code: string; name: string }[] }
  readonly photos: readonly Photo[]
  readonly reportedAt: string
  readonly reporter: { readonly name: string | null; readonly phone: string | null } | null
  readonly holder: { readonly name: string; readonly since: string } | null
  readonly clocks: readonly Clock[]
  readonly orders: readonly OrderView[]
  readonly timeline: readonly Trace[]
  readonly answers?: readonly Answer[]
  readonly offered: readonly Offered[]
}
