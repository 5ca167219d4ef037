import type { Context } from '#platform/context'
import { gramsOf } from '../domain/grams.ts'
import { readNumber } from '../domain/number.ts'
import { type Bind, heldBy, reachParts, within } from './reach.ts'

export interface CaseFilter {
  readonly state?: string | undefined
  readonly area?: string | undefined
  readonly category?: string | undefined
  readonly unit?: string | undefined
  readonly channel?: string | undefined
  readonly q?: string | undefined
  readonly due?: 'late' | 'soon' | undefined
  readonly supervised?: boolean | undefined
  readonly order?: 'new' | 'due' | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** A day before it is due, a matter is due soon. */
export const soonMs = 86_400_000

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (one) => `\\${one}`)
}

/** What holds of matters in which these characters stand. Two are one pair, which the index finds exactly; more are looked at again. */
export function matching(q: string, bind: Bind): string {
  const grams = gramsOf(q)
  const paired = `c.grams @> ${bind(grams)}::text[]`
  return grams.length < 2
    ? paired
    : `${paired} and position(${bind(q.trim().toLowerCase())} in lower(c.text || ' ' || coalesce(c.place_words, ''))) > 0`
}

/** What was searched for: a number, which names its county, or characters. */
function searched(q: string, bind: Bind): string {
  const number = readNumber(q)
  return number ? `c.region = ${bind(number.slice(0, 6))} and c.number = ${bind(number)}` : matching(q, bind)
}

/** The conditions of a list's filters, without those of what the person may see. */
export function filtered(ctx: Context, filter: CaseFilter, bind: Bind): string[] {
  const where: string[] = []
  if (filter.state) where.push(`c.state = any(${bind(filter.state.split(','))}::text[])`)
  if (filter.area) where.push(within(filter.area.replace(/(000)+$/, ''), bind))
  if (filter.category) where.push(`c.category like ${bind(`${escapeLike(filter.category)}%`)}`)
  if (filter.unit) where.push(heldBy(filter.unit, bind))
  if (filter.channel) where.push(`c.channel = ${bind(filter.channel)}`)
  if (filter.supervised) where.push('c.supervised is not null')
  if (filter.due) where.push("c.state <> 'merged'")
  if (filter.due === 'late') where.push(`c.due_at < ${bind(ctx.now)}`)
  if (filter.due === 'soon') where.push(`c.due_at >= ${bind(ctx.now)} and c.due_at < ${bind(new Date(ctx.now.getTime() + soonMs))}`)
  if (filter.q) where.push(searched(filter.q, bind))
  return where
}

/** Builds the conditions of a reading; every reading of cases goes through `reach`. */
export function conditions(ctx: Context, filter: CaseFilter): { where: string[]; values: unknown[] } {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const parts = reachParts(ctx, bind)
  return { where: [parts.length === 0 ? 'false' : `(${parts.join(' or ')})`, ...filtered(ctx, filter, bind)], values }
}

/**
 * The statement of one page in the order of `order`: each part of what the person may see along its own index, the pages joined.
 * `beyond` says where the page begins; `columns` are of `c`.
 */
export function pageOfCases(
  ctx: Context,
  filter: CaseFilter,
  columns: string,
  page: { readonly order: string; readonly beyond: (bind: Bind) => string[]; readonly limit: number },
): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const parts = reachParts(ctx, bind)
  const rest = [...filtered(ctx, filter, bind), ...page.beyond(bind)]
  const limit = bind(page.limit)
  const ends = `order by ${page.order} limit ${limit}`
  const of = (part: string, what: string): string => `select ${what} from cases."case" c where ${[part, ...rest].join(' and ')} ${ends}`
  if (parts.length < 2) return { text: of(parts[0] ?? 'false', columns), values }
  const keys = parts.map((part) => `(${of(part, 'c.region, c.id')})`).join(' union ')
  return { text: `select ${columns} from (${keys}) k join cases."case" c on c.region = k.region and c.id = k.id ${ends}`, values }
}
