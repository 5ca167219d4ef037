import type { Context } from '#platform/context'
import { newId, regionOf } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { handlerPosts } from '#modules/orgs'
import type { Case } from '../domain/case.ts'
import type { CaseMatter, OrderMatter } from '../domain/moves/matter.ts'
import type { Order } from '../domain/order.ts'
import { sees } from '../domain/policy.ts'
import { caseKind, orderKind } from './kinds.ts'

const kinds = { case: caseKind, order: orderKind }

function missing(): Error {
  return refuse('missing', 'case.missing', {
    zh: '没有找到这件事，或您不能查看。',
    en: 'This matter does not exist, or is not yours to see.',
  })
}

interface Loaded extends Case {
  readonly wrapped: Buffer | null
  readonly orders: readonly Order[]
}

const select = `select c.*, s.wrapped, coalesce((select json_agg(o order by o.id) from cases.work_order o where o.region = c.region and o.case_id = c.id), '[]') as orders
  from cases."case" c left join vault.subject s on s.region = c.subject_region and s.id = c.subject_id`

async function matterFrom(ctx: Context, row: Loaded | undefined): Promise<CaseMatter> {
  if (!row) throw missing()
  const { wrapped, orders, ...noun } = row
  if (
    !sees(
      ctx.actor,
      noun,
      orders.map((order) => order.unit),
    )
  )
    throw missing()
  const units = await handlerPosts(ctx)
  return { noun, orders, kinds, key: ctx.city.vault.unwrap(wrapped), newId: (region) => newId(region, ctx.now), handlerPost: units }
}

/** A case with its orders, as this actor may see it. @throws Refusal `case.missing` (404) */
export async function loadCase(ctx: Context, id: string): Promise<CaseMatter> {
  const region = regionOf(id)
  if (region === null) throw missing()
  const [row] = await ctx.db.query<Loaded>({ name: 'case.load', text: `${select} where c.region = $1 and c.id = $2`, values: [region, id] })
  return matterFrom(ctx, row)
}

/** An order with its case. @throws Refusal `case.missing` (404) */
export async function loadOrder(ctx: Context, id: string): Promise<OrderMatter> {
  const region = regionOf(id)
  if (region === null) throw missing()
  const [row] = await ctx.db.query<Loaded>({
    name: 'order.load',
    text: `${select} where c.region = $1 and c.id = (select case_id from cases.work_order where region = $1 and id = $2)`,
    values: [region, id],
  })
  const whole = await matterFrom(ctx, row)
  const noun = whole.orders.find((order) => order.id === id)
  if (!noun) throw missing()
  return { noun, key: whole.key, whole }
}

/** The id of the case with this number, or null. The number names its region, so one index answers. */
export async function findByNumber(ctx: Context, number: string): Promise<string | null> {
  const rows = await ctx.db.query<{ id: string }>({
    name: 'case.by-number',
    text: 'select id from cases."case" where number = $1 and region = $2',
    values: [number, number.slice(0, 6)],
  })
  return rows[0]?.id ?? null
}

/** The ids of cases whose printed code has this hash. */
export async function findByCode(ctx: Context, hash: Buffer): Promise<string[]> {
  const rows = await ctx.db.query<{ id: string }>({
    name: 'case.by-code',
    text: 'select id from cases."case" where code_hash = $1 limit 2',
    values: [hash],
  })
  return rows.map((row) => row.id)
}
