import { z } from 'zod'
import { refuse } from '../refusal.ts'

export const limitUnits = ['workingDays', 'naturalDays', 'hours', 'minutes'] as const
export type LimitUnit = (typeof limitUnits)[number]

/** How long a promise may take. Kept in settings and traces, so its shape does not change. */
export interface Limit {
  readonly unit: LimitUnit
  readonly n: number
}

/** Ten years: longer than any promise; it keeps arithmetic far from the ends of `Date`. */
const most: Readonly<Record<LimitUnit, number>> = { workingDays: 3_650, naturalDays: 3_650, hours: 87_600, minutes: 5_256_000 }

/** The shape of a limit in settings and traces. */
export const limitSchema = z
  .strictObject({ unit: z.enum(limitUnits), n: z.int().min(1) })
  .refine((limit) => limit.n <= most[limit.unit], { message: 'longer than ten years', path: ['n'] })

function limit(unit: LimitUnit, n: number): Limit {
  if (!Number.isInteger(n) || n < 1 || n > most[unit]) {
    throw refuse('invalid', 'calendar.limit', {
      zh: '时限必须是正整数，且不超过十年。',
      en: 'A limit is a positive whole number of at most ten years.',
    })
  }
  return { unit, n }
}

/** Working days by the calendar: holidays and weekends do not count, make-up days do. Refuses `calendar.limit`. */
export const workingDays = (n: number): Limit => limit('workingDays', n)
/** Days of the week as they come; a last day that is no working day moves to the next one. Refuses `calendar.limit`. */
export const naturalDays = (n: number): Limit => limit('naturalDays', n)
/** Hours round the clock. Refuses `calendar.limit`. */
export const hours = (n: number): Limit => limit('hours', n)
/** Minutes round the clock. Refuses `calendar.limit`. */
export const minutes = (n: number): Limit => limit('minutes', n)
