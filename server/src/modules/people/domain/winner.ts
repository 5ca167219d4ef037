import type { Say } from '#platform/refusal'
import type { Won } from './person.ts'

/** What one record says about one field. */
export interface Claim extends Won {
  readonly value: string
}

/** A point of trust weighs as much as a tenth of a year: what is believed at 70 and is new outweighs what is believed at 80 and is two years old. */
const daysOfAPoint = 36.5

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** The weight of a claim. It compares the same whenever one looks: time takes as much from both. */
export const weightOf = ({ trust, asOf }: Pick<Won, 'trust' | 'asOf'>): number => trust * daysOfAPoint + dayNumber(asOf)

/** Whether `one` is taken before `other`: by weight, then the record that came first. Total, so that order of arrival decides nothing. */
export function beats(one: Won, other: Won): boolean {
  const difference = weightOf(one) - weightOf(other)
  return difference === 0 ? one.record < other.record : difference > 0
}

export type Because = 'only' | 'agreed' | 'trusted' | 'newer' | 'first'

export const becauseSay = {
  only: { zh: '只有这一个来源', en: 'The only source' },
  agreed: { zh: '各来源说法一致', en: 'All sources say the same' },
  trusted: { zh: '这一项上，这个来源更可信', en: 'This source is believed more for this field' },
  newer: { zh: '可信程度相近，这一条更新', en: 'Believed alike, and newer' },
  first: { zh: '分量相同，取先到的一条', en: 'Of equal weight; the first that came' },
} as const satisfies Record<Because, Say>

/** Which claim is taken for a field and why; null where nobody says anything. Pure. */
export function winner(claims: readonly Claim[]): { readonly claim: Claim; readonly because: Because } | null {
  const [best, ...others] = [...claims].sort((a, b) => (beats(a, b) ? -1 : 1))
  if (!best) return null
  if (others.length === 0) return { claim: best, because: 'only' }
  const rival = others.find(({ value }) => value !== best.value)
  if (!rival) return { claim: best, because: 'agreed' }
  if (weightOf(best) === weightOf(rival)) return { claim: best, because: 'first' }
  return { claim: best, because: best.trust > rival.trust ? 'trusted' : 'newer' }
}
