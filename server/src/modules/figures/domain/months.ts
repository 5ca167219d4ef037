import { localDate } from '#platform/calendar'
import { refuse } from '#platform/refusal'

/** A span of months: first days, `YYYY-MM-01`, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** Periods that a figure shows. */
export const periods = 12

/** The month that lies `n` months later; `YYYY-MM-01`. */
export function later(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + n, 1)).toISOString().slice(0, 10)
}

/** Twelve months, the last being `to`. */
export function twelveUntil(to: string): string[] {
  return Array.from({ length: periods }, (_, n) => later(to, n + 1 - periods))
}

/**
 * The months that are asked for (`YYYY-MM`); by default this one and the two before.
 * @throws Refusal `figures.span` (422) when they are more than twelve, or the last comes first
 */
export function spanOf(from: string | undefined, to: string | undefined, now: Date): Span {
  const last = to ? `${to}-01` : `${localDate(now).slice(0, 7)}-01`
  const first = from ? `${from}-01` : later(last, -2)
  if (first <= last && first >= later(last, 1 - periods)) return { from: first, to: last }
  throw refuse('invalid', 'figures.span', {
    zh: '请选 1 到 12 个月，开始不能晚于结束。',
    en: 'Please choose 1 to 12 months, the first not after the last.',
  })
}
