import { z } from 'zod'
import { returnOutcomes } from '../domain/returns.ts'
import { returnReasons } from '../domain/order.ts'
import { Words } from './views.ts'

const n = z.number().int()
const Line = z.object({ key: z.string(), say: Words, n, of: n })

/** Orders that came back against orders received. Units, never persons; every count beside its base. */
export const ReturnsReport = z
  .object({
    from: z.string(),
    to: z.string(),
    received: n,
    returned: n,
    units: z.array(Line),
    categories: z.array(Line),
    editions: z.array(Line),
    /** Of those returned. */
    reasons: z.array(Line),
    outcomes: z.array(Line),
  })
  .meta({ id: 'ReturnsReport' })

export const ReturnRow = z
  .object({
    id: z.string(),
    case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    unit: z.object({ id: z.string(), name: z.string() }),
    category: z.object({ code: z.string(), name: Words }),
    edition: n.nullable(),
    reason: z.object({ code: z.string(), say: Words }),
    outcome: z.object({ code: z.string(), say: Words }),
    dispatchedAt: z.string(),
  })
  .meta({ id: 'ReturnRow' })

export const ReturnRows = z.object({ items: z.array(ReturnRow), next: z.string().nullable() }).meta({ id: 'ReturnRows' })

export const ReturnsFilter = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  unit: z.string().max(80).optional(),
})

export const ReturnRowsFilter = ReturnsFilter.extend({
  category: z.string().max(20).optional(),
  edition: z.coerce.number().int().min(1).max(1_000_000).optional(),
  reason: z.enum(returnReasons).optional(),
  outcome: z.enum(returnOutcomes).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
