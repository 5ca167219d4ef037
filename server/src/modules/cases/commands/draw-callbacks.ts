import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Week, weekOf, weeksAhead, isBelow } from '../domain/draw.ts'
import { commitmentOf, lotOf, seedOf } from '../lot.ts'
import { forgetSettings } from '../settings.ts'

async function writeWeeks(ctx: Context, weeks: readonly Week[], committedAt: (week: Week) => Date): Promise<number> {
  const rows = weeks.map((week) => ({
    period: week.period,
    starts_at: week.startsAt,
    ends_at: week.endsAt,
    reveal_at: week.revealAt,
    commitment: `\\x${commitmentOf(seedOf(ctx.city.vault, week.period)).toString('hex')}`,
    committed_at: committedAt(week),
  }))
  const made = await ctx.db.query<{ period: string }>({
    name: 'draw.commit',
    text: `insert into cases.callback_period (period, starts_at, ends_at, reveal_at, commitment, committed_at)
      select period, starts_at, ends_at, reveal_at, commitment, committed_at from jsonb_populate_recordset(null::cases.callback_period, $1::jsonb)
      on conflict (period) do nothing returning period`,
    values: [JSON.stringify(rows)],
  })
  if (made.length > 0) forgetSettings(ctx)
  return made.length
}

/** Commits to the seeds of the coming weeks, each before its week begins. Gives how many were new. */
export function commitSeeds(ctx: Context): Promise<number> {
  const weeks = Array.from({ length: weeksAhead }, (_, n) => weekOf(ctx.now, n + 1))
  return writeWeeks(ctx, weeks, () => ctx.now)
}

/** The draw of a past that is invented: for the demonstration, whose whole history is. One area has only a share of reporters called. */
export async function inventDraw(ctx: Context, weeks: number, share: { readonly scope: string; readonly percent: number }): Promise<void> {
  const past = Array.from({ length: weeks + 1 }, (_, n) => weekOf(ctx.now, -n))
  await ctx.db.query({
    name: 'draw.invented-share',
    text: 'insert into cases.callback_share (scope, from_period, percent, decided_at) values ($1, $2, $3, $4) on conflict do nothing',
    values: [share.scope, past.at(-1)?.period, share.percent, past.at(-1)?.startsAt],
  })
  await writeWeeks(ctx, past, (week) => weekOf(week.startsAt, -weeksAhead).startsAt)
}

const atOnce = 1000

/** Writes beside the numbers of a week which of them were drawn; goes on where a stopped run left off. */
async function markDrawn(ctx: Context, period: string, seed: Buffer): Promise<void> {
  for (;;) {
    const rows = await ctx.db.query<{ region: string; case_id: string; number: string; percent: number }>({
      name: 'draw.unmarked',
      text: `select region, case_id, number, percent from cases.callback_draw where period = $1 and drawn is null limit ${atOnce}`,
      values: [period],
    })
    if (rows.length === 0) return
    await ctx.db.query({
      name: 'draw.mark',
      text: `update cases.callback_draw d set drawn = m.drawn from unnest($1::text[], $2::uuid[], $3::bool[]) as m(region, case_id, drawn)
        where d.region = m.region and d.case_id = m.case_id and d.period = $4`,
      values: [
        rows.map((row) => row.region),
        rows.map((row) => row.case_id),
        rows.map((row) => isBelow(lotOf(seed, row.number), row.percent)),
        period,
      ],
    })
  }
}

/** Publishes the seeds of weeks whose draw is over, with how many took part and were drawn. Gives the weeks. */
export async function revealSeeds(ctx: Context): Promise<string[]> {
  const due = await ctx.db.query<{ period: string }>({
    name: 'draw.due',
    text: 'select period from cases.callback_period where seed is null and reveal_at <= $1 order by period',
    values: [ctx.now],
  })
  for (const { period } of due) {
    const seed = seedOf(ctx.city.vault, period)
    await markDrawn(ctx, period, seed)
    await ctx.db.query({
      name: 'draw.reveal',
      text: `update cases.callback_period p set seed = $2, revealed_at = $3, silent = n.silent, drawn = n.drawn
        from (select count(*) as silent, count(*) filter (where drawn) as drawn from cases.callback_draw where period = $1) n
        where p.period = $1 and p.seed is null`,
      values: [period, seed, ctx.now],
    })
    await audit(ctx, { action: 'callback.revealed', object: { kind: 'callbackPeriod', id: period }, facts: {} })
  }
  return due.map((one) => one.period)
}

/** Keeps the draw going: commits ahead, publishes what is over. */
export async function tendDraw(ctx: Context): Promise<void> {
  await commitSeeds(ctx)
  await revealSeeds(ctx)
}
