import type { Say } from '#platform/refusal'
import type { Severity } from '#modules/catalogue'
import { type Agreement, basisSay, type Body, bodySay, type Directory, type Entry, isBody, ruleId } from './directory.ts'

/** What of a case decides who leads. */
export type CaseFacts = {
  readonly category: string
  readonly area: string
  readonly severity: Severity | null
}

/** Which unit each body of the place is, as far as the register knows. */
export type PlaceBodies = { readonly [Which in Body]?: string | null }

/** What things are called; the rules themselves know codes alone. */
export type Named = {
  category(prefix: string): Say
  area(scope: string): Say
}

export type Because = { readonly rule: string; readonly edition: number; readonly say: Say }

export type Suggestion = {
  readonly lead: string
  readonly support: readonly string[]
  readonly because: Because
  readonly grassRootsAllowed: boolean
  readonly alternatives: readonly { readonly unit: string; readonly because: Because }[]
}

const alternativesAtMost = 3

/** Whether a rule speaks of the case. */
function speaksOf(entry: Entry, facts: CaseFacts): boolean {
  const severity = entry.severity === null || facts.severity === null || entry.severity === facts.severity
  return severity && facts.category.startsWith(entry.category) && facts.area.startsWith(entry.area)
}

/** The more specific first: by the class, then by the place, then by the severity; a rule for a severity means nothing while it is unknown. */
function compare(a: Entry, b: Entry): number {
  return (
    b.category.length - a.category.length ||
    b.area.length - a.area.length ||
    Number(b.severity !== null) - Number(a.severity !== null) ||
    (ruleId(a) < ruleId(b) ? -1 : 1)
  )
}

/** The rules that speak of the case, the most specific first. */
export function rulesFor(directory: Directory, facts: CaseFacts): readonly Entry[] {
  return directory.entries.filter((entry) => speaksOf(entry, facts)).toSorted(compare)
}

/** Whom a lead or a helper stands for at this place; null when the place has no such body. */
export function unitAt(wanted: string, place: PlaceBodies): string | null {
  return isBody(wanted) ? (place[wanted] ?? null) : wanted
}

/** What a rule says, in words: which matters, where, who leads, on what it rests. */
export function wordsOf(directory: Directory, entry: Entry, named: Named): Say {
  const [category, area] = [named.category(entry.category), named.area(entry.area)]
  const begun = new Date(directory.validFrom.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const body = isBody(entry.lead) ? bodySay[entry.lead] : null
  const basis = basisSay[entry.basisKind]
  return {
    zh: `派单目录第 ${directory.number} 版（${begun} 起）：${area.zh}的「${category.zh}」由${body?.zh ?? '该单位'}主办。依据：${basis.zh}，${entry.basis.zh}。`,
    en: `Directory, edition ${directory.number} (from ${begun}): “${category.en}” in ${area.en} is led by ${body?.en ?? 'this unit'}. Basis: ${basis.en}, ${entry.basis.en}.`,
  }
}

/**
 * Who should lead and who should help, and why: the most specific rule whose lead exists wins (002-73). Null when no rule speaks of the
 * case, or none of their leads is known at this place.
 */
export function suggest(directory: Directory, facts: CaseFacts, place: PlaceBodies, named: Named): Suggestion | null {
  const fitting = rulesFor(directory, facts).filter((entry) => entry.severity === null || facts.severity !== null)
  const led = fitting.flatMap((entry) => {
    const unit = unitAt(entry.lead, place)
    return unit === null
      ? []
      : [{ entry, unit, because: { rule: ruleId(entry), edition: directory.number, say: wordsOf(directory, entry, named) } }]
  })
  const [best] = led
  if (best === undefined) return null
  const others = led.filter(({ unit }, index) => unit !== best.unit && led.findIndex((one) => one.unit === unit) === index)
  return {
    lead: best.unit,
    support: [...new Set(best.entry.support.flatMap((wanted) => unitAt(wanted, place) ?? []))].filter((unit) => unit !== best.unit),
    because: best.because,
    grassRootsAllowed: best.entry.grassRootsAllowed,
    alternatives: others.slice(0, alternativesAtMost).map(({ unit, because }) => ({ unit, because })),
  }
}

/** The agreement that binds the unit to take the matter on `date` (Asia/Shanghai), or null (000-05). */
export function bindingAgreement(
  agreements: readonly Agreement[],
  unit: string,
  facts: Pick<CaseFacts, 'category' | 'area'>,
  date: string,
): Agreement | null {
  const binds = (one: Agreement): boolean =>
    one.units.includes(unit) &&
    facts.area.startsWith(one.area) &&
    one.categories.some((prefix) => facts.category.startsWith(prefix)) &&
    one.validFrom <= date &&
    (one.validTo === null || date <= one.validTo)
  return agreements.find(binds) ?? null
}
