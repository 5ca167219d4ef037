import type { Say } from '#platform/refusal'

/**
 * When a value is bad, and when it is well again; between the two nothing changes (hysteresis).
 * `readings`: how many in succession must be bad before an alarm is raised.
 */
export type RuleTest =
  | { readonly kind: 'above' | 'below'; readonly limit: number; readonly clear: number; readonly readings: number }
  /** A change of `limit` within `minutes`; well again when it is `clear` or less. */
  | {
      readonly kind: 'rate'
      readonly way: 'rise' | 'fall' | 'both'
      readonly limit: number
      readonly clear: number
      readonly minutes: number
    }
  /** No message for `minutes`. */
  | { readonly kind: 'silence'; readonly minutes: number }
  /** So many usual deviations away from what is usual at this hour; see unusual.ts. */
  | { readonly kind: 'unusual'; readonly limit: number; readonly clear: number; readonly readings: number }

/** 规则: what of a kind of device raises an alarm of which kind, and what becomes of the alarm. */
export interface Rule {
  /** Also the kind of its alarms. */
  readonly code: string
  readonly deviceKind: string
  /** Null for silence. */
  readonly measure: string | null
  readonly say: Say
  readonly test: RuleTest
  readonly enabled: boolean
  /** Class of the matter that an alarm becomes; null: none. */
  readonly category: string | null
  /** Seconds that an alarm stands before it becomes a matter. */
  readonly waitSeconds: number
  readonly version: number
}

/** Whether a rule can ever clear: the point at which it does lies on the good side of its limit. */
export function isSound(test: RuleTest): boolean {
  if (test.kind === 'silence') return true
  return test.kind === 'below' ? test.clear >= test.limit : test.clear <= test.limit
}
