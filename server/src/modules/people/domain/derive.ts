import type { Say } from '#platform/refusal'
import type { Category } from './categories.ts'
import { judge, type RuleFacts } from './rule.ts'

/** A category that somebody has now by a rule. */
export interface HeldTag {
  readonly id: string
  readonly category: number
}

/** What deriving changes for one person: entries with their reasons, exits with theirs. */
export interface Derived {
  readonly enters: readonly { readonly category: number; readonly because: readonly Say[] }[]
  readonly leaves: readonly HeldTag[]
}

/**
 * Derives the service categories of a person from what is in force on a day. `held` are those derived before; `asserted` those that a person
 * entered, which no rule touches. Pure: the same facts give the same categories, and deriving again changes nothing.
 */
export function derive(
  categories: readonly Category[],
  facts: RuleFacts,
  held: readonly HeldTag[],
  asserted: ReadonlySet<number>,
  day: string,
): Derived {
  const now = new Map<number, readonly Say[]>()
  for (const { code, kind, rule } of categories) {
    if (kind !== 'service' || rule === null || asserted.has(code)) continue
    const ruling = judge(rule, facts, day)
    if (ruling.holds) now.set(code, ruling.because)
  }
  const before = new Set(held.map((one) => one.category))
  return {
    enters: [...now].filter(([category]) => !before.has(category)).map(([category, because]) => ({ category, because })),
    leaves: held.filter((one) => !now.has(one.category)),
  }
}
