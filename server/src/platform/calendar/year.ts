import { type FieldError, refuse, type Refusal, type Say } from '../refusal.ts'
import type { CalendarRow } from './calendar.ts'
import { dayOfDate, localDate, weekdayOf } from './days.ts'

/** A new set of rows for one year, as it was sent. */
export interface YearEdit {
  readonly year: number
  readonly days: readonly CalendarRow[]
  /** The last year that has rows now. */
  readonly lastYear: number
  readonly now: Date
}

const saying: Readonly<Record<string, Say>> = {
  'not-a-date': { zh: '不是日期', en: 'No such date' },
  'other-year': { zh: '不在这一年', en: 'Not in this year' },
  repeated: { zh: '这一天写了两次', en: 'This day is listed twice' },
  'works-anyway': { zh: '周一至周五本来就上班，不用写成调休上班', en: 'Monday to Friday are worked anyway; only a weekend is made up' },
}

function faultOf({ date, working }: CalendarRow, year: number, seen: ReadonlySet<string>): keyof typeof saying | null {
  const day = dayOfDate(date)
  if (day === null) return 'not-a-date'
  if (Number(date.slice(0, 4)) !== year) return 'other-year'
  if (seen.has(date)) return 'repeated'
  return working && weekdayOf(day) < 5 ? 'works-anyway' : null
}

function faults({ year, days }: YearEdit): FieldError[] {
  const seen = new Set<string>()
  return days.flatMap((row, index): FieldError[] => {
    const code = faultOf(row, year, seen)
    seen.add(row.date)
    return code === null ? [] : [{ path: `/body/days/${index}/date`, code, say: saying[code] ?? { zh: '不对', en: 'Wrong' } }]
  })
}

/**
 * What keeps a year from being written, or null. A year that is over keeps its promises: it is not rewritten; and no year is left out,
 * because every year up to the last one counts as published.
 * Codes: `calendar.past-year` (409), `calendar.year-left-out` (422), `calendar.days` (422).
 */
export function yearRefusal(edit: YearEdit): Refusal | null {
  const present = Number(localDate(edit.now).slice(0, 4))
  if (edit.year < present) {
    return refuse('conflict', 'calendar.past-year', {
      zh: '过去的年份不能再改：那时的承诺已经算过了。',
      en: 'A year that is over is not changed: its promises were counted by it.',
    })
  }
  if (edit.year > edit.lastYear + 1) {
    return refuse('invalid', 'calendar.year-left-out', {
      zh: `请先填写 ${edit.lastYear + 1} 年。`,
      en: `Enter the year ${edit.lastYear + 1} first.`,
    })
  }
  const errors = faults(edit)
  return errors.length === 0
    ? null
    : refuse(
        'invalid',
        'calendar.days',
        { zh: '有几天写得不对，没有保存。', en: 'Some days are wrong; nothing was saved.' },
        { errors: errors.slice(0, 20) },
      )
}
