import { type Calendar, dueAfterPauses, type Limit, localDate, warnAt } from '#platform/calendar'
import type { ClockOrder, ClockSpec, Flow, Noun, Settings } from './flow.ts'

/** One round of a clock as it is stored with its noun. Times are ISO 8601 in UTC. */
export interface ClockLife {
  readonly name: string
  /** 1 for the first time that the noun came into these states, then 2 … */
  readonly round: number
  readonly startedAt: string
  /** The limit that was promised; later changes of settings do not touch it. */
  readonly limit: Limit
  /** A promise given anew (extension), instead of the limit. */
  readonly until: string | null
  readonly dueAt: string
  readonly warnAt: string
  /** The due day lies beyond the last published year of the calendar. */
  readonly provisional: boolean
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[]
  readonly stoppedAt: string | null
  readonly warnedAt: string | null
  readonly breachedAt: string | null
}

const iso = (date: Date): string => date.toISOString()

/** True while the promise is open, paused or not. */
export function runs(life: ClockLife): boolean {
  return life.stoppedAt === null
}

/** True while it stands still. */
export function isPaused(life: ClockLife): boolean {
  return runs(life) && life.pauses.some((pause) => pause.to === null)
}

function pausesOf(life: ClockLife): { from: Date; to: Date }[] {
  return life.pauses.flatMap((pause) => (pause.to === null ? [] : [{ from: new Date(pause.from), to: new Date(pause.to) }]))
}

/** Due and warning time from limit, promise and pauses. */
function timed(life: ClockLife, calendar: Calendar, fraction: number): ClockLife {
  const start = new Date(life.startedAt)
  if (life.until !== null) {
    const until = new Date(life.until)
    const warn = new Date(start.getTime() + (until.getTime() - start.getTime()) * fraction)
    return { ...life, dueAt: iso(until), warnAt: iso(warn), provisional: calendar.isProvisional(localDate(until)) }
  }
  const due = dueAfterPauses(calendar, start, life.limit, pausesOf(life))
  return {
    ...life,
    dueAt: iso(due.at),
    provisional: due.provisional,
    warnAt: iso(warnAt(calendar, start, life.limit, fraction, pausesOf(life))),
  }
}

/** Works a clock's times out again from its own limit; for a changed calendar or a corrected history. */
export function retimed<N extends Noun>(spec: ClockSpec<N, string>, life: ClockLife, calendar: Calendar): ClockLife {
  return timed(life, calendar, spec.warnAt ?? 0.8)
}

function begun<N extends Noun>(name: string, spec: ClockSpec<N, string>, noun: N, settings: Settings, now: Date, round: number): ClockLife {
  const own = typeof spec.limit === 'function' ? spec.limit(noun) : spec.limit
  const limit = typeof spec.limit === 'function' ? own : (settings.limits[name] ?? own)
  const startedAt = iso(spec.from?.(noun, round) ?? now)
  const blank: ClockLife = {
    name,
    round,
    startedAt,
    limit,
    until: null,
    dueAt: startedAt,
    warnAt: startedAt,
    provisional: false,
    pauses: [],
    stoppedAt: null,
    warnedAt: null,
    breachedAt: null,
  }
  return timed(blank, settings.calendar, spec.warnAt ?? 0.8)
}

/** The open pause ends: what was left of the promise goes on from now. A promise that was late before the pause stays late. */
function resumed(life: ClockLife, now: Date, calendar: Calendar, fraction: number): ClockLife {
  const from = life.pauses.find((pause) => pause.to === null)?.from ?? iso(now)
  const pauses = life.pauses.map((pause) => (pause.to === null ? { ...pause, to: iso(now) } : pause))
  return timed({ ...life, pauses, until: shifted(life.until, from, iso(now)) }, calendar, fraction)
}

/** A promised time moves by a pause that began before it. */
export function shifted(until: string | null, from: string, to: string): string | null {
  return until === null || from >= until ? until : iso(new Date(Date.parse(until) + Date.parse(to) - Date.parse(from)))
}

