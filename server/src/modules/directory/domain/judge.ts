import type { Level } from '#modules/orgs'
import { type Directory, ruleId } from './directory.ts'
import { mayDispatchBy } from './may-dispatch.ts'
import type { CaseFacts, PlaceBodies } from './suggest.ts'
import { decidingOf, standingsOf } from './weigh.ts'

/** What an edition says of one matter. */
export type Judgement = {
  /** The unit that it names; null for nobody. */
  readonly lead: string | null
  readonly rule: string | null
  /** It names a community or a grid for what it says is a department's matter. */
  readonly blocked: boolean
}

/** What a judge needs to know of units and places, at hand without waiting. */
export type Ground = {
  readonly place: (area: string) => PlaceBodies
  readonly levelOf: (unit: string) => Level | null
}

export type Judge = {
  judge(facts: CaseFacts): Judgement
  /** Whether the edition lets a matter go to this unit at all. */
  lets(facts: CaseFacts, unit: string): boolean
}

/** Judges many matters by one edition: rules are narrowed to each class once. Pure. */
export function judgeOf(directory: Directory, { place, levelOf }: Ground): Judge {
  const narrowed = new Map<string, Directory>()
  const about = (category: string): Directory => {
    let known = narrowed.get(category)
    if (!known)
      narrowed.set(category, (known = { ...directory, entries: directory.entries.filter((one) => category.startsWith(one.category)) }))
    return known
  }
  const lets = (facts: CaseFacts, unit: string): boolean => {
    const level = levelOf(unit)
    return level === null || mayDispatchBy(about(facts.category), facts, level) === null
  }
  return {
    lets,
    judge(facts) {
      const found = decidingOf(standingsOf(about(facts.category), facts, place(facts.area)), facts)
      if (found === null) return { lead: null, rule: null, blocked: false }
      return { lead: found.unit, rule: ruleId(found.entry), blocked: !lets(facts, found.unit) }
    },
  }
}
