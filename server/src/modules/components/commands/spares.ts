import { type Context, holds } from '#platform/context'
import { brokenConstraint } from '#platform/db'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { countyOf, findArea } from '#modules/areas'
import { findCategory } from '#modules/catalogue'
import { readCode } from '../domain/code.ts'
import { keepers, readers } from '../domain/component-flow.ts'
import { fits, type StockReason } from '../domain/spare.ts'
import { loadSpare, type Spare } from '../sql/spares.ts'
import { findByCode } from '../sql/store.ts'

export interface NewSpare {
  readonly area: string
  readonly type: string
  readonly name: string
  readonly store: string
  readonly quantity: number
  readonly enough: number
}

export interface StockChange {
  readonly change: number
  readonly because: StockReason
  /** The component for which they were used. */
  readonly code?: string | undefined
}

/** The post by which somebody keeps the stores of an area. @throws Refusal `component.not-yours` (403) */
function keeperOf(ctx: Context, area: string): string {
  if (ctx.actor.kind === 'system') return 'system'
  const post = holds(ctx.actor, keepers, area)
  if (post) return post.id
  throw refuse('forbidden', 'component.not-yours', { zh: '这里不在您的管辖范围内。', en: 'This lies outside the area of your post.' })
}

async function step(ctx: Context, spare: Spare, change: number, because: string, component: string | null, post: string): Promise<void> {
  await ctx.db.query({
    name: 'component.spare-step',
    text: `insert into components.spare_step (region, spare_id, seq, change, because, component_id, at, actor_id, post) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [spare.region, spare.id, spare.version, change, because, component, ctx.now, ctx.actor.id, post],
  })
}

/**
 * Enters spare parts of a type in a store. By a keeper of components of the area; the caller's transaction holds both rows together.
 * @throws Refusal `component.not-yours` (403), `component.type`, `component.no-area` (422), `component.spare-known` (409)
 */
export async function enterSpare(ctx: Context, given: NewSpare): Promise<Spare> {
  const area = await findArea(ctx, given.area)
  if (!area)
    throw refuse('invalid', 'component.no-area', { zh: '没有这个区域，请重新选择。', en: 'There is no such area; please choose again.' })
  const post = keeperOf(ctx, area.code)
  const type = given.type.replace(/^C/, '')
  if (!(await findCategory(ctx, `C${type}`)))
    throw refuse('invalid', 'component.type', {
      zh: '请在目录里选部件的类型。',
      en: 'Please choose the type of the component from the catalogue.',
    })
  const region = await countyOf(ctx, area.code)
  const made: Spare = { ...given, type, area: area.code, region, id: newId(region, ctx.now), version: 1 }
  try {
    await ctx.db.query({
      name: 'component.spare-enter',
      text: 'insert into components.spare (region, id, version, area, type, name, store, quantity, enough) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)',
      values: [region, made.id, made.area, type, made.name, made.store, made.quantity, made.enough],
    })
  } catch (error) {
    if (brokenConstraint(error) !== 'spare_once') throw error
    throw refuse('conflict', 'component.spare-known', {
      zh: '这个仓库已经登记了这种备件，请改它的数量。',
      en: 'This store has these parts already; change their number instead.',
    })
  }
  await step(ctx, made, made.quantity, 'begun', null, post)
  return made
}

async function usedFor(ctx: Context, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null
  const read = readCode(code)
  const found = typeof read === 'string' ? null : await findByCode(ctx.db, read.code)
  if (found && holds(ctx.actor, readers, found.area)) return found.id
  throw refuse('invalid', 'component.no-such-code', {
    zh: '没有这个标识码的部件，请核对。',
    en: 'There is no component with this code; please check it.',
  })
}

/**
 * Takes spare parts out of a store or puts some in; never fewer than none. Writers wait for each other, so the sum is right whoever is first.
 * @throws Refusal `component.no-spare` (404), `component.not-yours` (403), `component.stock-way`, `component.no-such-code` (422), `component.stock-short` (409)
 */
export async function changeStock(ctx: Context, id: string, { change, because, code }: StockChange): Promise<Spare> {
  const spare = await loadSpare(ctx, id, true)
  const post = keeperOf(ctx, spare.area)
  if (!fits(because, change))
    throw refuse('invalid', 'component.stock-way', {
      zh: '买进、退回填正数，用掉、报废填负数。',
      en: 'Bought and returned are positive numbers, used and scrapped negative ones.',
    })
  if (spare.quantity + change < 0)
    throw refuse('conflict', 'component.stock-short', {
      zh: `仓库里只有 ${spare.quantity} 个，不够。`,
      en: `The store holds only ${spare.quantity}.`,
    })
  const component = await usedFor(ctx, code)
  const after: Spare = { ...spare, quantity: spare.quantity + change, version: spare.version + 1 }
  await ctx.db.query({
    name: 'component.spare-stock',
    text: 'update components.spare set quantity = $3, version = $4 where region = $1 and id = $2',
    values: [spare.region, spare.id, after.quantity, after.version],
  })
  await step(ctx, after, change, because, component, post)
  return after
}
