import { type Calendar, dueAt, naturalDays, workingDays } from '#platform/calendar'

/** When something was reported and when it was answered; both are real. */
export interface Answered {
  readonly reportedAt: Date
  readonly repliedAt: Date
}

/** How soon answers came; the four parts add up to `n`. */
export interface Swiftness {
  readonly n: number
  /** Within seven natural days by the city's calendar: a last day that is no working day moves on to the next (民法典 203). */
  readonly within7Days: number
  /** Later, and within 15 working days. */
  readonly within15WorkingDays: number
  readonly beyond: number
}

/** Counts answers by two limits; times between report and answer play no part. */
export function swiftness(calendar: Calendar, answered: readonly Answered[]): Swiftness {
  const late = answered.filter(({ reportedAt, repliedAt }) => repliedAt >= dueAt(calendar, reportedAt, naturalDays(7)).at)
  const beyond = late.filter(({ reportedAt, repliedAt }) => repliedAt >= dueAt(calendar, reportedAt, workingDays(15)).at)
  return {
    n: answered.length,
    within7Days: answered.length - late.length,
    within15WorkingDays: late.length - beyond.length,
    beyond: beyond.length,
  }
}

/** When the moves between a report and its answer are set: a rule and no fact, and kept out of every figure. */
export interface InventedTimes {
  readonly dispatchedAt: Date
  readonly acknowledgedAt: Date
}

const hourMs = 3_600_000

/** Dispatched after a tenth of the time that the answer took and acknowledged after a fifth, but after four and eight hours at latest. */
export function inventedTimes({ reportedAt, repliedAt }: Answered): InventedTimes {
  const span = repliedAt.getTime() - reportedAt.getTime()
  const after = (part: number, mostHours: number): Date =>
    new Date(reportedAt.getTime() + Math.floor(Math.min(span * part, mostHours * hourMs)))
  return { dispatchedAt: after(0.1, 4), acknowledgedAt: after(0.2, 8) }
}

const longestWords = 2000

/** A long answer in parts that a move can hold: all but the last are noted as progress. */
export function parts(reply: string): readonly string[] {
  const letters = [...reply]
  const count = Math.max(1, Math.ceil(letters.length / longestWords))
  const size = Math.ceil(letters.length / count)
  return Array.from({ length: count }, (_, n) => letters.slice(n * size, (n + 1) * size).join(''))
}
