import { z } from 'zod'
import { Mapping } from '../domain/mapping.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

export const ImportQuery = z.strictObject({ mapping: z.string().max(60).optional(), dry: z.stringbool().default(false) })
export const Paging = z.strictObject({ after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export const Id = z.strictObject({ id: z.string().max(64) })

export const Run = z
  .object({
    id: z.string(),
    system: z.string(),
    area: z.string(),
    dry: z.boolean(),
    fileName: z.string(),
    fileBytes: z.number().int(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    by: z.string().nullable(),
    submittedAt: z.string(),
    finishedAt: z.string().nullable(),
    rows: z.number().int(),
    taken: z.number().int(),
    already: z.number().int(),
    unread: z.number().int(),
    odd: z.number().int(),
    answered: z.number().int(),
    failure: z.object({ code: z.string(), say: Words }).nullable(),
  })
  .meta({ id: 'ImportRun' })

const kind = z.enum(['unread', 'odd'])

export const Report = z
  .object({
    ...Run.shape,
    found: z.array(z.object({ code: z.string(), kind, say: Words, n: z.number().int() })),
    problems: z.array(
      z.object({ line: z.number().int(), code: z.string(), kind, say: Words, column: z.string().nullable(), value: z.string().nullable() }),
    ),
  })
  .meta({ id: 'ImportReport' })

export const RunPage = z.object({ items: z.array(Run), next: z.string().nullable() }).meta({ id: 'ImportRunPage' })

export const Mappings = z
  .object({ items: z.array(z.object({ name: z.string(), say: Words, mapping: Mapping })) })
  .meta({ id: 'ImportMappings' })
