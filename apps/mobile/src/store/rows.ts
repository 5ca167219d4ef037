/** A photo as bytes: old WebKit loses Blobs that lie in IndexedDB. */
export interface StoredPhoto {
  /** Idempotency key of its own upload. */
  readonly key: string
  readonly bytes: ArrayBuffer
  readonly type: string
  /** Id on the server once uploaded. */
  readonly id: string | null
}

/** Why the server refused something; it stays on the phone until the person decides. */
export interface StoredProblem {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail: string }[]
}

/** One thing that was said and is to reach the server exactly once. */
export interface Waiting {
  readonly id: string
  /** Idempotency-Key: fixed at the moment of pressing, never changed by a retry. */
  readonly key: string
  readonly kind: 'report' | 'staffReport' | 'move'
  /** What the person sees in the list of what waits. */
  readonly title: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** Where the ids of the photos go in the body; null when there are none. */
  readonly photosAt: readonly string[] | null
  readonly photos: readonly StoredPhoto[]
  /** Account that said it; null for visitors. Nobody else's session may send it. */
  readonly account: string | null
  readonly at: number
  readonly state: 'waiting' | 'refused' | 'sent'
  readonly problem: StoredProblem | null
  readonly answer: unknown
  /** The person has read the receipt. */
  readonly seen: boolean
  /** The photos were sent a second time, because the server had let the first ones go. */
  readonly renewed: boolean
}

/** What was typed and not yet sent. */
export interface Draft {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly photos: readonly StoredPhoto[]
  readonly at: number
}

/** A report made on this phone: its secret link is the only key to it. */
export interface MyLink {
  readonly number: string
  readonly link: string
  readonly code: string
  readonly title: string
  readonly at: number
}

/** The last answer of the server to a question, shown with its age when there is no network. */
export interface KeptAnswer {
  readonly path: string
  readonly account: string | null
  readonly body: unknown
  readonly at: number
}
