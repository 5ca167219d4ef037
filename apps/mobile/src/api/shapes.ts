import type { Asked } from '../moves/asked.ts'

/** A text in both languages; the screen picks one, so that switching needs no reload. */
export interface Pair {
  readonly zh: string
  readonly en: string
}

export interface Clock {
  readonly name: string
  readonly say: Pair
  readonly startedAt: string
  readonly dueAt: string
  readonly provisional: boolean
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
  readonly account: { readonly id: string; readonly name: string; readonly kind: 'resident' | 'staff' }
  readonly posts: readonly PostCard[]
  readonly counts: { readonly waiting: number; readonly soon: number; readonly late: number }
  readonly lang: 'zh' | 'en'
}

export interface List<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface WorkItem {
  readonly noun: 'case' | 'order'
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly area: { readonly code: string; readonly name: string }
  readonly why: Pair
  readonly since: string
  readonly dueAt: string | null
  readonly late: boolean
  readonly soon: boolean
  readonly emergency: boolean
  readonly state: string
  readonly category: { readonly code: string; readonly name: Pair } | null
}

export interface Place {
  readonly lon: number
  readonly lat: number
  readonly words?: string | null
}

export interface Photo {
  readonly id: string
  readonly url: string
}

export interface Step {
  readonly at: string
  readonly say: Pair
  readonly by: string | { readonly name: string } | null
  readonly now?: boolean
}

export interface Answer {
  readonly kind: string
  readonly kindSay: Pair
  readonly text: string
  readonly at: string
  readonly unit: string | { readonly name: string } | null
}
