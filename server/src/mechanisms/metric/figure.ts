import type { Say } from '#platform/refusal'
import type { Counts } from './tally.ts'
import { wilson } from './wilson.ts'

/** What a figure is, for whoever asks: the definition card. */
export interface Card {
  readonly key: string
  readonly say: Say
  /** In one spoken sentence. */
  readonly formula: Say
  /** What N is. */
  readonly base: Say
  /** What is left out, and why. */
  readonly exclusions: Say
  readonly kind: 'count' | 'share' | 'mean'
  /** Unit of a count or a mean; a share is in percent, and the difference of two shares in points. */
  readonly unit: Say
  /** Counter above the line, or the one that is counted. */
  readonly n: string
  /** Counter below the line; none for a count. */
  readonly of: string | null
  /** What a mean's sum is divided by to come to its unit (minutes to hours: 60). */
  readonly scale?: number
  /** Those of the base who gave no answer; shown beside the figure. */
  readonly silent?: { readonly counter: string; readonly say: Say }
  /** Only some answered, so that an interval belongs to it. */
  readonly sample?: boolean
  /** Whether more is better: true, false, or neither. */
  readonly better: boolean | null
}

/** A figure worked out. */
export interface Value {
  /** Count, share in percent or mean in its unit, to one decimal; null when its base is empty. */
  readonly value: number | null
  readonly n: number
  readonly base: number | null
  readonly silent: number | null
  /** 95 % interval in percent. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** The base is so small that a percentage says little. */
  readonly few: boolean
}

/** Below this base the counts say more than their percentage. */
export const fewBelow = 10

/** To one decimal. Never rounds up to a whole: 999 of 1,000 is not 100 %. */
function tenths(value: number, whole: boolean): number {
  const rounded = Math.round(value * 10) / 10
  return rounded >= 100 && !whole ? 99.9 : rounded
}

/** Works a figure out of counts. Pure. */
export function valueOf(card: Card, counts: Counts): Value {
  const n = counts[card.n] ?? 0
  const silent = card.silent ? (counts[card.silent.counter] ?? 0) : null
  if (card.of === null) return { value: n, n, base: null, silent, interval: null, few: false }
  const base = counts[card.of] ?? 0
  if (card.kind === 'mean')
    return {
      value: base > 0 ? Math.round((n / base / (card.scale ?? 1)) * 10) / 10 : null,
      n,
      base,
      silent,
      interval: null,
      few: base < fewBelow,
    }
  const found = card.sample ? wilson(n, base) : null
  return {
    value: base > 0 ? tenths((n / base) * 100, n === base) : null,
    n,
    base,
    silent,
    interval: found && { low: Math.round(found.low * 1000) / 10, high: Math.round(found.high * 1000) / 10 },
    few: base < fewBelow,
  }
}

/** The counters that a card needs. */
export function countersOf(card: Card): string[] {
  return [card.n, ...(card.of === null ? [] : [card.of]), ...(card.silent ? [card.silent.counter] : [])]
}
