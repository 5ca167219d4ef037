import type { z } from 'zod'
import type { Context } from '#platform/context'
import { regionOf } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { gramsOf } from '../domain/grams.ts'
import { nearest, type Precedent } from '../domain/precedent.ts'
import { reach } from '../domain/policy.ts'
import type { PrecedentView } from '../http/precedent-views.ts'
import { namesFor } from './names.ts'
import { returnReasonSay } from './reason-words.ts'

const columns = 'p.id, p.case_id, p.category, p.area, p.severity, p.unit, p.reason, p.decision, p.decided, p.relieved, p.words, p.ruled_at'

/** A later ruling on a like matter of the same county that said the opposite about the same unit: indexes precedent_relieved, precedent_decided. */
const opposite = `left join lateral (
    select o.id, o.ruled_at from cases.precedent o
    where o.category = p.category and o.ruled_at > p.ruled_at and left(o.area, 6) = left(p.area, 6)
      and (o.relieved = p.decided or o.decided = p.relieved)
    order by o.ruled_at desc limit 1) opposed on true`

interface Row extends Precedent {
  readonly opposed_by: string | null
  readonly opposed_at: Date | null
}

const select = `select ${columns}, opposed.id as opposed_by, opposed.ruled_at as opposed_at from found p ${opposite}`

/** The numbers of the matters that were ruled on, by their ids. */
export async function numbersOf(ctx: Context, rows: readonly Pick<Precedent, 'case_id'>[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map((row) => row.case_id)
  const found = await ctx.db.query<{ id: string; number: string }>({
    name: 'precedent.numbers',
    text: 'select c.id, c.number from unnest($1::text[], $2::uuid[]) as w(region, id) join cases."case" c on c.region = w.region and c.id = w.id',
    values: [ids.map((id) => regionOf(id) ?? ''), ids],
  })
  return new Map(found.map((row) => [row.id, row.number]))
}

/** Rows as staff read them; the matter opens for those who may see it. */
async function views(ctx: Context, rows: readonly Row[]): Promise<z.infer<typeof PrecedentView>[]> {
  const names = await namesFor(ctx, { areas: rows.map((row) => row.area), categories: rows.map((row) => row.category) })
  const { prefixes } = reach(ctx.actor)
  const numbers = await numbersOf(ctx, rows)
  return rows.map((row) => ({
    id: row.id,
    category: names.category(row.category),
    area: names.area(row.area),
    severity: row.severity,
    unit: names.unit(row.unit),
    reason: row.reason,
    reasonSay: row.reason === null ? null : returnReasonSay[row.reason],
    decision: row.decision,
    decided: names.unit(row.decided),
    relieved: row.relieved === null ? null : names.unit(row.relieved),
    words: row.words,
    ruledAt: row.ruled_at.toISOString(),
    case: { id: row.case_id, number: numbers.get(row.case_id) ?? null, opens: prefixes.some((area) => row.area.startsWith(area)) },
    opposed: row.opposed_by === null || row.opposed_at === null ? null : { id: row.opposed_by, ruledAt: row.opposed_at.toISOString() },
  }))
}

export interface PrecedentQuery {
  readonly category?: string | undefined
  readonly area?: string | undefined
  readonly unit?: string | undefined
  readonly q?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** `<when>|<id>` of the last ruling of the page before. */
function cursorOf(text: string): { at: string; id: string } {
  const [at = '', id = ''] = text.split('|')
  if (!Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id)) return { at, id }
  throw refuse('malformed', 'list.cursor', {
    zh: '翻页位置不对，请从第一页重新开始。',
    en: 'This is no place in the list; please start again from the first page.',
  })
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (one) => `\\${one}`)
}

/** Rulings bind within a county, and are read by those who have a post there. */
function conditions(ctx: Context, query: PrecedentQuery, bind: (value: unknown) => string): string[] {
  const scopes = ctx.actor.posts.flatMap((post) => [post.area, ...(post.areas ?? [])]).map((area) => `${area.slice(0, 6)}%`)
  const where = [`p.area like any(${bind(scopes)}::text[])`]
  if (query.ids) where.push(`p.id = any(${bind(query.ids)}::uuid[])`)
  if (query.category) where.push(`starts_with(p.category, ${bind(query.category)})`)
  if (query.area) where.push(`starts_with(p.area, ${bind(query.area.replace(/(000)+$/, ''))})`)
  if (query.unit) {
    const unit = bind(query.unit)
    where.push(`(p.decided = ${unit} or p.unit = ${unit})`)
  }
  if (query.q)
    where.push(
      `p.grams @> ${bind(gramsOf(query.q))}::text[] and lower(p.words) like ${bind(`%${escapeLike(query.q.trim().toLowerCase())}%`)}`,
    )
  return where
}

/** The library of rulings, the newest first (index precedent_library, precedent_grams). */
export async function listPrecedents(
  ctx: Context,
  query: PrecedentQuery,
): Promise<{ items: z.infer<typeof PrecedentView>[]; next: string | null }> {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value)}`
  const where = conditions(ctx, query, bind)
  const limit = query.limit ?? 50
  if (query.after) {
    const { at, id } = cursorOf(query.after)
    where.push(`(p.ruled_at < ${bind(at)}::timestamptz or (p.ruled_at = ${bind(at)}::timestamptz and p.id > ${bind(id)}::uuid))`)
  }
  const rows = await ctx.db.query<Row>({
    text: `with found as (select * from cases.precedent p where ${where.join(' and ')} order by p.ruled_at desc, p.id limit ${bind(limit + 1)})
      ${select} order by p.ruled_at desc, p.id`,
    values,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: await views(ctx, page), next: rows.length > limit && last ? `${last.ruled_at.toISOString()}|${last.id}` : null }
}

/** How many rulings are shown beside a matter, and how many of its class are looked through for the nearest. */
const shown = 3
const lookedThrough = 100

/** Earlier rulings in matters like this one, the nearest place first (index precedent_category). */
export async function likeRulings(
  ctx: Context,
  about: { readonly id: string; readonly category: string; readonly area: string },
): Promise<{ items: z.infer<typeof PrecedentView>[]; count: number }> {
  const rows = await ctx.db.query<Row>({
    name: 'precedent.like',
    text: `with found as (select * from cases.precedent where category = $1 order by ruled_at desc limit ${lookedThrough})
      ${select} where left(p.area, 6) = left($2, 6) and p.case_id <> $3`,
    values: [about.category, about.area, about.id],
  })
  const near = nearest(rows, about.area, shown)
  return { items: await views(ctx, near), count: rows.length }
}

/** Rulings by their ids, the newest first; ids of none are left out. */
export async function precedentsByIds(ctx: Context, ids: readonly string[]): Promise<readonly Row[]> {
  return ctx.db.query<Row>({
    name: 'precedent.by-ids',
    text: `with found as (select * from cases.precedent where id = any($1::uuid[])) ${select} order by p.ruled_at desc, p.id`,
    values: [ids],
  })
}
