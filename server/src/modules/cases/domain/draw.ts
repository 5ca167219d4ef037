import { localDate } from '#platform/calendar'
import type { ClockLife, Noun, SampleTerms, Settings } from '#mechanisms/flow'
import type { Case } from './case.ts'

const dayMs = 86_400_000

/** Everybody who stayed silent is asked, unless an area decided on a smaller share. Percent. */
export const usualPercent = 100
/** No area may ask fewer. Percent. */
export const leastPercent = 5
/** Weeks for which seeds are committed in advance: longer than matters live, so that hardly one was known when its seed was made. */
export const weeksAhead = 26
/** The seed of a week is published this long after the week's end, in days: by then everybody who was drawn has been asked. */
export const revealAfterDays = 14

/** A week of the draw, from Monday 00:00 in Asia/Shanghai to the next. */
export interface Week {
  /** ISO 8601: `2026-W48`. */
  readonly period: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly revealAt: Date
}

function weekFrom(monday: number): Week {
  const thursday = new Date(monday + 3 * dayMs)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const n = 1 + Math.floor((thursday.getTime() - first) / (7 * dayMs))
  const startsAt = new Date(`${new Date(monday).toISOString().slice(0, 10)}T00:00:00+08:00`)
  const endsAt = new Date(startsAt.getTime() + 7 * dayMs)
  return {
    period: `${thursday.getUTCFullYear()}-W${String(n).padStart(2, '0')}`,
    startsAt,
    endsAt,
    revealAt: new Date(endsAt.getTime() + revealAfterDays * dayMs),
  }
}

/** The week in which an instant lies; `later` weeks after it when given. */
export function weekOf(at: Date, later = 0): Week {
  const day = Date.parse(`${localDate(at)}T00:00:00Z`)
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return weekFrom(day + (7 * later - sinceMonday) * dayMs)
}

/** What an area decided: from this week on, this share. */
export interface Share {
  readonly scope: string
  readonly from_period: string
  readonly percent: number
}

/** The share that holds for an area in a week: the longest scope that decided, its last decision. */
export function percentFor(shares: readonly Share[], area: string, period: string): number {
  const rank = ({ scope, from_period }: Share): string => `${String(scope.length).padStart(2, '0')} ${from_period}`
  const own = shares.filter((one) => area.startsWith(one.scope) && one.from_period <= period)
  return own.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0]?.percent ?? usualPercent
}

/** A lot is the first 32 bits of HMAC-SHA-256(seed, number); it is drawn when it lies below the share of all that could come out. */
export function isBelow(lot: number, percent: number): boolean {
  return lot * 100 < percent * 2 ** 32
}

/** Under which terms a silent matter was drawn; null when no seed was committed in time. */
export function termsOf(noun: Pick<Case, 'callback_period' | 'callback_percent'>): SampleTerms | null {
  const { callback_period: period, callback_percent: percent } = noun
  return period === null || percent === null ? null : { period, percent }
}

/** Whether the reporter of a silent matter is called. Nothing of it is stored, so that nobody can read it off a matter. */
export function isDrawn(noun: Case, settings: Settings): boolean {
  const terms = termsOf(noun)
  return terms === null || settings.sample === undefined || settings.sample.isDrawn(noun.number, terms)
}

/** The columns that the draw writes. */
export function drawnUnder(noun: Noun, now: Date, settings: Settings): Pick<Case, 'callback_period' | 'callback_percent'> {
  const terms = settings.sample?.terms(noun, now) ?? null
  return { callback_period: terms?.period ?? null, callback_percent: terms?.percent ?? null }
}

/** The clock of a matter that is not drawn. It runs as long as the one of a matter that is, and goes by the same name everywhere. */
export const quietClock = 'notDrawn'
const shownAs = 'callback'

/** The clocks as they may be shown: one that was drawn and one that was not look the same. */
export function alikeClocks(clocks: readonly ClockLife[]): ClockLife[] {
  const asking = clocks.filter((life) => life.name === quietClock || life.name === shownAs)
  const last = asking.toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))[0]
  return clocks.flatMap((life) => {
    if (!asking.includes(life)) return [life]
    if (life !== last) return []
    return [life.name === quietClock ? { ...life, name: shownAs, breachedAt: null } : life]
  })
}

/** The facts of a history's row as they may be shown. */
export function alikeFacts(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const named = (value: unknown): unknown => (Array.isArray(value) ? value.map((one) => (one === quietClock ? shownAs : one)) : value)
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, named(value)]))
}

/** The end of the quiet clock is no lateness; only the clock's own row says it, and that is left out. */
export function isQuietEnd({ move, facts }: { readonly move: string; readonly facts: Readonly<Record<string, unknown>> }): boolean {
  const breached = facts['breached']
  return move === 'clock.breached' && Array.isArray(breached) && breached.every((one) => one === quietClock)
}
