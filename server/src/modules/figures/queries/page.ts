import type { Context } from '#platform/context'
import { type Card, countersOf, type Counted, type Counts, countsOf, lastRecount, type Value, valueOf } from '#mechanisms/metric'
import { areaNames, areasBelow, levelOf, parentOf } from '#modules/areas'
import { type CardSet, caseSubject, cardSets } from '#modules/cases'
import { unitNames } from '#modules/orgs'
import { type Band, bandOf, type Compared } from '../domain/band.ts'
import { type Span, spanOf, twelveUntil } from '../domain/months.ts'
import { sightOf } from '../domain/permit.ts'

/** What is asked of every route of figures; months are `YYYY-MM`. */
export interface Filter {
  readonly area?: string | undefined
  readonly unit?: string | undefined
  readonly category?: string | undefined
  readonly channel?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A filter as this actor may use it. */
export interface Seen extends Span {
  readonly area: string
  readonly unit: string | undefined
  readonly category: string | undefined
  readonly channel: string | undefined
}

/** @throws Refusal `figures.outside` (403), `figures.span` (422) */
export function seenBy(ctx: Context, filter: Filter): Seen {
  return {
    ...sightOf(ctx.actor, filter.area, filter.unit),
    ...spanOf(filter.from, filter.to, ctx.now),
    category: filter.category,
    channel: filter.channel,
  }
}

export interface Figure extends Value {
  readonly card: Card
  /** The twelve months that end with the last one asked for. */
  readonly periods: readonly { readonly month: string; readonly value: number | null; readonly n: number; readonly base: number | null }[]
  readonly band: Band | null
}

function summed(rows: readonly Counted[], names: readonly string[]): Counts {
  return Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + (row.counts[name] ?? 0), 0)]))
}

/**
 * The areas beside one, with what each counts: those of its level under the same area above. Below a community nothing is compared, because
 * a grid is often one person; nor is a community by unit or category, whose numbers are too small.
 */
async function besides(
  ctx: Context,
  seen: Seen,
  names: readonly string[],
): Promise<{ load: ReadonlyMap<string, number>; rows: readonly Counted[] } | null> {
  const digits = seen.area.length
  const above = parentOf(seen.area)
  const filtered = seen.unit !== undefined || seen.category !== undefined || seen.channel !== undefined
  if (digits < 6 || digits > 12 || above === null || (filtered && digits > 9)) return null
  const asked = { ...seen, area: above }
  const by = { areasOf: digits }
  const rows = await countsOf(ctx, caseSubject, asked, by, [...new Set([...names, 'reported'])])
  const plain = filtered ? await countsOf(ctx, caseSubject, { area: above, from: seen.from, to: seen.to }, by, ['reported']) : rows
  const grids = new Map<string, number>()
  for (const grid of await areasBelow(ctx, above, 'grid')) {
    const area = grid.code.slice(0, digits)
    grids.set(area, (grids.get(area) ?? 0) + 1)
  }
  const load = new Map(
    plain.flatMap(({ key, counts }): [string, number][] =>
      grids.has(key) ? [[key, (counts['reported'] ?? 0) / (grids.get(key) ?? 1)]] : [],
    ),
  )
  return { load, rows }
}

/** The figures of some cards: two or three reads of a few rows a month, however many matters there are. */
export async function figuresOf(ctx: Context, seen: Seen, cards: readonly Card[]): Promise<Figure[]> {
  const names = [...new Set(cards.flatMap(countersOf))]
  const months = twelveUntil(seen.to)
  const [rows, beside] = await Promise.all([
    countsOf(ctx, caseSubject, { ...seen, from: months[0] ?? seen.from }, 'month', names),
    besides(ctx, seen, names),
  ])
  const within = summed(
    rows.filter(({ key }) => key >= seen.from),
    names,
  )
  const byMonth = new Map(rows.map((row) => [row.key, row.counts]))
  return cards.map((card) => {
    const compared = beside?.rows.flatMap(({ key, counts }): Compared[] => {
      const load = beside.load.get(key)
      return load === undefined || card.kind === 'count' ? [] : [{ area: key, load, value: valueOf(card, counts).value }]
    })
    const periods = months.map((month) => {
      const { value, n, base } = valueOf(card, byMonth.get(month) ?? {})
      return { month, value, n, base }
    })
    return { card, ...valueOf(card, within), periods, band: compared ? bandOf(seen.area, compared) : null }
  })
}

/** What the page says beside its figures. */
export async function headOf(ctx: Context, seen: Seen) {
  const [areas, units, last] = await Promise.all([
    areaNames(ctx, [seen.area]),
    seen.unit === undefined ? new Map<string, string>() : unitNames(ctx, [seen.unit]),
    lastRecount(ctx, caseSubject.name),
  ])
  return {
    asOf: ctx.now.toISOString(),
    area: { code: seen.area, name: areas.get(seen.area) ?? seen.area, level: levelOf(seen.area) },
    unit: seen.unit === undefined ? null : { id: seen.unit, name: units.get(seen.unit) ?? seen.unit },
    from: seen.from.slice(0, 7),
    to: seen.to.slice(0, 7),
    recount: last && { at: last.at.toISOString(), checked: last.checked, differing: last.differing },
  }
}

/** A page of at most eight figures. @throws Refusal `figures.outside` (403), `figures.span` (422) */
export async function figuresPage(ctx: Context, filter: Filter & { readonly set?: CardSet | undefined }) {
  const seen = seenBy(ctx, filter)
  const [head, figures] = await Promise.all([headOf(ctx, seen), figuresOf(ctx, seen, cardSets[filter.set ?? 'main'])])
  return { ...head, figures: figures.map(viewOf) }
}

/** A figure as the API gives it. */
export function viewOf({ card, ...value }: Figure) {
  const { key, say, kind, unit, better, silent } = card
  return { ...value, key, say, kind, unit, better, silent: silent ? { n: value.silent ?? 0, say: silent.say } : null }
}
