import type { Say } from '#platform/refusal'
import { type Directory, type Entry, ruleId } from './directory.ts'
import { type CaseFacts, type PlaceBodies, rulesFor, unitAt } from './suggest.ts'

/** Why a rule that speaks of a matter did not decide it. Codes stay in traces for good and are never reworded. */
export const whyNots = ['widerClass', 'widerArea', 'anySeverity', 'sameUnit', 'nobodyHere', 'severityUnknown'] as const
export type WhyNot = (typeof whyNots)[number]

export const weighedSay: Readonly<Record<WhyNot | 'chosen', Say>> = {
  chosen: { zh: '按它派', en: 'this one decides' },
  widerClass: { zh: '类别说得更宽，让给更具体的规则', en: 'speaks of a wider class; the more specific rule goes first' },
  widerArea: { zh: '范围更大，让给专说这个地方的规则', en: 'speaks of a wider area; the rule for this place goes first' },
  anySeverity: { zh: '不分轻重，让给专说这一档的规则', en: 'speaks of any severity; the rule for this one goes first' },
  sameUnit: { zh: '指的是同一家单位', en: 'names the same unit' },
  nobodyHere: { zh: '这个地方没有这样的单位', en: 'there is no such body at this place' },
  severityUnknown: { zh: '轻重还没有定', en: 'the severity is not known yet' },
}

/** One rule that speaks of a matter, whom it names there, and whether it decides. */
export type Weighed = { readonly rule: string; readonly unit: string | null; readonly because: WhyNot | 'chosen' }

type Standing = { readonly entry: Entry; readonly unit: string | null }

/** Whether a rule means anything while the severity is (not) known. */
const means = (entry: Entry, facts: CaseFacts): boolean => entry.severity === null || facts.severity !== null

function whyNot({ entry, unit }: Standing, best: Standing, facts: CaseFacts): WhyNot {
  if (!means(entry, facts)) return 'severityUnknown'
  if (unit === null) return 'nobodyHere'
  if (unit === best.unit) return 'sameUnit'
  if (entry.category.length < best.entry.category.length) return 'widerClass'
  return entry.area.length < best.entry.area.length ? 'widerArea' : 'anySeverity'
}

/** Every rule that speaks of the case, the most specific first, with whom it names here. */
export function standingsOf(directory: Directory, facts: CaseFacts, place: PlaceBodies): readonly Standing[] {
  return rulesFor(directory, facts).map((entry) => ({ entry, unit: unitAt(entry.lead, place) }))
}

/** The rule that decides: the most specific whose lead exists; null when none does. */
export function decidingOf(standings: readonly Standing[], facts: CaseFacts): { readonly entry: Entry; readonly unit: string } | null {
  for (const { entry, unit } of standings) if (unit !== null && means(entry, facts)) return { entry, unit }
  return null
}

/** All rules that speak of the case, the most specific first: which one decides and why the others do not (002-73: 可解释). */
export function weigh(directory: Directory, facts: CaseFacts, place: PlaceBodies): readonly Weighed[] {
  const standings = standingsOf(directory, facts, place)
  const best = decidingOf(standings, facts)
  return standings.map((one) => {
    const rule = ruleId(one.entry)
    if (best === null) return { rule, unit: one.unit, because: means(one.entry, facts) ? 'nobodyHere' : 'severityUnknown' }
    return { rule, unit: one.unit, because: one.entry === best.entry ? 'chosen' : whyNot(one, best, facts) }
  })
}
