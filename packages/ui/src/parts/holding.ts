/** One stretch of time in which somebody had the matter in hand. `to` null: still. */
export interface Held {
  readonly holder: string
  readonly kind: 'desk' | 'unit' | 'reporter' | 'verifier' | 'paused'
  readonly from: string
  readonly to: string | null
}

export interface HeldPart {
  readonly holder: string
  readonly kind: Held['kind']
  readonly from: string
  /** Null: still. */
  readonly to: string | null
  readonly ms: number
  /** Share of the whole bar, 0 to 1. */
  readonly share: number
  /** It is in these hands now. */
  readonly current: boolean
}

export interface HeldSum {
  readonly holder: string
  readonly kind: Held['kind']
  readonly ms: number
  readonly current: boolean
}

export interface HoldingPicture {
  readonly parts: readonly HeldPart[]
  /** Share of the bar that is still to come before the limit. */
  readonly rest: number
  /** Where the limit stands, 0 to 1; null without one. */
  readonly limit: number | null
  /** Time beyond the limit in milliseconds; 0 within it. */
  readonly over: number
  /** The stretch beyond the limit as shares of the bar; null within it. */
  readonly late: { readonly from: number; readonly share: number } | null
  /** Each holder once, in the order of the first time. */
  readonly sums: readonly HeldSum[]
}

function summed(parts: readonly HeldPart[]): HeldSum[] {
  const sums = new Map<string, HeldSum>()
  for (const part of parts) {
    const key = `${part.kind} ${part.holder}`
    const before = sums.get(key)
    sums.set(key, {
      holder: part.holder,
      kind: part.kind,
      ms: (before?.ms ?? 0) + part.ms,
      current: part.current || (before?.current ?? false),
    })
  }
  return [...sums.values()]
}

/**
 * The measures of a holding bar: from the first holder to now, or to the limit when that lies ahead.
 * `metAt` is when the promise was kept or broken for good: what came after it is not late.
 */
export function pictureOf(holding: readonly Held[], dueAt: string | null, now: Date, metAt: string | null = null): HoldingPicture {
  const first = holding[0]
  if (!first) return { parts: [], rest: 1, limit: null, over: 0, late: null, sums: [] }
  const start = Date.parse(first.from)
  const end = Math.max(...holding.map((held) => (held.to === null ? now.getTime() : Date.parse(held.to))), start + 1)
  const due = dueAt === null ? null : Math.max(Date.parse(dueAt), start)
  const whole = Math.max(end, due ?? end) - start
  const parts = holding.map((held): HeldPart => {
    const ms = Math.max(0, (held.to === null ? now.getTime() : Date.parse(held.to)) - Date.parse(held.from))
    return { ...held, ms, share: ms / whole, current: held.to === null }
  })
  const limit = due === null ? null : (due - start) / whole
  const over = due === null ? 0 : Math.max(0, (metAt === null ? end : Date.parse(metAt)) - due)
  return {
    parts,
    rest: Math.max(0, (due ?? end) - end) / whole,
    limit,
    over,
    late: limit === null || over === 0 ? null : { from: limit, share: Math.min(over / whole, 1 - limit) },
    sums: summed(parts),
  }
}
