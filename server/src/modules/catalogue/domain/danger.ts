import type { EmergencyNumber } from './category.ts'
import type { Say } from '#platform/refusal'
import { dangerRules, happeningNow, harmless, hedges, hypotheses, type DangerRule } from './facts/dangers.ts'
import { fold } from './matcher.ts'

/** A danger found in a text: whom to call, what to do first, within how many minutes the desk hands it over, and the words that say so. */
export type Danger = {
  readonly name: DangerRule['name']
  readonly call: EmergencyNumber
  readonly minutes: number
  readonly say: Say
  readonly because: readonly string[]
}

/** The clock of the handover (rules.md section 4: it rings at the desk with a 5-minute clock). */
const handOverMinutes = 5
/** Up to this many characters a message is taken as a call for help, beyond it as a letter. */
const callLength = 80

const wordsOf = (text: string): readonly string[] => text.split(' ').map(fold)

/** The longest first, so that 着火了一样 goes before 着火了. */
const anyOf = (words: readonly string[]): RegExp => new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'gu')

const harmlessWords = anyOf(wordsOf(harmless))
const hedgeWords = anyOf(wordsOf(hedges))
const hypothesisWords = anyOf(wordsOf(hypotheses))
const nowWords = anyOf(wordsOf(happeningNow))

const rules = dangerRules.map((rule) => ({ rule, sure: anyOf(wordsOf(rule.sure)), likely: anyOf(wordsOf(rule.likely)) }))

const found = (words: RegExp, text: string): readonly string[] => [...new Set(text.match(words) ?? [])]

/** Latin words are folded without blanks, so clauses are cut before folding. */
function clausesOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[,.;:!?，。；：！？、\n\r]+/u)
    .map((clause) => fold(clause).replace(harmlessWords, '□'))
    .filter((clause) => clause !== '')
}

function wordsInClause(clause: string, sure: RegExp, likely: RegExp, short: boolean): readonly string[] {
  if (found(hypothesisWords, clause).length > 0) return []
  const now = found(nowWords, clause).length > 0
  if (!now && found(hedgeWords, clause).length > 0) return []
  const certain = found(sure, clause)
  if (certain.length > 0) return certain
  return now || short ? found(likely, clause) : []
}

/**
 * The most pressing danger the text tells of as happening, or undefined. It errs towards telling people to call:
 * the answer is a sentence above the form, never a refusal to take the report (rules.md section 4).
 */
export function findDanger(text: string): Danger | undefined {
  const clauses = clausesOf(text)
  const short = text.length <= callLength
  for (const { rule, sure, likely } of rules) {
    const because = [...new Set(clauses.flatMap((clause) => wordsInClause(clause, sure, likely, short)))]
    if (because.length > 0) return { name: rule.name, call: rule.call, minutes: handOverMinutes, say: rule.say, because }
  }
  return undefined
}
