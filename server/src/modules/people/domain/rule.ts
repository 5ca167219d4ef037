import { z } from 'zod'
import type { Say } from '#platform/refusal'
import { ageOn } from './person.ts'

/**
 * How records say that somebody belongs to a category: data, not code, so that a city writes its own. A rule looks at what is in force on a
 * day: matters of records, age, household. It cannot look at a name, a number, an address or an ethnicity.
 */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly matter: readonly string[]; readonly level?: readonly string[] | undefined }
  | { readonly ageFrom: number }
  | { readonly ageBelow: number }
  | { readonly householdOf: number }
  | { readonly householdAllFrom: number }

const words = z.array(z.string().trim().min(1).max(40)).min(1).max(20)
const age = z.number().int().min(0).max(130)

const simple = [
  z.strictObject({ matter: words, level: words.optional() }),
  z.strictObject({ ageFrom: age }),
  z.strictObject({ ageBelow: age }),
  z.strictObject({ householdOf: z.number().int().min(1).max(30) }),
  z.strictObject({ householdAllFrom: age }),
] as const

/** Rules put together of others, and the simple ones. */
function of(part: z.ZodType<Rule>): z.ZodType<Rule> {
  const parts = z.array(part).min(1).max(6)
  return z.union([z.strictObject({ all: parts }), z.strictObject({ any: parts }), z.strictObject({ not: part }), ...simple])
}

const fact: z.ZodType<Rule> = z.union(simple).meta({ id: 'CategoryRuleFact' })
const group: z.ZodType<Rule> = of(fact).meta({ id: 'CategoryRuleGroup' })

/** Three layers at most: what nobody can read aloud is no rule. */
export const Rule: z.ZodType<Rule> = of(group).meta({ id: 'CategoryRule' })

/** What a rule may know of somebody. */
export interface RuleFacts {
  readonly born: string | null
  /** What records say that is in force, with the department that says it. */
  readonly matters: readonly { readonly matter: string; readonly level: string | null; readonly source: string }[]
  /** Days of birth of all who live in the household; empty where no household is known. */
  readonly household: readonly (string | null)[]
}

/** Whether a rule holds, and the facts that made it so, in words without a value of the person. */
export interface Ruling {
  readonly holds: boolean
  readonly because: readonly Say[]
}

const no: Ruling = { holds: false, because: [] }
const yes = (zh: string, en: string): Ruling => ({ holds: true, because: [{ zh, en }] })

function ofMatter(rule: { readonly matter: readonly string[]; readonly level?: readonly string[] | undefined }, facts: RuleFacts): Ruling {
  const found = facts.matters.find(
    ({ matter, level }) => rule.matter.includes(matter) && (rule.level === undefined || (level !== null && rule.level.includes(level))),
  )
  if (!found) return no
  const what = [found.matter, found.level].filter(Boolean).join(' ')
  return yes(`${found.source}的记录：${what}`, `A record of ${found.source}: ${what}`)
}

function ofAge(rule: Rule, facts: RuleFacts, day: string): Ruling {
  if (facts.born === null) return no
  const years = ageOn(facts.born, day)
  if ('ageFrom' in rule && years >= rule.ageFrom) return yes(`年满 ${rule.ageFrom} 岁`, `${rule.ageFrom} years or older`)
  if ('ageBelow' in rule && years < rule.ageBelow) return yes(`未满 ${rule.ageBelow} 岁`, `Younger than ${rule.ageBelow}`)
  return no
}

function ofHousehold(rule: Rule, { household }: RuleFacts, day: string): Ruling {
  if (household.length === 0) return no
  if ('householdOf' in rule)
    return household.length === rule.householdOf ? yes(`同一户 ${rule.householdOf} 人`, `A household of ${rule.householdOf}`) : no
  if (!('householdAllFrom' in rule)) return no
  const from = rule.householdAllFrom
  return household.every((born) => born !== null && ageOn(born, day) >= from)
    ? yes(`同一户都年满 ${from} 岁`, `All of the household are ${from} or older`)
    : no
}

/** Whether a rule holds of somebody on a day (`YYYY-MM-DD`), and why. Pure and total; what is not known holds nothing but a `not`. */
export function judge(rule: Rule, facts: RuleFacts, day: string): Ruling {
  if ('all' in rule) {
    const each = rule.all.map((one) => judge(one, facts, day))
    return each.every((one) => one.holds) ? { holds: true, because: each.flatMap((one) => one.because) } : no
  }
  if ('any' in rule) return rule.any.map((one) => judge(one, facts, day)).find((one) => one.holds) ?? no
  if ('not' in rule) return judge(rule.not, facts, day).holds ? no : { holds: true, because: [] }
  if ('matter' in rule) return ofMatter(rule, facts)
  return 'householdOf' in rule || 'householdAllFrom' in rule ? ofHousehold(rule, facts, day) : ofAge(rule, facts, day)
}
