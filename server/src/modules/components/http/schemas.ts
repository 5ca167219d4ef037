import { z } from 'zod'
import { Reporter } from '#modules/cases'
import { troubles } from '../domain/troubles.ts'

/** Shapes of requests; unknown fields are refused everywhere. */

const area = z
  .string()
  .regex(/^\d{2,15}$/)
  .optional()
const type = z
  .string()
  .regex(/^C?\d{5}$/)
  .optional()
const lon = z.coerce.number().min(-180).max(180)
const lat = z.coerce.number().min(-90).max(90)

export const Id = z.strictObject({ id: z.string().max(64) })
export const Code = z.strictObject({ code: z.string().max(40) })
export const ComponentQuery = z.strictObject({
  area,
  type,
  state: z.string().max(60).optional(),
  owner: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  q: z.string().trim().min(1).max(60).optional(),
  after: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
export const CountQuery = z.strictObject({ area })
export const BodyQuery = z.strictObject({ q: z.string().trim().min(1).max(60) })
export const TileParams = z.strictObject({ z: z.coerce.number(), x: z.coerce.number(), y: z.coerce.number() })
export const TileQuery = z.strictObject({ area, type, wrong: z.stringbool().optional() })
export const NearQuery = z.strictObject({ lon, lat, type, limit: z.coerce.number().int().min(1).max(50).default(10) })

export const FaultReport = z
  .strictObject({
    trouble: z.enum(troubles),
    words: z.string().trim().max(1000, '最多 1000 字|1,000 characters at most').optional(),
    photos: z.array(z.uuid()).max(9).optional(),
    reporter: Reporter.optional(),
    anonymous: z.boolean().optional(),
  })
  .meta({ id: 'FaultReport' })
