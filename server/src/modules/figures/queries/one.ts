import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { type Card, countersOf, countsOf, valueOf } from '#mechanisms/metric'
import { areaNames } from '#modules/areas'
import { categoryNames } from '#modules/catalogue'
import { type Behind, cardOf, caseSubject, rowsBehind } from '#modules/cases'
import { differenceOf } from '../domain/difference.ts'
import { later } from '../domain/months.ts'
import { type Filter, figuresOf, headOf, seenBy, viewOf } from './page.ts'

/** @throws Refusal `figures.unknown` (404) */
export function knownCard(key: string): Card {
  const card = cardOf(key)
  if (card) return card
  throw refuse('missing', 'figures.unknown', { zh: '没有这个指标。', en: 'There is no such figure.' })
}

interface BaselineRow {
  readonly id: string
  readonly area: string
  readonly value: number
  readonly as_of: string
  readonly source: string
}

async function baselines(ctx: Context, figure: string, area: string, value: number | null) {
  const rows = await ctx.db.query<BaselineRow>({
    name: 'figures.baselines',
    text: `select id, area, value::float8 as value, as_of, source from figures.baseline
      where figure = $1 and starts_with($2, area) order by length(area) desc, set_at desc limit 5`,
    values: [figure, area],
  })
  const names = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  const card = knownCard(figure)
  return rows.map((row) => ({
    id: row.id,
    area: { code: row.area, name: names.get(row.area) ?? row.area },
    value: row.value,
    asOf: row.as_of,
    source: row.source,
    difference: differenceOf(card, value, row.value),
  }))
}

/** The definition card of a figure, with its value, the months before and its baselines. @throws Refusal `figures.unknown` (404) */
export async function figureCard(ctx: Context, key: string, filter: Filter) {
  const card = knownCard(key)
  const seen = seenBy(ctx, filter)
  const months = (Date.parse(seen.to) - Date.parse(seen.from)) / 2_592_000_000
  const span = Math.round(months) + 1
  const [head, figures, before] = await Promise.all([
    headOf(ctx, seen),
    figuresOf(ctx, seen, [card]),
    countsOf(ctx, caseSubject, { ...seen, from: later(seen.from, -span), to: later(seen.to, -span) }, 'nothing', countersOf(card)),
  ])
  const [figure] = figures
  if (!figure) throw new Error(`${key} was not worked out`)
  const earlier = before[0] ? valueOf(card, before[0].counts).value : null
  return {
    ...head,
    ...viewOf(figure),
    formula: card.formula,
    basis: card.base,
    exclusions: card.exclusions,
    sample: card.sample ?? false,
    before: {
      from: later(seen.from, -span).slice(0, 7),
      to: later(seen.to, -span).slice(0, 7),
      value: earlier,
      difference: differenceOf(card, figure.value, earlier),
    },
    baselines: await baselines(ctx, key, seen.area, figure.value),
  }
}

/** Which part of a figure: what is above the line, what is below it but not above, or all that is below. */
export type Part = 'n' | 'rest' | 'base'

function behind(card: Card, part: Part): Pick<Behind, 'has' | 'lacks'> {
  const base = card.of ?? card.n
  if (part === 'base' || card.kind === 'mean') return { has: base, lacks: null }
  return part === 'n' || card.of === null ? { has: card.n, lacks: null } : { has: base, lacks: card.n }
}

/** The rows behind a figure; as many as its number says. */
export function figureRows(
  ctx: Context,
  key: string,
  filter: Filter & { part?: Part | undefined; after?: string | undefined; limit?: number | undefined },
) {
  const seen = seenBy(ctx, filter)
  return rowsBehind(ctx, { ...seen, ...behind(knownCard(key), filter.part ?? 'n'), after: filter.after, limit: filter.limit ?? 50 })
}

const shown = 12

/** A figure told apart by what matters are about or how they came in (004-15): themes, never people. The most first. */
export async function figureParts(ctx: Context, key: string, filter: Filter & { by: 'category' | 'channel' }) {
  const card = knownCard(key)
  const seen = seenBy(ctx, filter)
  const rows = await countsOf(ctx, caseSubject, seen, filter.by, countersOf(card))
  const values = rows.map((row) => ({ code: row.key, ...valueOf(card, row.counts) })).filter((one) => (one.base ?? one.n) > 0)
  values.sort((a, b) => (b.base ?? b.n) - (a.base ?? a.n) || (a.code < b.code ? -1 : 1))
  const names =
    filter.by === 'category'
      ? await categoryNames(
          ctx,
          values.map((one) => one.code),
        )
      : new Map<string, never>()
  const items = values
    .slice(0, shown)
    .map(({ code, value, n, base, few }) => ({ code, name: names.get(code) ?? null, value, n, base, few }))
  return { items, more: Math.max(0, values.length - shown) }
}
