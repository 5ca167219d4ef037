import { z } from 'zod'
import { Words } from './views.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const Area = z.object({ code: z.string(), name: z.string() })
const Category = z.object({ code: z.string(), name: Words })
const n = z.number().int()

export const EffectExample = z
  .object({ id: z.string(), number: z.string(), title: z.string().nullable(), category: Category, area: Area })
  .meta({ id: 'EffectExample' })

/** What an edition would change, on the matters of a period. Every count stands beside its base. */
export const EffectView = z
  .object({
    edition: n,
    version: n,
    present: n.nullable(),
    from: z.string(),
    to: z.string(),
    /** All matters of the period, and those drawn from them: every `stride`th. */
    found: n,
    drawn: n,
    stride: n,
    /** Of those drawn: ended without a unit, or looked at. */
    unneeded: n,
    examined: n,
    same: n,
    moved: n,
    nobody: n,
    blocked: n,
    practice: z.object({ of: n, was: n, is: n }),
    shiftsInAll: n,
    shifts: z.array(
      z.object({
        from: Named.nullable(),
        to: Named.nullable(),
        n,
        categories: z.array(Category.extend({ n })),
        areas: z.array(Area.extend({ n })),
        examples: z.array(EffectExample),
      }),
    ),
    categories: z.array(Category.extend({ n, of: n })),
    areas: z.array(Area.extend({ n, of: n })),
    nobodyExamples: z.array(EffectExample),
    blockedExamples: z.array(EffectExample),
  })
  .meta({ id: 'DirectoryEffect' })
