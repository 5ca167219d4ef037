import { z } from 'zod'
import { Words } from './views.ts'

/** Running matters that are likely the same, with reasons that a person can check. */
export const RepeatsView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        state: z.string(),
        stateSay: Words,
        category: z.object({ code: z.string(), name: Words }),
        reportedAt: z.string(),
        reports: z.number().int(),
        score: z.number(),
        metres: z.number().int().nullable(),
        days: z.number().int(),
        sameCategory: z.boolean(),
        words: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Repeats' })
