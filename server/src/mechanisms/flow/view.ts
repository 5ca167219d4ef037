import { z } from 'zod'
import { type ClockLife, isPaused } from './clock.ts'
import type { Flow, Noun } from './flow.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** A clock as screens read it. */
export const ClockView = z
  .object({
    name: z.string(),
    say: Words,
    startedAt: z.string(),
    dueAt: z.string(),
    warnAt: z.string(),
    provisional: z.boolean(),
    pausedAt: z.string().nullable(),
    stoppedAt: z.string().nullable(),
    breached: z.boolean(),
  })
  .meta({ id: 'Clock' })

/** A move that may be made now. */
export const OfferView = z
  .object({
    move: z.string(),
    label: Words,
    consequence: Words.nullable(),
    primary: z.boolean(),
    danger: z.boolean(),
    asks: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Offer' })

/** The clocks of a noun for screens; `breached` is true from the due time on, even before the sweep has marked it. */
export function clockViews<N extends Noun>(flow: Flow<N>, clocks: readonly ClockLife[], now: Date): z.infer<typeof ClockView>[] {
  return clocks.map((life) => ({
    name: life.name,
    say: flow.clocks[life.name]?.say ?? { zh: life.name, en: life.name },
    startedAt: life.startedAt,
    dueAt: life.dueAt,
    warnAt: life.warnAt,
    provisional: life.provisional,
    pausedAt: isPaused(life) ? (life.pauses.at(-1)?.from ?? null) : null,
    stoppedAt: life.stoppedAt,
    breached: life.breachedAt !== null || (life.stoppedAt === null && !isPaused(life) && Date.parse(life.dueAt) <= now.getTime()),
  }))
}
