import { audit } from '#platform/audit'
import { holds, type Context } from '#platform/context'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { countyOf } from '#modules/areas'
import { knownCard } from '../queries/one.ts'

export interface Baseline {
  readonly area: string
  readonly value: number
  /** `YYYY-MM-DD` */
  readonly asOf: string
  readonly source: string
}

/**
 * Keeps what a figure was before, with its source (002-52, 002-77); nothing earlier is overwritten.
 * @throws Refusal `figures.unknown` (404), `figures.outside` (403)
 */
export async function setBaseline(ctx: Context, key: string, { area, value, asOf, source }: Baseline): Promise<string> {
  const card = knownCard(key)
  if (!holds(ctx.actor, ['supervisor'], area))
    throw refuse('forbidden', 'figures.outside', { zh: '只能为您自己的辖区记基线。', en: 'You can set baselines for your own area only.' })
  const id = newId(await countyOf(ctx, area), ctx.now)
  await ctx.db.query({
    name: 'figures.set-baseline',
    text: 'insert into figures.baseline (id, figure, area, value, as_of, source, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [id, card.key, area, value, asOf, source, ctx.actor.id, ctx.now],
  })
  await audit(ctx, { action: 'figures.baseline', object: { kind: 'figure', id: key }, facts: { area, value, asOf } })
  return id
}
