import type { Say } from '#platform/refusal'

/** What became of a returned order. */
export const returnOutcomes = ['waiting', 'insisted', 'redispatched', 'objected', 'ruledHere', 'ruledAway'] as const
export type ReturnOutcome = (typeof returnOutcomes)[number]

export const returnOutcomeSay: Readonly<Record<ReturnOutcome, Say>> = {
  waiting: { zh: '退回还没答复', en: 'Return not answered yet' },
  insisted: { zh: '答复仍由它办', en: 'Insisted: it stays' },
  redispatched: { zh: '改派别家', en: 'Sent to another unit' },
  objected: { zh: '有异议，等裁定', en: 'Objected, waits for a ruling' },
  ruledHere: { zh: '裁定仍由它办', en: 'Ruled: it stays' },
  ruledAway: { zh: '裁定改由别家办', en: 'Ruled: another unit' },
}

/** Orders received, alike in unit, class and edition (null: before the first). */
export interface Received {
  readonly unit: string
  readonly category: string
  readonly edition: number | null
  readonly n: number
}

/** Of them those that came back, alike in reason and outcome too. */
export interface Returned extends Received {
  readonly reason: string
  readonly outcome: ReturnOutcome
}

/** A share: n of N. */
export interface Share {
  readonly key: string
  readonly n: number
  readonly of: number
}

function summed<T extends { readonly n: number }>(rows: readonly T[], by: (row: T) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(by(row), (sums.get(by(row)) ?? 0) + row.n)
  return sums
}

/** Returned of received, for everything that received at least one; the most returned first, equal ones by key. */
export function shares(returned: readonly Returned[], received: readonly Received[], by: (row: Received) => string): readonly Share[] {
  const [n, of] = [summed(returned, by), summed(received, by)]
  return [...of]
    .map(([key, base]) => ({ key, n: n.get(key) ?? 0, of: base }))
    .sort((a, b) => b.n - a.n || b.of - a.of || (a.key < b.key ? -1 : 1))
}

/** How the returned ones divide by reason or outcome; the base is all that were returned. */
export function divided(returned: readonly Returned[], by: (row: Returned) => string): readonly Share[] {
  const all = returned.reduce((sum, row) => sum + row.n, 0)
  return [...summed(returned, by)].map(([key, n]) => ({ key, n, of: all })).sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
}
