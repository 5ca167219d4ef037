import type { z } from 'zod'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { caseFlow } from '../domain/case-flow.ts'
import { orderCounters } from '../domain/figures/counters.ts'
import { orderPromises } from '../domain/figures/promises.ts'
import { orderFlow } from '../domain/order-flow.ts'
import type { CaseRow } from '../http/views.ts'
import { namesFor } from './names.ts'
import { rowColumns, rowViews } from './list.ts'
import { reachParts, within } from './reach.ts'

/** Counters of orders: what counts there is an order, so that a matter may appear with several. */
const ofOrders: ReadonlySet<string> = new Set([
  ...orderCounters,
  ...orderPromises.flatMap((promise) => [`${promise}Due`, `${promise}Kept`]),
])

/** Which matters a figure counts: those with the counter `has`, without those with `lacks`. Months are first days, both included. */
export interface Behind {
  readonly has: string
  readonly lacks: string | null
  readonly area: string
  readonly unit?: string | undefined
  readonly category?: string | undefined
  readonly channel?: string | undefined
  readonly from: string
  readonly to: string
  readonly after?: string | undefined
  readonly limit: number
}

interface Part {
  readonly key: string
  readonly order_unit: string | null
  readonly order_state: string | null
}

export type RowBehind = z.infer<typeof CaseRow> & { readonly order: { unit: string; stateSay: { zh: string; en: string } } | null }

/** The first day of the next month. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}

function where(ctx: Context, asked: Behind, n: string, unitColumn: string, bind: (value: unknown) => string): string[] {
  const like = (text: string): string => bind(`${text.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`)
  const counted = (name: string): string => `coalesce((${n}.tally -> 'n' ->> ${bind(name)})::int, 0) > 0`
  return [
    `(${reachParts(ctx, bind).join(' or ') || 'false'})`,
    n === 'c' ? within(asked.area, bind) : `${n}.area like ${like(asked.area)}`,
    `${n}.reported_at >= ${bind(`${asked.from}T00:00:00+08:00`)}::timestamptz`,
    `${n}.reported_at < ${bind(`${monthAfter(asked.to)}T00:00:00+08:00`)}::timestamptz`,
    counted(asked.has),
    ...(asked.lacks === null ? [] : [`not ${counted(asked.lacks)}`]),
    ...(asked.unit === undefined ? [] : [`${n}.${unitColumn} = ${bind(asked.unit)}`]),
    ...(asked.category === undefined ? [] : [`${n}.category like ${like(asked.category)}`]),
    ...(asked.channel === undefined ? [] : [`${n}.channel = ${bind(asked.channel)}`]),
  ]
}

function checkedCursor(after: string): string {
  if (/^[0-9a-f-]{36}$/.test(after)) return after
  throw refuse('malformed', 'list.cursor', {
    zh: '翻页位置不对，请从第一页重新开始。',
    en: 'This is no place in the list; please start again from the first page.',
  })
}

/** The rows that a figure counts, newest first: exactly as many as its n says, for whoever may see the figure. */
export async function rowsBehind(ctx: Context, asked: Behind): Promise<{ items: RowBehind[]; next: string | null }> {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value)}`
  const orders = ofOrders.has(asked.has)
  const n = orders ? 'o' : 'c'
  const conditions = where(ctx, asked, n, orders ? 'unit' : 'lead_unit', bind)
  if (asked.after) conditions.push(`${n}.id < ${bind(checkedCursor(asked.after))}::uuid`)
  const from = orders ? 'cases.work_order o join cases."case" c on c.region = o.region and c.id = o.case_id' : 'cases."case" c'
  const part = orders ? 'o.id as key, o.unit as order_unit, o.state as order_state' : 'c.id as key, null as order_unit, null as order_state'
  const rows = await ctx.db.query<Part & Parameters<typeof rowViews>[1][number]>({
    text: `select ${rowColumns}, ${part} from ${from} where ${conditions.join(' and ')} order by ${n}.id desc limit ${bind(asked.limit + 1)}`,
    values,
  })
  const page = rows.slice(0, asked.limit)
  const names = await namesFor(ctx, {})
  const views = await rowViews(ctx, page)
  return {
    items: views.map((view, at) => {
      const { order_unit: unit, order_state: state } = page[at] as Part
      const stateSay = (state && (orderFlow.states[state]?.say ?? caseFlow.states[state]?.say)) || { zh: state ?? '', en: state ?? '' }
      return { ...view, order: unit === null ? null : { unit: names.unit(unit).name, stateSay } }
    }),
    next: rows.length > asked.limit ? (page.at(-1)?.key ?? null) : null,
  }
}
