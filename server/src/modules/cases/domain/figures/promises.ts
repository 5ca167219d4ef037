import type { ClockLife, Trace } from '#mechanisms/flow'

/** The promises that offices make, by the noun that carries them; what is waited for from a reporter is none. */
export const casePromises = ['handOver', 'emergency', 'finish', 'verify', 'callback', 'decideReopen'] as const
export const orderPromises = ['acknowledge', 'answerReturn', 'adjudicate', 'decideExtension'] as const

/** A promise over all of its rounds. `now` is how its present round stands, `past` whether an earlier one was decided and whether late. */
export interface Judged {
  readonly round: number
  readonly now: Standing
  readonly past: Standing
}

/** `open`: neither kept nor broken yet. */
export type Standing = 'open' | 'kept' | 'late'

/** Rows that say that a clock was wrong; after them a breach may be taken back. */
const corrections: ReadonlySet<string> = new Set(['history.corrected', 'calendar.changed'])

/** Moves that end a promise without keeping it: somebody else goes on with the matter, or it is no matter for this loop. */
const takenAway: Readonly<Record<string, readonly string[]>> = {
  finish: ['merge', 'answered', 'endedTogether', 'transfer', 'refer', 'confirmDecline'],
  callback: ['split', 'workResumed'],
  acknowledge: ['withdraw', 'recall'],
  answerReturn: ['recall'],
  adjudicate: ['recall'],
  decideExtension: ['recall'],
}

function standingOf(life: ClockLife, row: Trace, before: Standing): Standing {
  if (life.breachedAt !== null) return 'late'
  // More time that was granted after a breach does not undo it.
  if (before === 'late' && !corrections.has(row.move)) return 'late'
  if (life.stoppedAt === null) return 'open'
  if (corrections.has(row.move)) return before === 'open' ? 'open' : 'kept'
  const away = takenAway[life.name]?.includes(row.move) || (life.name === 'finish' && row.to_state === 'deferred')
  return away ? 'open' : 'kept'
}

const worse = (a: Standing, b: Standing): Standing =>
  a === 'late' || b === 'late' ? 'late' : a === 'kept' || b === 'kept' ? 'kept' : 'open'

/** The promises after one more row. A later round that is kept does not undo an earlier one that was not. */
export function judge(before: Readonly<Record<string, Judged>>, row: Trace, names: readonly string[]): Readonly<Record<string, Judged>> {
  const next: Record<string, Judged> = { ...before }
  for (const life of row.clocks) {
    if (!names.includes(life.name)) continue
    const known = before[life.name]
    const same = known?.round === life.round ? known : null
    const past = same ? same.past : known ? worse(known.past, known.now) : 'open'
    next[life.name] = { round: life.round, past, now: standingOf(life, row, same?.now ?? 'open') }
  }
  return next
}

/** `<clock>Due` counts what is decided, `<clock>Kept` what was in time in every round. */
export function countPromises(judged: Readonly<Record<string, Judged>>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [name, { now, past }] of Object.entries(judged)) {
    const all = worse(now, past)
    if (all === 'open') continue
    counts[`${name}Due`] = 1
    if (all === 'kept') counts[`${name}Kept`] = 1
  }
  return counts
}
