import { z } from 'zod'
import { contactRoleCodes, tenureCodes, usageCodes } from '../domain/words.ts'

export const Words = z.object({ zh: z.string(), en: z.string() })
export const Scope = z.string().regex(/^\d{2,15}$/)
const PlaceId = z.uuid()
export const Id = z.strictObject({ id: PlaceId })
const Page = { after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const Query = z.string().trim().min(1).max(60)
const Lon = z.number().min(-180).max(180)
const Lat = z.number().min(-90).max(90)
const Cycle = z.number().int().min(1).max(3660)
const Code = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const Day = z.iso.date()

export const SmallPlaceQuery = z.strictObject({
  ...Page,
  area: Scope.optional(),
  kind: Code.optional(),
  due: z.stringbool().optional(),
  q: Query.optional(),
})

export const SmallPlaceCard = z
  .object({
    id: z.string(),
    area: z.string(),
    areaName: z.string(),
    kind: z.string(),
    kindSay: Words,
    name: z.string(),
    address: z.string(),
    uscc: z.string().nullable(),
    cycleDays: z.number().int().nullable(),
    /** The cycle is its own, not that of its kind. */
    ownCycle: z.boolean(),
    inspectedOn: z.string().nullable(),
    nextOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    due: z.boolean(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    source: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'SmallPlace' })
export const SmallPlaceList = z.object({ items: z.array(SmallPlaceCard), next: z.string().nullable() }).meta({ id: 'SmallPlaceList' })

export const SmallPlaceBody = z
  .strictObject({
    area: z.string().regex(/^(\d{6}|\d{9}|\d{12}|\d{15})$/),
    kind: Code,
    name: z.string().trim().min(1).max(80),
    address: z.string().trim().min(1).max(160),
    uscc: z.string().length(18).nullable().optional(),
    cycleDays: Cycle.nullable().optional(),
    inspectedOn: Day.nullable().optional(),
    point: z.strictObject({ lon: Lon, lat: Lat }).optional(),
  })
  .meta({ id: 'SmallPlaceBody' })

export const SmallPlacePatch = z
  .strictObject({
    version: z.number().int().min(1),
    kind: Code.optional(),
    uscc: z.string().length(18).nullable().optional(),
    cycleDays: Cycle.nullable().optional(),
    inspectedOn: Day.nullable().optional(),
    closedOn: Day.nullable().optional(),
  })
  .meta({ id: 'SmallPlacePatch' })

export const KindList = z
  .object({
    area: z.string(),
    items: z.array(
      z.object({
        code: z.string(),
        say: Words,
        words: z.array(z.string()),
        cycleDays: z.number().int(),
        enabled: z.boolean(),
        setIn: z.string(),
        n: z.number().int(),
        due: z.number().int(),
        never: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'PlaceKinds' })

export const KindBody = z
  .strictObject({
    area: Scope,
    name: z.string().trim().min(1).max(40),
    nameEn: z.string().trim().max(60).default(''),
    words: z.array(z.string().trim().min(1).max(40)).max(40).default([]),
    cycleDays: Cycle,
    enabled: z.boolean().default(true),
  })
  .meta({ id: 'PlaceKindBody' })
export const KindCode = z.strictObject({ code: Code })

export const BuildingQuery = z.strictObject({
  ...Page,
  area: Scope.optional(),
  compound: z.string().max(60).optional(),
  q: Query.optional(),
})

const BuildingCard = z
  .object({
    id: z.string(),
    area: z.string(),
    areaName: z.string(),
    compound: z.string().nullable(),
    address: z.string(),
    usage: z.enum(usageCodes),
    usageSay: Words,
    floors: z.number().int().nullable(),
    households: z.number().int().nullable(),
    built: z.number().int().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    source: z.string().nullable(),
    version: z.number().int(),
    dwellings: z.number().int(),
    contacts: z.number().int(),
  })
  .meta({ id: 'Building' })
export const BuildingList = z.object({ items: z.array(BuildingCard), next: z.string().nullable() }).meta({ id: 'BuildingList' })

export const BuildingDetail = BuildingCard.extend({
  entrances: z.array(z.object({ name: z.string(), lift: z.boolean().nullable(), ramp: z.boolean().nullable() })),
  rooms: z.array(
    z.object({
      id: z.string(),
      entrance: z.string(),
      floor: z.number().int().nullable(),
      room: z.string(),
      tenure: z.enum(tenureCodes),
      tenureSay: Words,
    }),
  ),
  tree: z.array(
    z.object({
      id: z.string(),
      dwelling: z.string().nullable(),
      above: z.string().nullable(),
      role: z.enum(contactRoleCodes),
      roleSay: Words,
      name: z.string(),
      phone: z.string(),
      consentOn: z.string(),
    }),
  ),
}).meta({ id: 'BuildingDetail' })

export const ContactBody = z
  .strictObject({
    role: z.enum(contactRoleCodes),
    name: z.string().trim().min(1).max(40),
    phone: z.string().trim().min(5).max(30),
    consentOn: Day,
    dwelling: PlaceId.optional(),
    above: PlaceId.optional(),
  })
  .meta({ id: 'BuildingContactBody' })

export const ShowBody = z
  .strictObject({ field: z.enum(['name', 'phone']), purpose: z.string().max(40) })
  .meta({ id: 'BuildingContactShow' })
export const ShownValue = z.object({ value: z.string().nullable() }).meta({ id: 'BuildingContactShown' })
export const Done = z.object({ id: z.string() }).meta({ id: 'BuildingContactDone' })

const Share = { say: Words, n: z.number().int().nullable(), of: z.number().int().nullable() }
export const ProfileCard = z
  .object({
    area: z.string(),
    name: z.string(),
    items: z.array(z.object({ code: z.string(), ...Share, from: Words })),
    managed: z.array(z.object(Share)),
  })
  .meta({ id: 'DifficultyProfile' })

export const SearchQuery = z.strictObject({ q: Query, area: Scope.optional(), limit: z.coerce.number().int().min(1).max(50).default(10) })
export const SearchList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['smallPlace', 'building']),
        name: z.string(),
        note: z.string(),
        area: z.string(),
        areaName: z.string(),
        lon: z.number().nullable(),
        lat: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'PlaceHits' })
