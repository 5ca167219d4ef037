import type { Say } from '#platform/refusal'
import { type Entry, ruleId } from './directory.ts'

/** What of a rule may differ between two editions; what it speaks of is its id. */
export const parts = ['lead', 'support', 'basis', 'grassRootsAllowed', 'precedents'] as const
export type Part = (typeof parts)[number]

export const partSay: Readonly<Record<Part, Say>> = {
  lead: { zh: '主办单位', en: 'lead' },
  support: { zh: '协办单位', en: 'supporting units' },
  basis: { zh: '依据', en: 'grounds' },
  grassRootsAllowed: { zh: '能否派给社区和网格', en: 'whether it may go to communities and grids' },
  precedents: { zh: '先例', en: 'precedents' },
}

/** One difference of two editions: a rule that came, went or says something else now. */
export type Change =
  | { readonly kind: 'added'; readonly rule: string; readonly before: null; readonly after: Entry; readonly parts: readonly Part[] }
  | { readonly kind: 'removed'; readonly rule: string; readonly before: Entry; readonly after: null; readonly parts: readonly Part[] }
  | { readonly kind: 'changed'; readonly rule: string; readonly before: Entry; readonly after: Entry; readonly parts: readonly Part[] }

const asText: Readonly<Record<Part, (entry: Entry) => string>> = {
  lead: (entry) => entry.lead,
  support: (entry) => entry.support.toSorted().join(' '),
  basis: (entry) => JSON.stringify([entry.basisKind, entry.basis.zh, entry.basis.en]),
  grassRootsAllowed: (entry) => String(entry.grassRootsAllowed),
  precedents: (entry) => entry.precedents.toSorted().join(' '),
}

function changeOf(rule: string, before: Entry | undefined, after: Entry | undefined): readonly Change[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', rule, before: null, after, parts: [] }]
  if (after === undefined) return [{ kind: 'removed', rule, before, after: null, parts: [] }]
  const differing = parts.filter((part) => asText[part](before) !== asText[part](after))
  return differing.length === 0 ? [] : [{ kind: 'changed', rule, before, after, parts: differing }]
}

/** What differs between two editions, by rule. */
export function compare(before: readonly Entry[], after: readonly Entry[]): readonly Change[] {
  const was = new Map(before.map((entry) => [ruleId(entry), entry]))
  const is = new Map(after.map((entry) => [ruleId(entry), entry]))
  const rules = [...new Set([...was.keys(), ...is.keys()])].sort()
  return rules.flatMap((rule) => changeOf(rule, was.get(rule), is.get(rule)))
}
