import { z } from 'zod'
import { CaseRow, cardSets, channels, Words } from '#modules/cases'

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
const area = z.string().regex(/^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/)

const filter = {
  area: area.optional(),
  unit: z.string().min(1).max(80).optional(),
  category: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  channel: z.enum(channels).optional(),
  from: month.optional(),
  to: month.optional(),
}

export const FilterQuery = z.strictObject(filter)
export const PageQuery = z.strictObject({ ...filter, set: z.enum(Object.keys(cardSets) as [keyof typeof cardSets]).optional() })
export const PartsQuery = z.strictObject({ ...filter, by: z.enum(['category', 'channel']) })
export const RowsQuery = z.strictObject({
  ...filter,
  part: z.enum(['n', 'rest', 'base']).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export const Key = z.strictObject({ key: z.string().max(40) })
export const BaselineBody = z.strictObject({
  area,
  value: z.number().min(0).max(1e9),
  asOf: z.iso.date(),
  source: z.string().trim().min(4).max(300),
})

const value = { value: z.number().nullable(), n: z.number(), base: z.number().nullable(), few: z.boolean() }
const Band = z.object({
  difficulty: z.enum(['lighter', 'like', 'heavier']),
  areas: z.number().int(),
  low: z.number(),
  middle: z.number(),
  high: z.number(),
  stands: z.enum(['below', 'within', 'above']),
})
const figure = {
  key: z.string(),
  say: Words,
  kind: z.enum(['count', 'share', 'mean']),
  unit: Words,
  better: z.boolean().nullable(),
  ...value,
  silent: z.object({ n: z.number(), say: Words }).nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  periods: z.array(z.object({ month: z.string(), value: z.number().nullable(), n: z.number(), base: z.number().nullable() })),
  band: Band.nullable(),
}
const head = {
  asOf: z.string(),
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  from: z.string(),
  to: z.string(),
  recount: z.object({ at: z.string(), checked: z.number(), differing: z.number() }).nullable(),
}

export const FigurePage = z.object({ ...head, figures: z.array(z.object(figure)) }).meta({ id: 'FigurePage' })
export const FigureCard = z
  .object({
    ...head,
    ...figure,
    formula: Words,
    basis: Words,
    exclusions: Words,
    sample: z.boolean(),
    before: z.object({ from: z.string(), to: z.string(), value: z.number().nullable(), difference: Words.nullable() }),
    baselines: z.array(
      z.object({
        id: z.string(),
        area: z.object({ code: z.string(), name: z.string() }),
        value: z.number(),
        asOf: z.string(),
        source: z.string(),
        difference: Words.nullable(),
      }),
    ),
  })
  .meta({ id: 'FigureCard' })
export const FigureParts = z
  .object({ items: z.array(z.object({ code: z.string(), name: Words.nullable(), ...value })), more: z.number().int() })
  .meta({ id: 'FigureParts' })
export const FigureRows = z
  .object({
    items: z.array(CaseRow.extend({ order: z.object({ unit: z.string(), stateSay: Words }).nullable() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'FigureRows' })
export const FigureCheck = z
  .object({
    at: z.string().nullable(),
    checked: z.number(),
    differing: z.number(),
    differences: z.array(z.object({ what: z.string(), where: z.string() })),
  })
  .meta({ id: 'FigureCheck' })
