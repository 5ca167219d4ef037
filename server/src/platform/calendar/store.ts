import type { Db } from '../db.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import { publishedCalendarRows } from './seed.ts'

/** The calendar as the table has it; an empty table is filled with the published years first. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  await db.query({
    text: `insert into platform.calendar_day (day, working, name) select date, working, name from jsonb_to_recordset($1::jsonb) as r(date date, working boolean, name text)
      where not exists (select 1 from platform.calendar_day)`,
    values: [JSON.stringify(publishedCalendarRows())],
  })
  const rows = await db.query<{ date: string; working: boolean; name: string }>({ text: 'select day::text as date, working, name from platform.calendar_day order by day', values: [] })
  const lastYear = rows.reduce((last, row) => Math.max(last, Number(row.date.slice(0, 4))), 0)
  return makeCalendar(rows, { lastYear })
}
