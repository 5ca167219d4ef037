import { localDate } from '#platform/calendar'
import type { Say } from '#platform/refusal'

/** What makes somebody look again at the figures of a unit; a question, never a verdict, and never about a person. */
export const flagKinds = ['sameAnswers', 'closingSpike', 'satisfiedButReopened', 'repeatedPhotos'] as const
export type FlagKind = (typeof flagKinds)[number]

/** A text is the same when only spaces, signs and numbers differ. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{N}+/gu, '0')
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
}

/** A unit's month in numbers. */
export interface UnitMonth {
  readonly unit: string
  readonly answers: number
  /** Answers by day of the month, 1 to 31. */
  readonly days: ReadonlyMap<number, number>
  /** Answers whose text came at least three times. */
  readonly sameTexts: number
  readonly rated: number
  readonly happy: number
  readonly reopened: number
  readonly photos: number
  readonly repeatedPhotos: number
}

export interface Flag {
  readonly kind: FlagKind
  readonly unit: string
  readonly n: number
  readonly of: number
  readonly say: Say
}

/** Days before a month's end that are compared with its other days. */
const lastDays = 3
/** How many times as many answers a last day must have as another day. */
const spikeTimes = 2.5

const daysIn = (month: string): number => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

function spike(month: string, one: UnitMonth): Flag[] {
  const from = daysIn(month) - lastDays + 1
  const last = [...one.days].reduce((sum, [day, n]) => sum + (day >= from ? n : 0), 0)
  const others = one.answers - last
  const usual = Math.max(others / (from - 1), 0.5)
  if (last < 10 || last / lastDays < spikeTimes * usual) return []
  const say = {
    zh: `月末 ${lastDays} 天答复了 ${last} 件，其余 ${from - 1} 天共 ${others} 件`,
    en: `${last} answers in the last ${lastDays} days of the month, ${others} in the other ${from - 1}`,
  }
  return [{ kind: 'closingSpike', unit: one.unit, n: last, of: one.answers, say }]
}

function sameAnswers(one: UnitMonth): Flag[] {
  if (one.sameTexts < 5 || one.sameTexts * 5 < one.answers) return []
  const say = {
    zh: `${one.sameTexts}/${one.answers} 件答复的文字与另外至少两件一样`,
    en: `${one.sameTexts}/${one.answers} answers have the text of at least two others`,
  }
  return [{ kind: 'sameAnswers', unit: one.unit, n: one.sameTexts, of: one.answers, say }]
}

function satisfiedButReopened(one: UnitMonth): Flag[] {
  if (one.rated < 10 || one.happy * 10 < one.rated * 9 || one.reopened * 100 < one.answers * 15) return []
  const say = {
    zh: `满意 ${one.happy}/${one.rated}，但 ${one.answers} 件答复里重办了 ${one.reopened} 件`,
    en: `${one.happy}/${one.rated} satisfied, yet ${one.reopened} of ${one.answers} answers came back`,
  }
  return [{ kind: 'satisfiedButReopened', unit: one.unit, n: one.reopened, of: one.answers, say }]
}

function repeatedPhotos(one: UnitMonth): Flag[] {
  if (one.repeatedPhotos === 0) return []
  const say = {
    zh: `${one.repeatedPhotos}/${one.photos} 张办理照片与先前别处用过的是同一张`,
    en: `${one.repeatedPhotos}/${one.photos} photos of the work were used before elsewhere`,
  }
  return [{ kind: 'repeatedPhotos', unit: one.unit, n: one.repeatedPhotos, of: one.photos, say }]
}

/** The flags of a month, in the order of the units as given. Pure. */
export function flagsOf(month: string, units: readonly UnitMonth[]): Flag[] {
  return units.flatMap((one) => [...sameAnswers(one), ...spike(month, one), ...satisfiedButReopened(one), ...repeatedPhotos(one)])
}

/** The month and the day of an instant in Shanghai. */
export function monthOf(at: Date): { readonly month: string; readonly day: string } {
  const date = localDate(at)
  return { month: date.slice(0, 7), day: String(Number(date.slice(8))) }
}
