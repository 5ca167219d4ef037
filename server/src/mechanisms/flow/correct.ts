import { refuse } from '#platform/refusal'
import { type ClockLife, judged, retimed, runs, shifted } from './clock.ts'
import { type Decision, projected, type Trace, traceOf } from './decide.ts'
import type { Flow, Moment, Noun } from './flow.ts'

/** Rows that no person's move left; they tell nothing of when something happened. */
const marks: ReadonlySet<string> = new Set(['clock.warned', 'clock.breached', 'calendar.changed', 'history.corrected'])

/** Row `seq` of a history really happened at `at`. */
export interface Correction {
  readonly seq: number
  readonly at: Date
}

/** When each row happened: as written, or as the last correction of it says. */
function timesOf(traces: readonly Trace[]): Map<number, string> {
  const times = new Map(traces.map((row) => [row.seq, row.at]))
  for (const { move, facts } of traces) {
    if (move === 'history.corrected') times.set(Number(facts['corrects']), String(facts['at']))
  }
  return times
}

/** A life as one row left it, told again with the time at which that row really happened. */
function retold(stored: ClockLife, before: ClockLife | undefined, told: ClockLife | undefined, row: Trace, at: string): ClockLife {
  const same = before?.round === stored.round ? before : undefined
  const mine = same ? told : undefined
  const when = <T extends string | null>(time: T, was: string | null | undefined, now: string | null | undefined): T =>
    (time === was ? now : time === row.at ? at : time) as T
  const pauses = stored.pauses.map((pause, i) => ({
    from: when(pause.from, same?.pauses[i]?.from, mine?.pauses[i]?.from),
    to: when(pause.to, same?.pauses[i]?.to, mine?.pauses[i]?.to),
  }))
  const ended = pauses.find((_, i) => stored.pauses[i]?.to !== null && same?.pauses[i]?.to === null)
  const until =
    ended?.to && mine ? shifted(mine.until, ended.from, ended.to) : stored.until === same?.until ? (mine?.until ?? null) : stored.until
  return {
    ...stored,
    startedAt: when(stored.startedAt, same?.startedAt, mine?.startedAt),
    pauses,
    until,
    stoppedAt: when(stored.stoppedAt, same?.stoppedAt, mine?.stoppedAt),
  }
}

/** The last life of each clock, with the times at which its rows really happened; due times are not worked out yet. */
function livesOf(traces: readonly Trace[], times: ReadonlyMap<number, string>): Map<string, ClockLife> {
  const before = new Map<string, ClockLife>()
  const told = new Map<string, ClockLife>()
  for (const row of traces) {
    for (const stored of row.clocks) {
      if (!marks.has(row.move)) {
        told.set(stored.name, retold(stored, before.get(stored.name), told.get(stored.name), row, times.get(row.seq) ?? row.at))
      }
      before.set(stored.name, stored)
    }
  }
  return told
}

const timesIn = ({ startedAt, pauses, until, stoppedAt }: ClockLife) => JSON.stringify([startedAt, pauses, until, stoppedAt])

function moved<N extends Noun>(
  flow: Flow<N>,
  noun: N,
  clocks: readonly ClockLife[],
  name: string,
  facts: Trace['facts'],
  post: string | null,
  moment: Moment,
): Decision<N> {
  const next = projected({ ...noun, clocks, version: noun.version + 1 })
  return { noun: next, trace: traceOf(flow, noun, next, name, post, facts, moment), words: {} }
}

function checkedTime(flow: Flow, traces: readonly Trace[], times: ReadonlyMap<number, string>, { seq, at }: Correction, now: Date): void {
  const rows = traces.filter((row) => !marks.has(row.move))
  const index = rows.findIndex((row) => row.seq === seq)
  if (index < 0) throw refuse('missing', `${flow.kind}.no-such-row`, { zh: '经过里没有这一步。', en: 'The history has no such step.' })
  const time = (i: number) => Date.parse(times.get(rows[i]?.seq ?? 0) ?? '')
  if (at.getTime() < time(index - 1) || at.getTime() > time(index + 1) || at > now) {
    throw refuse('invalid', `${flow.kind}.correction-order`, {
      zh: '更正后的时间必须在前一步之后、后一步之前，且不晚于现在。',
      en: 'The corrected time must lie after the step before, before the step after, and not in the future.',
    })
  }
}

/**
 * Corrects when a step of a history really happened. Nothing is edited: a new trace row names the row that it corrects, and the clocks are
 * worked out again as if the step had been written at that time. Clocks that the step did not touch keep their promise.
 * @throws Refusal `<kind>.no-such-row` (404), `<kind>.correction-order` (422)
 */
export function correct<N extends Noun>(
  flow: Flow<N>,
  noun: N,
  traces: readonly Trace[],
  correction: Correction,
  post: string | null,
  moment: Moment,
): Decision<N> {
  const times = timesOf(traces)
  checkedTime(flow as unknown as Flow, traces, times, correction, moment.now)
  const at = correction.at.toISOString()
  const lives = livesOf(traces, times.set(correction.seq, at))
  const clocks = noun.clocks.map((stored) => {
    const spec = flow.clocks[stored.name]
    const told = lives.get(stored.name)
    if (!spec || !told || timesIn(told) === timesIn(stored)) return stored
    return judged(
      retimed(spec, { ...told, warnedAt: stored.warnedAt, breachedAt: stored.breachedAt }, moment.settings.calendar),
      moment.now,
    )
  })
  return moved(flow, noun, clocks, 'history.corrected', { corrects: correction.seq, at }, post, moment)
}

/** Works the open clocks of a noun out again after the calendar changed; closed ones keep what was true then. Null when nothing moves. */
export function recalendar<N extends Noun>(flow: Flow<N>, noun: N, moment: Moment): Decision<N> | null {
  const clocks = noun.clocks.map((stored) => {
    const spec = flow.clocks[stored.name]
    if (!spec || !runs(stored)) return stored
    const next = judged(retimed(spec, stored, moment.settings.calendar), moment.now)
    return JSON.stringify(next) === JSON.stringify(stored) ? stored : next
  })
  if (clocks.every((life, i) => life === noun.clocks[i])) return null
  return moved(flow, noun, clocks, 'calendar.changed', { lastYear: moment.settings.calendar.lastYear }, null, moment)
}
