import { z } from 'zod'

/** A dot of the map: one component, or several that stand together. */
const Dot = z.object({
  lon: z.number(),
  lat: z.number(),
  n: z.number().int(),
  /** How many of them are damaged or lost. */
  wrong: z.number().int(),
  id: z.string().nullable(),
  type: z.string().nullable(),
  state: z.string().nullable(),
})

export const ComponentTile = z.object({ items: z.array(Dot), total: z.number().int() }).meta({ id: 'ComponentTile' })
