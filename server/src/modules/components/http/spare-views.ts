import { z } from 'zod'
import { Words } from '#modules/cases'
import { stockReasons } from '../domain/spare.ts'

const area = z.string().regex(/^\d{2,15}$/)
const type = z.string().regex(/^C?\d{5}$/)
const most = 1_000_000

export const SpareQuery = z.strictObject({ area: area.optional(), type: type.optional() })

export const NewSpare = z
  .strictObject({
    area,
    type,
    name: z.string().trim().min(1).max(60),
    store: z.string().trim().min(1).max(60),
    quantity: z.number().int().min(0).max(most),
    enough: z.number().int().min(0).max(most).default(0),
  })
  .meta({ id: 'NewSpare' })

export const StockChange = z
  .strictObject({
    change: z.number().int().min(-most).max(most),
    because: z.enum(stockReasons),
    code: z.string().max(40).optional(),
  })
  .meta({ id: 'StockChange' })

export const SpareRow = z
  .object({
    id: z.string(),
    type: z.object({ code: z.string(), name: Words }),
    area: z.object({ code: z.string(), name: z.string() }),
    name: z.string(),
    store: z.string(),
    quantity: z.number().int(),
    enough: z.number().int(),
    short: z.boolean(),
  })
  .meta({ id: 'SpareRow' })

export const SparePage = z.object({ items: z.array(SpareRow) })

export const SpareView = SpareRow.extend({
  version: z.number().int(),
  steps: z.array(
    z.object({
      at: z.string(),
      change: z.number().int(),
      because: Words,
      code: z.string().nullable(),
      by: z.object({ name: z.string(), post: Words.nullable() }),
    }),
  ),
}).meta({ id: 'Spare' })
