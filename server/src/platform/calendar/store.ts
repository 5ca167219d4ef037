import { auditIn } from '../audit/entry.ts'
import type { Context } from '../context.ts'
import { type Db, statement } from '../db.ts'
import { onceIn } from '../once.ts'
import { type Calendar, type CalendarRow, makeCalendar } from './calendar.ts'
import { publishedCalendarRows } from './seed.ts'

/** The calendar as the table has it; an empty table is filled with the published years first. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  await db.query({
    text: `insert into platform.calendar_day (day, working, name) select date, working, name from jsonb_to_recordset($1::jsonb) as r(date date, working boolean, name text)
      where not exists (select 1 from platform.calendar_day)`,
    values: [JSON.stringify(publishedCalendarRows())],
  })
  const rows = await db.query<CalendarRow>({
    text: 'select day::text as date, working, name from platform.calendar_day order by day',
    values: [],
  })
  const lastYear = rows.reduce((last, row) => Math.max(last, Number(row.date.slice(0, 4))), 0)
  return makeCalendar(rows, { lastYear })
}

/** The rows of one year, by date. */
export function daysOfYear(db: Db, year: number): Promise<CalendarRow[]> {
  return db.query<CalendarRow>({
    name: 'calendar.year',
    text: 'select day::text as date, working, name from platform.calendar_day where day >= make_date($1, 1, 1) and day < make_date($1 + 1, 1, 1) order by day',
    values: [year],
  })
}

/** The key under which a change of the calendar is known to who counts by it. */
const changed = 'calendar.changed'

/** Writes a year's rows in place of those that were there, with the idempotency key, an audit row, and the time of the change: one statement. */
export async function saveYear(ctx: Context, year: number, days: readonly CalendarRow[], post: string): Promise<void> {
  const sql = statement()
  const rows = `jsonb_to_recordset(${sql.bind(JSON.stringify(days))}::jsonb) as r(date date, working boolean, name text)`
  const of = sql.bind(year)
  sql.with('fresh', `select * from ${rows}`)
  sql.with(
    'gone',
    `delete from platform.calendar_day where day >= make_date(${of}, 1, 1) and day < make_date(${of} + 1, 1, 1) and day not in (select date from fresh)`,
  )
  sql.with(
    'kept',
    `insert into platform.calendar_day (day, working, name) select date, working, name from fresh
     on conflict (day) do update set working = excluded.working, name = excluded.name`,
  )
  sql.with(
    'marked',
    `insert into platform.setting (key, value, changed_at) values (${sql.bind(changed)}, to_jsonb(${of}::int), ${sql.bind(ctx.now)})
     on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
  )
  auditIn(sql, ctx, { action: 'calendar.changed', object: { kind: 'calendar', id: String(year) }, post, facts: { days: days.length } })
  onceIn(sql, ctx.once, 200, String(year), ctx.now)
  await ctx.db.query(sql.done('select 1'))
}

/** When the calendar was last changed; null when nobody ever did. */
export async function calendarChangedAt(db: Db): Promise<Date | null> {
  const [row] = await db.query<{ changed_at: Date }>({
    name: 'calendar.changed-at',
    text: 'select changed_at from platform.setting where key = $1',
    values: [changed],
  })
  return row?.changed_at ?? null
}
