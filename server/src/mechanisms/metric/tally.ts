/** Counter names with how often they count; what is missing counts nothing. */
export type Counts = Readonly<Record<string, number>>

/**
 * What one noun adds to the figures, kept with the noun. `m` is what its history left behind so far, `n` what that counts as.
 * A noun without a tally is not counted yet.
 */
export interface Tally<M = unknown> {
  readonly m: M
  readonly n: Counts
}

/** Where something counts. `area` is a scope without trailing zero groups; an empty text stands for what is not known. */
export interface Cell {
  readonly region: string
  readonly area: string
  readonly unit: string
  readonly category: string
  readonly channel: string
  /** First day of the month in Asia/Shanghai, `YYYY-MM-01`. */
  readonly month: string
}

/** What is added to a cell. */
export interface Delta extends Cell {
  readonly counts: Counts
}

const keyOf = (cell: Cell): string => [cell.region, cell.area, cell.unit, cell.category, cell.channel, cell.month].join('|')

/** The deltas that bring the figures from what was counted to what counts now: one a cell, without zeros. Pure. */
export function deltasOf(changes: readonly { readonly cell: Cell; readonly counts: Counts; readonly sign: 1 | -1 }[]): Delta[] {
  const cells = new Map<string, { cell: Cell; counts: Record<string, number> }>()
  for (const { cell, counts, sign } of changes) {
    const key = keyOf(cell)
    const held = cells.get(key) ?? { cell, counts: {} }
    cells.set(key, held)
    for (const [name, n] of Object.entries(counts)) held.counts[name] = (held.counts[name] ?? 0) + sign * n
  }
  return [...cells.values()].flatMap(({ cell, counts }) => {
    const left = Object.entries(counts).filter(([, n]) => n !== 0)
    return left.length === 0 ? [] : [{ ...cell, counts: Object.fromEntries(left) }]
  })
}

/** The same counts, whatever the order of their names; zeros do not matter. */
export function sameCounts(a: Counts, b: Counts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? 0) === (b[name] ?? 0))
}
