import { z } from 'zod'
import { OfferView } from '#mechanisms/flow'
import { CaseRow, Words } from '#modules/cases'

const Area = z.object({ code: z.string(), name: z.string() })
const Type = z.object({ code: z.string(), name: Words })
const BodyView = z
  .object({ id: z.number().int(), name: z.string(), uscc: z.string(), phone: z.string().nullable() })
  .meta({ id: 'ComponentBody' })

export const ComponentRow = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    type: Type,
    state: z.string(),
    stateSay: Words,
    area: Area,
    placeWords: z.string().nullable(),
    lon: z.number(),
    lat: z.number(),
    /** Length of a line feature in metres. */
    metres: z.number().nullable(),
    owner: z.object({ id: z.number().int(), name: z.string() }).nullable(),
    /** The telephone to call about it: of who maintains it, else of its owner. */
    phone: z.string().nullable(),
    /** The address of its public card, which its label leads to. */
    card: z.string(),
  })
  .meta({ id: 'ComponentRow' })

export const ComponentPage = z.object({ items: z.array(ComponentRow), next: z.string().nullable() }).meta({ id: 'ComponentPage' })

/** One step of a component's life, newest first. */
export const ComponentStep = z
  .object({
    at: z.string(),
    move: z.string(),
    say: Words,
    state: Words,
    because: Words.nullable(),
    note: z.string().nullable(),
    fields: z.array(Words),
    by: z.object({ name: z.string(), post: Words.nullable() }),
  })
  .meta({ id: 'ComponentStep' })

export const ComponentView = ComponentRow.omit({ owner: true })
  .extend({
    version: z.number().int(),
    scheme: z.string(),
    formerCode: z.string().nullable(),
    area: Area.extend({ path: z.array(Area) }),
    line: z.array(z.array(z.number())).nullable(),
    unitGrid: z.string().nullable(),
    supervisor: BodyView.nullable(),
    owner: BodyView.nullable(),
    keeper: BodyView.nullable(),
    since: z.string(),
    changedOn: z.string().nullable(),
    dataOrigin: z.string().nullable(),
    dataOriginSay: Words.nullable(),
    remark: z.string().nullable(),
    dwelling: z.string().nullable(),
    origin: z.string().nullable(),
    originId: z.string().nullable(),
    history: z.array(ComponentStep),
    /** Matters reported by its card, as far as this person may see them, newest first, twenty at most. */
    matters: z.array(CaseRow),
    offered: z.array(OfferView),
  })
  .meta({ id: 'Component' })

export const TypeCounts = z
  .object({
    items: z.array(z.object({ type: Type, n: z.number().int(), wrong: z.number().int() })),
    total: z.number().int(),
    wrong: z.number().int(),
  })
  .meta({ id: 'ComponentCounts' })

export const BodyPage = z.object({ items: z.array(BodyView) })
