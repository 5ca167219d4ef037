import { refuse } from '#platform/refusal'

const shanghaiMs = 8 * 3_600_000
const secondMs = 1000

/** A time as GeoReport writes it (W3C note on dates): whole seconds, with its zone. */
export function w3Time(at: Date): string {
  return `${new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 19)}+08:00`
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const timeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

function wrong(field: string): Error {
  return refuse('invalid', 'open311.bad-date', {
    zh: `${field} 应是带时区的时间，例如 2026-11-22T08:00:00+08:00，或一个日期。`,
    en: `${field} must be a time with its zone, such as 2026-11-22T08:00:00+08:00, or a date.`,
  })
}

/**
 * Reads `start_date` or `end_date`. A date stands for its whole day in Asia/Shanghai and whole seconds for their last millisecond when
 * it is the end, because answers are written in whole seconds. A `+` that arrived as a space is forgiven.
 * @throws Refusal `open311.bad-date` (400)
 */
export function readTime(field: string, text: string, isEnd: boolean): Date {
  const typed = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1')
  const isDay = dayShape.test(typed)
  if (!isDay && !timeShape.test(typed)) throw wrong(field)
  const at = new Date(isDay ? `${typed}T00:00:00+08:00` : typed)
  if (Number.isNaN(at.getTime()) || (isDay && w3Time(at).slice(0, 10) !== typed)) throw wrong(field)
  if (!isEnd) return at
  if (isDay) return new Date(at.getTime() + 24 * 3_600_000 - 1)
  return typed.includes('.') ? at : new Date(at.getTime() + secondMs - 1)
}
