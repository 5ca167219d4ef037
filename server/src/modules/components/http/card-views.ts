import { z } from 'zod'
import { Words } from '#modules/cases'

const Carer = z.object({ name: z.string(), phone: z.string().nullable() })

/** A component as everybody may know it. */
export const ComponentCard = z
  .object({
    code: z.string(),
    name: z.string(),
    type: z.object({ code: z.string(), name: Words }),
    state: z.string(),
    stateSay: Words,
    lon: z.number(),
    lat: z.number(),
    placeWords: z.string().nullable(),
    area: z.string(),
    metres: z.number().nullable(),
    owner: Carer.nullable(),
    keeper: Carer.nullable(),
    /** Reports about it that are open. */
    open: z.number().int(),
    /** What goes wrong with such a thing, in plain words. */
    hint: Words.nullable(),
    /** What can be reported of it; empty when it is no longer there. */
    troubles: z.array(z.object({ code: z.string(), say: Words })),
  })
  .meta({ id: 'ComponentCard' })
