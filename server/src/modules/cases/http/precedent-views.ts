import { z } from 'zod'

const Words = z.object({ zh: z.string(), en: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })

/** A ruling as staff read it. */
export const PrecedentView = z
  .object({
    id: z.string(),
    category: z.object({ code: z.string(), name: Words }),
    area: z.object({ code: z.string(), name: z.string() }),
    severity: z.string().nullable(),
    /** Who objected, and why. */
    unit: Named,
    reason: z.string().nullable(),
    reasonSay: Words.nullable(),
    decision: z.enum(['insist', 'redispatch']),
    decided: Named,
    relieved: Named.nullable(),
    /** Masked; null once the reporter was erased. */
    words: z.string().nullable(),
    ruledAt: z.string(),
    case: z.object({ id: z.string(), number: z.string().nullable(), opens: z.boolean() }),
    /** A later ruling said the opposite about the same unit. */
    opposed: z.object({ id: z.string(), ruledAt: z.string() }).nullable(),
  })
  .meta({ id: 'Precedent' })

export const PrecedentPage = z.object({ items: z.array(PrecedentView), next: z.string().nullable() }).meta({ id: 'PrecedentPage' })

export const PrecedentFilter = z.strictObject({
  category: z
    .string()
    .regex(/^\d{2,5}$/)
    .optional(),
  area: z
    .string()
    .regex(/^\d{2,15}$/)
    .optional(),
  unit: z.string().max(80).optional(),
  q: z.string().trim().min(2, '请写两个字以上|At least two characters').max(60).optional(),
  ids: z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).max(50))
    .optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const DraftRuleBody = z.strictObject({ precedents: z.array(z.uuid()).min(1).max(50) })

/** The rule that rulings became, in which draft. */
export const DraftedRule = z.object({ edition: z.number().int(), rule: z.string() }).meta({ id: 'RuleOfPrecedents' })
