import { z } from 'zod'
import { DATUMS, type Shape } from '#platform/geo'
import { roles } from '#platform/context'
import { AREA_KINDS } from '../domain/area.ts'
import { LEVELS } from '../domain/code.ts'

/** Everybody who works here: areas are no secret among them. */
export const staff = roles.filter((role) => role !== 'resident')

export const Words = z.object({ zh: z.string(), en: z.string() })
export const Code = z.string().regex(/^\d{2,15}$/)
export const Day = z.iso.date()
export const Source = z.enum(DATUMS)
const Name = z.string().trim().min(1).max(60)
const Households = z.number().int().min(0).max(100_000)
const Pair = z.object({ code: z.string(), name: z.string() })

const position = z
  .array(z.number())
  .min(2)
  .max(4)
  .transform((point): [number, number] => [point[0] as number, point[1] as number])
const ring = z.array(position).max(20_000)
const Geometry: z.ZodType<Shape, unknown> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(1000) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1).max(1000)).min(1).max(1000) }),
])
const Border = z.strictObject({ source: Source, geometry: Geometry }).meta({ id: 'AreaBorder' })

const area = {
  code: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  kind: z.enum(AREA_KINDS),
  parent: z.string().nullable(),
  households: z.number().int().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  successors: z.array(z.string()),
  standing: z.enum(['coming', 'standing', 'dropped']),
  below: z.number().int(),
  /** West, south, east, north; null while no border is known. */
  box: z.array(z.number()).length(4).nullable(),
  /** The datum in which the border arrived; it is kept in WGS-84. */
  datum: Source.nullable(),
  version: z.number().int(),
}
export const AreaCard = z.object(area).meta({ id: 'Area' })
export const AreaList = z.object({ items: z.array(AreaCard), next: z.string().nullable() }).meta({ id: 'AreaList' })
export const AreaDetail = z
  .object({
    ...area,
    path: z.array(Pair),
    aliases: z.array(z.object({ scheme: z.string(), external: z.string(), note: z.string() })),
    sets: z.array(Pair),
    limits: z.array(z.object({ kind: z.string(), least: z.number().int(), most: z.number().int() })),
  })
  .meta({ id: 'AreaDetail' })

export const AreaBody = z
  .strictObject({
    code: Code.optional(),
    community: Code.optional(),
    name: Name.optional(),
    kind: z.enum(AREA_KINDS),
    households: Households.nullable().optional(),
    validFrom: Day.optional(),
    border: Border.optional(),
  })
  .meta({ id: 'AreaBody' })
export const AreaPatch = z
  .strictObject({
    version: z.number().int().min(1),
    name: Name.optional(),
    households: Households.nullable().optional(),
    border: Border.optional(),
  })
  .meta({ id: 'AreaPatch' })
export const DropBody = z
  .strictObject({ version: z.number().int().min(1), on: Day.optional(), successors: z.array(Code).max(50).default([]) })
  .meta({ id: 'AreaDrop' })

const Finding = z
  .object({
    kind: z.enum(['shape', 'noShape', 'overlap', 'gap', 'outside', 'households', 'datum']),
    areas: z.array(z.string()),
    amount: z.number().int().nullable(),
    at: z.array(z.number()).length(2).nullable(),
    say: Words,
  })
  .meta({ id: 'AreaFinding' })
export const CheckAnswer = z
  .object({ area: Pair, grids: z.number().int(), communitiesWithoutGrid: z.number().int(), findings: z.array(Finding) })
  .meta({ id: 'AreaChecks' })
export const ImportAnswer = z
  .object({
    dryRun: z.boolean(),
    rows: z.number().int(),
    created: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    refused: z.array(z.object({ row: z.number().int(), area: z.string().nullable(), code: z.string(), say: Words })),
    absent: z.array(Pair),
    findings: z.array(Finding),
  })
  .meta({ id: 'AreaImport' })

const Csv = z.string().min(1).max(8_000_000)
const dryRun = z.boolean().default(false)
export const DivisionImport = z.strictObject({ csv: Csv, validFrom: Day.optional(), dryRun }).meta({ id: 'DivisionImport' })
export const GridImport = z
  .strictObject({
    source: Source,
    validFrom: Day.optional(),
    dryRun,
    collection: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1).max(20_000) }),
  })
  .meta({ id: 'GridImport' })
export const Scheme = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
export const AliasImport = z.strictObject({ scheme: Scheme, csv: Csv, dryRun }).meta({ id: 'AliasImport' })
export const PlaceImport = z.strictObject({ source: Source, csv: Csv, dryRun }).meta({ id: 'PlaceImport' })

export const LimitBody = z
  .strictObject({
    limit: z
      .strictObject({ least: Households, most: Households })
      .refine((limit) => limit.least <= limit.most, '下限不能大于上限|The least must not exceed the most')
      .nullable(),
  })
  .meta({ id: 'GridSizeLimit' })
export const SetBody = z
  .strictObject({ name: Name, kind: z.enum(['developmentZone', 'dedicated', 'compound', 'other']), areas: z.array(Code).min(1).max(500) })
  .meta({ id: 'AreaSetBody' })
const SetCard = z.object({ code: z.string(), name: z.string(), kind: z.string(), areas: z.array(z.string()) }).meta({ id: 'AreaSet' })
export const SetList = z.object({ items: z.array(SetCard), next: z.string().nullable() }).meta({ id: 'AreaSetList' })
export const Done = z.object({ code: z.string() }).meta({ id: 'AreaDone' })

export const PublicAreaList = z
  .object({
    items: z.array(z.object({ code: z.string(), name: z.string(), level: z.enum(LEVELS), below: z.number().int() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'PublicAreaList' })
export const Located = z
  .object({
    inside: z.boolean(),
    area: z.object({ code: z.string(), name: z.string(), level: z.enum(LEVELS) }).nullable(),
    path: z.array(Pair),
  })
  .meta({ id: 'LocatedArea' })
export const PlaceList = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['area', 'street', 'compound', 'landmark']),
        area: z.string(),
        within: z.string(),
        point: z.object({ lon: z.number(), lat: z.number() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'PlaceList' })
