import { createRequire } from 'node:module'
import { z } from 'zod'
import type { Say } from '../refusal.ts'
import type { CalendarRow } from './calendar.ts'

/** By date: `Spring Festival,春节,4` (English name, Chinese name, days off in lieu). */
const byDate = z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.string().regex(/^[^,]+,[^,]+,\d+$/))
const publishedShape = z.object({ holidays: byDate, workdays: byDate })

/** The yearly holiday notices of the State Council (国务院办公厅), as the npm package chinese-days collects them. */
function published() {
  return publishedShape.parse(createRequire(import.meta.url)('chinese-days/dist/chinese-days.json'))
}

function nameOf(text: string): Say {
  const [en = '', zh = ''] = text.split(',')
  return { zh, en }
}

/** Holidays and make-up days (调休) of all published years, in the order of dates: the first rows of the calendar table. */
export function publishedCalendarRows(): CalendarRow[] {
  const { holidays, workdays } = published()
  const rows = (dates: Record<string, string>, working: boolean) =>
    Object.entries(dates).map(([date, text]) => ({ date, working, name: nameOf(text).zh }))
  return [...rows(holidays, false), ...rows(workdays, true)].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The last year that the published rows know: 2026. Later dates are provisional until a row set for them is imported. */
export function publishedLastYear(): number {
  return publishedCalendarRows().reduce((last, row) => Math.max(last, Number(row.date.slice(0, 4))), 0)
}

/** The English names of the published holidays by their Chinese names, for screens in English. */
export function holidayNames(): ReadonlyMap<string, string> {
  const { holidays, workdays } = published()
  return new Map([...Object.values(holidays), ...Object.values(workdays)].map(nameOf).map(({ zh, en }) => [zh, en]))
}
