import type { Asked } from '../moves/asked.ts'

/** A text in both languages; the screen picks one, so that switching needs no reload. */
export interface Pair {
  readonly zh: string
  readonly en: string
}

export interface Clock {
  readonly name: string
  readonly say: Pair
  readonly dueAt: string
  readonly pausedAt: string | null
  readonly stoppedAt: string | null
  readonly breached: boolean
}

/** A move that this person may make now; the server decides, the screen draws. */
export interface Offered {
  readonly move: string
  readonly label: Pair
  readonly consequence: Pair | null
  readonly primary: boolean
  readonly danger: boolean
  readonly asks: Asked | null
}

export interface PostCard {
  readonly id: string
  readonly role: string
  readonly roleSay: Pair
  readonly org: { readonly id: string; readonly name: string }
  readonly area: { readonly code: string; readonly name: string }
}

export interface Me {
  readonly account: { readonly id: string; readonly name: string; readonly kind: 'resident' | 'staff'; readonly signIn: string | null }
  readonly posts: readonly PostCard[]
  readonly counts: { readonly waiting: number; readonly soon: number; readonly late: number }
  /** Whether the one-time code is on, must be set up at the desk before anything else, or is not needed. */
  readonly secondFactor: 'on' | 'needed' | 'off'
}

export interface List<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Named {
  readonly code: string
  readonly name: Pair
}

export interface WorkItem {
  readonly noun: string
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly area: { readonly code: string; readonly name: string }
  readonly why: Pair
  readonly dueAt: string | null
  readonly late: boolean
  readonly soon: boolean
  readonly emergency: boolean
  readonly category: Named
}

export interface Photo {
  readonly id: string
  readonly url: string
}
