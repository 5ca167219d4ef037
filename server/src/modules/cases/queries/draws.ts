import type { z } from 'zod'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { lotOf } from '../lot.ts'
import type { DrawPage, DrawsView } from '../http/draw-routes.ts'
import { namesFor } from './names.ts'

/** Weeks of the past that the public page shows; the seeds of all are kept. */
const shownWeeks = 104

interface PeriodRow {
  readonly period: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly reveal_at: Date
  readonly commitment: Buffer
  readonly committed_at: Date
  readonly seed: Buffer | null
  readonly revealed_at: Date | null
  readonly silent: number | null
  readonly drawn: number | null
}

const periodView = (row: PeriodRow) => ({
  period: row.period,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  revealAt: row.reveal_at.toISOString(),
  commitment: row.commitment.toString('hex'),
  committedAt: row.committed_at.toISOString(),
  seed: row.seed?.toString('hex') ?? null,
  revealedAt: row.revealed_at?.toISOString() ?? null,
  silent: row.silent,
  drawn: row.drawn,
})

/** The draw as anybody may check it: the hash of every seed, published seeds, shares of areas. Nothing about a matter. */
export async function publicDraws(ctx: Context): Promise<z.infer<typeof DrawsView>> {
  const periods = await ctx.db.query<PeriodRow>({
    name: 'draws.periods',
    text: `select * from cases.callback_period where starts_at > $1::timestamptz - interval '${shownWeeks} weeks' order by starts_at desc`,
    values: [ctx.now],
  })
  const shares = await ctx.db.query<{ scope: string; from_period: string; percent: number }>({
    name: 'draws.shares',
    text: 'select scope, from_period, percent from cases.callback_share order by scope, from_period desc',
    values: [],
  })
  const names = await namesFor(ctx, { areas: shares.map((one) => one.scope) })
  return {
    now: ctx.now.toISOString(),
    periods: periods.map(periodView),
    shares: shares.map((one) => ({ area: names.area(one.scope), fromPeriod: one.from_period, percent: one.percent })),
  }
}

interface DrawRow {
  readonly case_id: string
  readonly number: string
  readonly area: string
  readonly percent: number
  readonly at: Date
  readonly drawn: boolean | null
}

export interface DrawFilter {
  readonly area?: string | undefined
  readonly drawn?: boolean | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/**
 * The numbers that took part in a week, by number (index callback_draw_period), within the supervisor's areas. Whether one was drawn, and
 * its lot, are there once the seed is published.
 * @throws Refusal `case.no-such-draw` (404)
 */
export async function drawPage(ctx: Context, period: string, filter: DrawFilter): Promise<z.infer<typeof DrawPage>> {
  const [row] = await ctx.db.query<PeriodRow>({
    name: 'draws.period',
    text: 'select * from cases.callback_period where period = $1',
    values: [period],
  })
  if (!row) throw refuse('missing', 'case.no-such-draw', { zh: '没有这一周的抽签。', en: 'There is no draw of this week.' })
  const limit = filter.limit ?? 100
  const prefixes = ctx.actor.posts.filter((post) => post.role === 'supervisor').flatMap((post) => [post.area, ...(post.areas ?? [])])
  const rows = await ctx.db.query<DrawRow>({
    name: 'draws.page',
    text: `select case_id, number, area, percent, at, drawn from cases.callback_draw
      where period = $1 and number > $2 and area like any($3::text[]) and area like $4 and ($5::bool is null or drawn = $5)
      order by number limit $6`,
    values: [
      period,
      filter.after ?? '',
      prefixes.map((prefix) => `${prefix}%`),
      `${(filter.area ?? '').replace(/(000)+$/, '')}%`,
      row.seed === null ? null : (filter.drawn ?? null),
      limit + 1,
    ],
  })
  const page = rows.slice(0, limit)
  const names = await namesFor(ctx, { areas: page.map((one) => one.area) })
  const { seed } = row
  return {
    ...periodView(row),
    items: page.map((one) => ({
      id: one.case_id,
      number: one.number,
      area: names.area(one.area),
      percent: one.percent,
      at: one.at.toISOString(),
      lot: seed && lotOf(seed, one.number),
      drawn: seed ? one.drawn : null,
    })),
    next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  }
}
