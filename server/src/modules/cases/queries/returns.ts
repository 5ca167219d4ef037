import type { z } from 'zod'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { firstIdAt } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { editionsBegun } from '#modules/directory'
import { divided, type Received, type Returned, type ReturnOutcome, returnOutcomeSay, type Share, shares } from '../domain/returns.ts'
import { reach } from '../domain/policy.ts'
import type { ReturnRow, ReturnsReport } from '../http/returns-views.ts'
import { type Names, namesFor } from './names.ts'
import { counties } from './past-matters.ts'
import { returnReasonSay } from './reason-words.ts'

const dayMs = 86_400_000
/** The longest period of one report, in days. */
const longest = 92

export interface ReturnsQuery {
  /** Days in Asia/Shanghai, both included; by default the 30 days up to today. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly unit?: string | undefined
}

interface Period {
  readonly from: string
  readonly to: string
  readonly first: string
  readonly end: string
}

/** Ids carry milliseconds since 1970; nothing is older. */
const earliest = 0

/** @throws Refusal `returns.period` (422) */
function periodOf(ctx: Context, { from, to }: ReturnsQuery): Period {
  const last = to ?? localDate(ctx.now)
  const begin = from ?? localDate(new Date(Date.parse(`${last}T00:00:00+08:00`) - 29 * dayMs))
  const [start, end] = [Date.parse(`${begin}T00:00:00+08:00`), Date.parse(`${last}T00:00:00+08:00`) + dayMs]
  if (end <= start || end - start > longest * dayMs || start < earliest) {
    throw refuse('invalid', 'returns.period', {
      zh: `时间段从前到后，最长 ${longest} 天，不早于 1970 年。`,
      en: `A period ends after it begins, has ${longest} days at most and begins no earlier than 1970.`,
    })
  }
  return { from: begin, to: last, first: firstIdAt(new Date(start)), end: firstIdAt(new Date(end)) }
}

interface Edition {
  readonly number: number
  readonly validFrom: Date
}

/** Which edition was in force when an order was sent: its place among the beginnings; 0 before the first. */
const edition = 'width_bucket(r.dispatched_at, $6::timestamptz[])'

/**
 * The orders of a period that this person's posts reach: ids begin with their time, so the primary key (for returned ones the index
 * work_order_returned) bounds the period in each county; nothing is read beyond it.
 */
const received = (only: '' | 'and o.returned'): string => `with recursive ${counties},
  received as materialized (
    select o.* from county k cross join lateral (
      select o.region, o.id, o.case_id, o.unit, o.area, o.dispatched_at, o.return_reason, o.state from cases.work_order o
      where o.region = k.region and o.id >= $1 and o.id < $2 ${only}) o
    where k.region is not null and (o.area like any($3::text[]) or o.unit = any($4::text[])) and ($5::text is null or o.unit = $5))`

/** What became of a returned order, by what its traces say (primary key of flow.trace). */
const outcome = `case when ruled.decision = 'redispatch' then 'ruledAway' when ruled.decision = 'insist' then 'ruledHere'
    when r.state = 'objected' then 'objected' when answered.decision = 'redispatch' then 'redispatched'
    when answered.decision = 'insist' then 'insisted' else 'waiting' end`

const decisions = ['answered', 'ruled']
  .map(
    (name) => `left join lateral (select t.facts ->> 'decision' as decision from flow.trace t
      where t.region = r.region and t.noun_id = r.id and t.move = '${name === 'ruled' ? 'rule' : 'answerReturn'}' order by t.seq desc limit 1) ${name} on true`,
  )
  .join('\n')

/** Whoever keeps the directory sees the counts of the whole city; everybody else what their posts reach. */
function bounds(ctx: Context, period: Period, query: ReturnsQuery, editions: readonly Edition[]): unknown[] {
  const { prefixes, units } = reach(ctx.actor)
  const isKeeper = ctx.actor.posts.some((post) => post.role === 'systemAdmin')
  const areas = isKeeper ? ['%'] : prefixes.map((area) => `${area}%`)
  return [period.first, period.end, areas, units, query.unit ?? null, editions.map((one) => one.validFrom)]
}

type Counted<T> = Omit<T, 'edition'> & { readonly bucket: number }

const dated = <T extends { readonly bucket: number }>(rows: readonly T[], editions: readonly Edition[]) =>
  rows.map(({ bucket, ...row }) => ({ ...row, edition: editions[bucket - 1]?.number ?? null }))

const total = (rows: readonly { readonly n: number }[]): number => rows.reduce((sum, row) => sum + row.n, 0)

/**
 * Who returned what: orders that came back against orders received, by unit, class and edition, and why they came back and what became of
 * them (002-74). Units, never persons. @throws Refusal `returns.period` (422)
 */
export async function returnsReport(ctx: Context, query: ReturnsQuery): Promise<z.infer<typeof ReturnsReport>> {
  const period = periodOf(ctx, query)
  const editions = await editionsBegun(ctx)
  const values = bounds(ctx, period, query, editions)
  const all = await ctx.db.query<Counted<Received>>({
    name: 'returns.received',
    text: `${received('')} select r.unit, c.category, ${edition} as bucket, count(*) as n
      from received r join cases."case" c on c.region = r.region and c.id = r.case_id group by 1, 2, 3`,
    values,
  })
  const back = await ctx.db.query<Counted<Returned>>({
    name: 'returns.returned',
    text: `${received('and o.returned')} select r.unit, c.category, ${edition} as bucket, coalesce(r.return_reason, '') as reason, ${outcome} as outcome, count(*) as n
      from received r join cases."case" c on c.region = r.region and c.id = r.case_id ${decisions} group by 1, 2, 3, 4, 5`,
    values,
  })
  const names = await namesFor(ctx, { categories: all.map((row) => row.category) })
  return reportView(period, dated(all, editions), dated(back, editions), names)
}

const reasonSay = (code: string) =>
  code in returnReasonSay ? returnReasonSay[code as keyof typeof returnReasonSay] : { zh: code, en: code }
const outcomeSay = (code: string) => returnOutcomeSay[code as ReturnOutcome]

function reportView(period: Period, all: readonly Received[], back: readonly Returned[], names: Names): z.infer<typeof ReturnsReport> {
  const named = (list: readonly Share[], say: (key: string) => { zh: string; en: string }) =>
    list.map(({ key, n, of }) => ({ key, say: say(key), n, of }))
  const editionSay = (key: string) =>
    key === '' ? { zh: '还没有目录时', en: 'Before the first edition' } : { zh: `第 ${key} 版`, en: `Edition ${key}` }
  return {
    from: period.from,
    to: period.to,
    received: total(all),
    returned: total(back),
    units: named(
      shares(back, all, (row) => row.unit),
      names.unitSay,
    ),
    categories: named(
      shares(back, all, (row) => row.category),
      (code) => names.category(code).name,
    ),
    editions: named(
      shares(back, all, (row) => String(row.edition ?? '')),
      editionSay,
    ),
    reasons: named(
      divided(back, (row) => row.reason),
      reasonSay,
    ),
    outcomes: named(
      divided(back, (row) => row.outcome),
      outcomeSay,
    ),
  }
}

export interface RowsQuery extends ReturnsQuery {
  readonly category?: string | undefined
  readonly edition?: number | undefined
  readonly reason?: string | undefined
  readonly outcome?: ReturnOutcome | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

interface Row {
  readonly id: string
  readonly case_id: string
  readonly number: string
  readonly title: string
  readonly unit: string
  readonly category: string
  readonly reason: string
  readonly outcome: ReturnOutcome
  readonly dispatched_at: Date
  readonly bucket: number
}

/** The returned orders behind a count of the report, newest first. @throws Refusal `returns.period` (422) */
export async function returnRows(ctx: Context, query: RowsQuery): Promise<{ items: z.infer<typeof ReturnRow>[]; next: string | null }> {
  const editions = await editionsBegun(ctx)
  const bucket = query.edition === undefined ? null : editions.findIndex((one) => one.number === query.edition) + 1
  const limit = query.limit ?? 50
  const wanted = [query.category ?? null, bucket, query.reason ?? null, query.outcome ?? null, query.after ?? null, limit + 1]
  const rows = await ctx.db.query<Row>({
    name: 'returns.rows',
    text: `${received('and o.returned')}, told as (
        select r.id, r.case_id, c.number, c.title, r.unit, c.category, coalesce(r.return_reason, '') as reason, ${outcome} as outcome, r.dispatched_at, ${edition} as bucket
        from received r join cases."case" c on c.region = r.region and c.id = r.case_id ${decisions})
      select * from told where ($7::text is null or category = $7) and ($8::int is null or bucket = $8) and ($9::text is null or reason = $9)
        and ($10::text is null or outcome = $10) and ($11::uuid is null or id < $11) order by id desc limit $12`,
    values: [...bounds(ctx, periodOf(ctx, query), query, editions), ...wanted],
  })
  const page = rows.slice(0, limit)
  const names = await namesFor(ctx, { categories: page.map((row) => row.category) })
  const items = page.map((row) => ({
    id: row.id,
    case: { id: row.case_id, number: row.number, title: row.title },
    unit: names.unit(row.unit),
    category: names.category(row.category),
    edition: editions[row.bucket - 1]?.number ?? null,
    reason: { code: row.reason, say: reasonSay(row.reason) },
    outcome: { code: row.outcome, say: outcomeSay(row.outcome) },
    dispatchedAt: row.dispatched_at.toISOString(),
  }))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
