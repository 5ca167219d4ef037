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
        /** The class that the words of both speak for, whatever each was filed under. */
        topic: z.object({ code: z.string(), name: Words }).nullable(),
        /** Names of places that both say. */
        places: z.array(z.string()),
        /** Other words that both say. */
        words: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Repeats' })

/** Open matters that look the same, as everybody may know them. */
export const SimilarView = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        category: z.object({ code: z.string(), name: Words }),
        place: z.string(),
        /** In steps of 10 m; null when one of them has no point. */
        metres: z.number().int().nullable(),
        stateSay: Words,
        unit: Words,
        reportedAt: z.string(),
        reports: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'SimilarMatters' })
