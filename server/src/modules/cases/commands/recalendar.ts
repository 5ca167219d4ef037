import { type Calendar, calendarChangedAt, loadCalendar } from '#platform/calendar'
import type { Context } from '#platform/context'
import { sqlState } from '#platform/db'
import { type Flow, type Matter, type Moving, type Noun, Plan, recalendar, record } from '#mechanisms/flow'
import type { Case } from '../domain/case.ts'
import { caseFlow } from '../domain/case-flow.ts'
import { type CaseMatter, finishOf } from '../domain/moves/matter.ts'
import { isOpenOrder } from '../domain/order.ts'
import { orderFlow } from '../domain/order-flow.ts'
import { orderKind } from '../sql/kinds.ts'
import { movingCase, movingOrder } from './move-case.ts'

const page = 500
const tries = 3

/** Units' lists show the new promise of the case. */
function passOn(plan: Plan, { orders }: CaseMatter, after: Case): void {
  for (const order of orders.filter(isOpenOrder)) plan.touch(orderKind, order, { finish_by: finishOf(after) })
}

/** Counts the open promises of one noun anew, through a trace that says so; closed ones keep what was true then. False when none moved. */
async function recount<N extends Noun, M extends Matter<N>>(
  ctx: Context,
  moving: Moving<N, M>,
  id: string,
  calendar: Calendar,
  also: (plan: Plan, matter: M, after: N) => void,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const matter = await moving.load(ctx, id)
    const decided = await moving.settings(ctx)
    const settings = (noun: Noun) => ({ ...decided(noun), calendar })
    const moment = { now: ctx.now, actor: ctx.actor, settings: settings(matter.noun) }
    const decision = recalendar(moving.kind.flow, matter.noun, moment)
    if (!decision) return false
    const plan = new Plan(moment, settings, matter.key)
    plan.take(moving.kind, matter.noun, decision)
    also(plan, matter, decision.noun)
    try {
      await record({ ...ctx, once: null }, plan, { status: 200, made: id })
      return true
    } catch (error) {
      if (sqlState(error) !== 'LL409' || attempt >= tries) throw error
    }
  }
}

const finals = <N extends Noun>({ states }: Flow<N>): string[] => Object.keys(states).filter((name) => states[name]?.final)

async function openIds(
  ctx: Context,
  table: string,
  closed: readonly string[],
  after: { region: string; id: string } | null,
): Promise<{ region: string; id: string }[]> {
  return ctx.db.query({
    name: `recalendar.${table}`,
    text: `select region, id from ${table} where state <> all($1::text[]) and ($2::text is null or (region, id) > ($2, $3::uuid)) order by region, id limit ${page}`,
    values: [closed, after?.region ?? null, after?.id ?? null],
  })
}

/** Counts every open promise of cases and orders anew by this calendar; gives how many nouns it moved. */
export async function recalendarAll(ctx: Context, calendar: Calendar): Promise<number> {
  let moved = 0
  const kinds = [
    { table: 'cases."case"', closed: finals(caseFlow), run: (id: string) => recount(ctx, movingCase, id, calendar, passOn) },
    { table: 'cases.work_order', closed: finals(orderFlow), run: (id: string) => recount(ctx, movingOrder, id, calendar, () => undefined) },
  ]
  for (const { table, closed, run } of kinds) {
    for (let after: { region: string; id: string } | null = null; ; ) {
      const ids = await openIds(ctx, table, closed, after)
      for (const { id } of ids) if (await run(id)) moved++
      after = ids.at(-1) ?? null
      if (ids.length < page) break
    }
  }
  return moved
}

interface Done {
  /** The change that was counted, ISO 8601. */
  readonly change: string
  /** Counted once more, after every server had read the new calendar. */
  readonly settled: boolean
}

const key = 'cases.recalendared'
/** Another server may still count by the old calendar for a minute after a change. */
const settlesAfterMs = 180_000

/** After a change of the calendar, counts open promises anew: at once, and once more when every server has read it. Does nothing otherwise. */
export async function followCalendar(ctx: Context): Promise<void> {
  const changed = await calendarChangedAt(ctx.db)
  if (!changed) return
  const [row] = await ctx.db.query<{ value: Done }>({
    name: 'recalendar.done',
    text: 'select value from platform.setting where key = $1',
    values: [key],
  })
  const seen = row?.value.change === changed.toISOString()
  const settled = ctx.now.getTime() - changed.getTime() >= settlesAfterMs
  if (seen && (row.value.settled || !settled)) return
  await recalendarAll(ctx, await loadCalendar(ctx.db))
  const done: Done = { change: changed.toISOString(), settled }
  await ctx.db.query({
    name: 'recalendar.mark',
    text: `insert into platform.setting (key, value, changed_at) values ($1, $2, $3) on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
    values: [key, JSON.stringify(done), ctx.now],
  })
}
