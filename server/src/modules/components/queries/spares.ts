import type { z } from 'zod'
import type { Context } from '#platform/context'
import { type StockReason, stockSay } from '../domain/spare.ts'
import type { SparePage, SpareRow, SpareView } from '../http/spare-views.ts'
import { loadSpare, type Spare } from '../sql/spares.ts'
import { namedAreas, postCards, typeNames } from './names.ts'
import { type Bind, narrowed, scopesOf, within } from './reach.ts'

async function rowsOf(ctx: Context, spares: readonly Spare[]): Promise<z.infer<typeof SpareRow>[]> {
  const types = await typeNames(
    ctx,
    spares.map((one) => one.type),
  )
  const areas = await namedAreas(
    ctx,
    spares.map((one) => one.area),
  )
  return spares.map((one) => ({
    id: one.id,
    type: types(one.type),
    area: areas(one.area),
    name: one.name,
    store: one.store,
    quantity: one.quantity,
    enough: one.enough,
    short: one.quantity < one.enough,
  }))
}

/** Spare parts of the area, what is short first; five hundred at most, which no city's stores exceed. */
export async function listSpares(
  ctx: Context,
  filter: { readonly area?: string | undefined; readonly type?: string | undefined },
): Promise<z.infer<typeof SparePage>> {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const where = [within(narrowed(scopesOf(ctx.actor), filter.area), 'area', bind)]
  if (filter.type !== undefined) where.push(`type = ${bind(filter.type.replace(/^C/, ''))}`)
  const found = await ctx.db.query<Spare>({
    text: `select * from components.spare where ${where.join(' and ')} order by quantity < enough desc, type, name, store limit 500`,
    values,
  })
  return { items: await rowsOf(ctx, found) }
}

interface StepRow {
  readonly change: number
  readonly because: StockReason | 'begun'
  readonly code: string | null
  readonly at: Date
  readonly post: string | null
}

/** One kind of spare parts with what came and went, newest first. @throws Refusal `component.no-spare` (404) */
export async function spareView(ctx: Context, id: string): Promise<z.infer<typeof SpareView>> {
  const spare = await loadSpare(ctx, id)
  const steps = await ctx.db.query<StepRow>({
    name: 'component.spare-steps',
    text: `select s.change, s.because, c.code, s.at, s.post from components.spare_step s
      left join components.component c on c.region = s.region and c.id = s.component_id
      where s.region = $1 and s.spare_id = $2 order by s.seq desc limit 200`,
    values: [spare.region, spare.id],
  })
  const cards = await postCards(ctx)
  const [row] = await rowsOf(ctx, [spare])
  if (!row) throw new Error('one row was asked for')
  return {
    ...row,
    version: spare.version,
    steps: steps.map((one) => ({
      at: one.at.toISOString(),
      change: one.change,
      because: stockSay[one.because],
      code: one.code,
      by: cards(one.post),
    })),
  }
}
