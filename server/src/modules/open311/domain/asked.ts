import { refuse, type Say } from '#platform/refusal'
import { readTime } from './times.ts'

/** Most rows on a page; more is refused, so that nobody who counts in larger pages skips rows. */
export const largestPage = 1000
const dayMs = 86_400_000
/** GeoReport v2: without dates the list is that of the last 90 days. */
const windowDays = 90

/** Parameters as they arrive; an empty one is as good as none (GeoReport v2, “Optional Arguments”). */
export type Asked = Readonly<Record<string, unknown>>

/** What somebody wants to see. */
export interface Wanted {
  readonly numbers: readonly string[] | null
  readonly from: Date
  readonly to: Date
  readonly isOpen: boolean | undefined
  readonly codes: readonly string[] | undefined
  readonly page: number
  readonly pageSize: number
}

/** A parameter as text; given several times, joined by commas; null when absent or empty. */
export function textOf(asked: Asked, name: string): string | null {
  const value = asked[name]
  const list = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' || typeof one === 'number')
  const text = list.join(',').trim()
  return text === '' ? null : text
}

/** The refusal `open311.<reason>`, answered with status 400. */
export function bad(reason: string, say: Say): Error {
  return refuse('invalid', `open311.${reason}`, say)
}

function listOf(asked: Asked, name: string): string[] | null {
  const items = (textOf(asked, name) ?? '').split(',').flatMap((one) => one.trim() || [])
  return items.length > 0 ? items : null
}

function integer(asked: Asked, name: string, most: number, usual: number): number {
  const text = textOf(asked, name)
  if (text === null) return usual
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw bad(`bad-${name.replace('_', '-')}`, {
    zh: `${name} 应是 1 到 ${most} 的整数。`,
    en: `${name} must be a whole number from 1 to ${most}.`,
  })
}

function openness(asked: Asked): boolean | undefined {
  const list = new Set(listOf(asked, 'status') ?? ['open', 'closed'])
  if ([...list].some((one) => one !== 'open' && one !== 'closed')) {
    throw bad('bad-status', { zh: 'status 只能是 open 或 closed。', en: 'status must be open or closed.' })
  }
  return list.size === 2 ? undefined : list.has('open')
}

function span(asked: Asked, now: Date): { from: Date; to: Date } {
  const [start, end] = [textOf(asked, 'start_date'), textOf(asked, 'end_date')]
  const to = end === null ? now : readTime('end_date', end, true)
  const from = start === null ? new Date(to.getTime() - windowDays * dayMs) : readTime('start_date', start, false)
  if (from > to) throw bad('bad-span', { zh: 'start_date 晚于 end_date。', en: 'start_date is later than end_date.' })
  return { from, to }
}

/**
 * Reads what a list was asked for. Dates may span more than the 90 days of the standard: nothing is cut off silently.
 * @throws Refusal `open311.bad-date`, `open311.bad-span`, `open311.bad-status`, `open311.bad-page`, `open311.bad-page-size`,
 * `open311.too-many` (all 400)
 */
export function readWanted(asked: Asked, now: Date): Wanted {
  const numbers = listOf(asked, 'service_request_id')
  if (numbers && numbers.length > largestPage) {
    throw bad('too-many', { zh: `一次最多查 ${largestPage} 个编号。`, en: `At most ${largestPage} ids at once.` })
  }
  return {
    numbers,
    ...span(asked, now),
    isOpen: openness(asked),
    codes: listOf(asked, 'service_code') ?? undefined,
    page: integer(asked, 'page', 1_000_000, 1),
    pageSize: integer(asked, 'page_size', largestPage, largestPage),
  }
}