function stopped(life: ClockLife, now: Date, calendar: Calendar, fraction: number): ClockLife {
  const last = isPaused(life) ? resumed(life, now, calendar, fraction) : life
  const late = now.getTime() >= Date.parse(last.dueAt)
  return { ...last, stoppedAt: iso(now), breachedAt: last.breachedAt ?? (late ? last.dueAt : null) }
}

/** What the clocks become when the noun has moved to a state. Pure; the only place where clocks start, pause and stop. */
export function advance<N extends Noun>(
  flow: Flow<N>,
  noun: N,
  to: string,
  orders: Readonly<Record<string, ClockOrder>>,
  settings: Settings,
  now: Date,
): readonly ClockLife[] {
  const lives = new Map(noun.clocks.map((life) => [life.name, life]))
  for (const [name, spec] of Object.entries(flow.clocks)) {
    const last = lives.get(name)
    const live = last && runs(last) ? last : null
    const allowed = spec.while?.(noun, settings) ?? true
    const inside = allowed && spec.during.includes(to)
    const still = allowed && (spec.pausedIn?.includes(to) ?? false)
    const fraction = spec.warnAt ?? 0.8
    let next = live
    if (live && !inside && !still) next = stopped(live, now, settings.calendar, fraction)
    else if (live && still && !isPaused(live)) next = { ...live, pauses: [...live.pauses, { from: iso(now), to: null }] }
    else if (live && inside && isPaused(live)) next = resumed(live, now, settings.calendar, fraction)
    else if (!live && inside) next = begun(name, spec, noun, settings, now, (last?.round ?? 0) + 1)
    const order = orders[name]
    if (next && order && runs(next))
      next = timed({ ...next, until: iso(order.until), warnedAt: null, breachedAt: null }, settings.calendar, fraction)
    if (next) lives.set(name, next)
  }
  return [...lives.values()]
}

/**
 * Takes back warnings and breaches that the worked-out times no longer bear. A closed clock that turns out late is marked here;
 * one that runs is left to the next tick, which tells and makes the move of the breach.
 */
export function judged(life: ClockLife, now: Date): ClockLife {
  const end = life.stoppedAt ?? life.pauses.find((pause) => pause.to === null)?.from ?? iso(now)
  const late = end >= life.dueAt && (life.breachedAt !== null || !runs(life))
  return { ...life, warnedAt: life.warnedAt !== null && life.warnAt <= end ? life.warnedAt : null, breachedAt: late ? life.dueAt : null }
}

/** The next instant at which a clock must warn or breach, or null. */
export function tickAt(clocks: readonly ClockLife[]): string | null {
  const times = clocks
    .filter((life) => runs(life) && !isPaused(life))
    .flatMap((life) => (life.breachedAt !== null ? [] : life.warnedAt === null ? [life.warnAt] : [life.dueAt]))
  return times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b))
}

/** The earliest promise that is open and not paused, or null. */
export function dueOf(clocks: readonly ClockLife[]): string | null {
  const times = clocks.filter((life) => runs(life) && !isPaused(life)).map((life) => life.dueAt)
  return times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b))
}

/** Marks what a moment has brought: warnings and breaches, each once. */
export function ticked(clocks: readonly ClockLife[], now: Date): { clocks: readonly ClockLife[]; warned: string[]; breached: string[] } {
  const warned: string[] = []
  const breached: string[] = []
  const next = clocks.map((life) => {
    if (!runs(life) || isPaused(life)) return life
    let one = life
    if (one.warnedAt === null && Date.parse(one.warnAt) <= now.getTime()) {
      one = { ...one, warnedAt: iso(now) }
      warned.push(one.name)
    }
    if (one.breachedAt === null && Date.parse(one.dueAt) <= now.getTime()) {
      one = { ...one, breachedAt: one.dueAt }
      breached.push(one.name)
    }
    return one
  })
  return { clocks: next, warned, breached }
}
