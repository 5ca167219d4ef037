import { calendarWords } from './words.ts'
/** A day unlike the usual: a holiday, or a weekend day on which one works. */
export interface Day {
  readonly date: string
  readonly working: boolean
  readonly name: string
}

export type Read = { readonly days: readonly Day[] } | { readonly line: number; readonly text: string }

const shape = /^(\d{4}-\d{2}-\d{2})[\s,，]+(休|班|off|on)[\s,，]+(.+)$/i

/** Reads one day a line: `2027-01-01 休 元旦`. Gives the days, or the first line that cannot be read. */
export function readDays(text: string): Read {
  const days: Day[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const [, date, kind, name] = shape.exec(line) ?? []
    if (date === undefined || kind === undefined || name === undefined) return { line: index + 1, text: line }
    days.push({ date, working: kind === calendarWords.on.zh || kind.toLowerCase() === 'on', name: name.trim() })
  }
  return { days }
}

/** The same days as lines, to be changed by hand. */
export const writeDays = (days: readonly Day[]): string =>
  days.map((day) => `${day.date} ${(day.working ? calendarWords.on : calendarWords.off).zh} ${day.name}`).join('\n')

/** The days of a month in weeks that begin on Monday; null before the first and after the last. */
export function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = [...Array.from({ length: first }, () => null), ...Array.from({ length: last }, (_, index) => index + 1)]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  )
}
