/**
 * The working calendar: limits, due times and pauses in Asia/Shanghai, by arithmetic alone (rules.md 2.4 and “Clocks”; 民法典 201–203).
 * The rows live in a table; whoever loads them makes a `Calendar` and passes it on.
 */
export { type Calendar, type CalendarRow, makeCalendar } from './calendar/calendar.ts'
export { type LocalDate, localDate } from './calendar/days.ts'
export { counted, type Due, dueAfterPauses, dueAt, earlier, extendedDueAt, warnAt } from './calendar/due.ts'
export { hours, type Limit, type LimitUnit, limitSchema, limitUnits, minutes, naturalDays, workingDays } from './calendar/limit.ts'
export type { Pause } from './calendar/measure.ts'
export { provisionalNote, type SaidDate, sayDate } from './calendar/say.ts'
export { holidayNames, publishedCalendarRows, publishedLastYear } from './calendar/seed.ts'
export { calendarChangedAt, loadCalendar } from './calendar/store.ts'
