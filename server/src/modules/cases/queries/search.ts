import type { Context } from '#platform/context'
import { type CaseFilter, filtered, matching, pageOfCases } from './conditions.ts'
import { type Bind, reachParts } from './reach.ts'

/** So many of the newest are looked at one by one, ms each in the thousandths: what is frequent is found among them. */
const looked = 2000
/** Days of ids that the index of pairs is asked for at a time, the newest first; then everything older. */
const windows = [30, 180, 720] as const
const dayMs = 86_400_000

/** The smallest id of an instant: its 48 bits of milliseconds. */
function idAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/** Matches among the newest of all that the other filters let through. */
function amongNewest(ctx: Context, filter: CaseFilter & { q: string }, columns: string, before: string | null, limit: number) {
  const { q, ...others } = filter
  const beyond = (bind: Bind): string[] => (before === null ? [] : [`c.id < ${bind(before)}::uuid`])
  const { text, values } = pageOfCases(ctx, others, 'c.*', { order: 'c.id desc', beyond, limit: looked })
  const bind: Bind = (value) => `$${values.push(value)}`
  const match = matching(q, bind)
  return { text: `select ${columns} from (${text}) c where ${match} order by c.id desc limit ${bind(limit)}`, values }
}

/** Matches with ids from `from` to below `before`, found by the index of pairs (case_grams) and only then put in order. */
function between(ctx: Context, filter: CaseFilter, columns: string, from: string, before: string | null, limit: number) {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const parts = reachParts(ctx, bind)
  const where = [parts.length === 0 ? 'false' : `(${parts.join(' or ')})`, ...filtered(ctx, filter, bind), `c.id >= ${bind(from)}::uuid`]
  if (before !== null) where.push(`c.id < ${bind(before)}::uuid`)
  const found = `select ${columns} from cases."case" c where ${where.join(' and ')}`
  return { text: `with found as materialized (${found}) select * from found order by id desc limit ${bind(limit)}`, values }
}

/**
 * One page of what was searched for, newest first. Frequent characters are found by looking at the newest matters, rare ones by the index of
 * pairs; characters of another season are looked for from window to window, so that neither way reads all that ever matched.
 */
export async function searchCases<Row extends { readonly id: string }>(
  ctx: Context,
  filter: CaseFilter & { q: string },
  columns: string,
  before: string | null,
  limit: number,
): Promise<Row[]> {
  const newest = await ctx.db.query<Row>(amongNewest(ctx, filter, columns, before, limit))
  if (newest.length >= limit) return newest
  const rows: Row[] = []
  const begin = before === null ? ctx.now.getTime() : timeOf(before)
  let end = before
  for (const days of [...windows, Number.POSITIVE_INFINITY]) {
    const from = idAt(begin - days * dayMs)
    rows.push(...(await ctx.db.query<Row>(between(ctx, filter, columns, from, end, limit - rows.length))))
    if (rows.length >= limit) break
    end = from
  }
  return rows
}
