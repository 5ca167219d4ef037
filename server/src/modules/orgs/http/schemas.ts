import { z } from 'zod'
import { compoundKindCodes, managementCodes } from '../domain/compound.ts'
import { dutyLevelCodes } from '../domain/duty.ts'
import { postRoles } from '../domain/roles.ts'
import { levels, positionCodes, slotCodes, unitKinds } from '../domain/unit.ts'

/** Roles that read the register: everybody who works here. */
export const staff = [...postRoles]

export const Words = z.object({ zh: z.string(), en: z.string() })
export const Scope = z.string().regex(/^\d{2,15}$/)
export const Grid = z.string().regex(/^\d{12,15}$/)
export const UnitId = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,59}$/)
export const Day = z.iso.date()
export const Page = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const Name = z.string().trim().min(1).max(80)

export const UnitCard = z
  .object({
    id: z.string(),
    kind: z.enum(unitKinds),
    kindSay: Words,
    level: z.enum(levels),
    name: Words,
    area: z.string(),
    parent: z.string().nullable(),
    attachedTo: z.string().nullable(),
    uscc: z.string().nullable(),
    phone: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Unit' })
/** A line of the register of units: its area by its name too. */
export const UnitLine = UnitCard.extend({ areaName: z.string() }).meta({ id: 'UnitLine' })
export const UnitList = z.object({ items: z.array(UnitLine), next: z.string().nullable() }).meta({ id: 'UnitList' })

export const UnitBody = z
  .strictObject({
    id: UnitId,
    kind: z.enum(unitKinds),
    name: Name,
    nameEn: z.string().trim().max(120).optional(),
    area: Scope,
    parent: UnitId.nullable().optional(),
    attachedTo: UnitId.nullable().optional(),
    uscc: z.string().length(18).nullable().optional(),
    phone: z.string().trim().max(40).optional(),
  })
  .meta({ id: 'UnitBody' })

export const UnitPatch = UnitBody.omit({ id: true, kind: true })
  .partial()
  .extend({ version: z.number().int().min(1) })
  .strict()
  .meta({ id: 'UnitPatch' })

export const PartyTree = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(unitKinds),
        name: z.string(),
        parent: z.string().nullable(),
        level: z.number().int(),
        levelName: Words.nullable(),
      }),
    ),
  })
  .meta({ id: 'PartyTree' })
export const PartyLevels = z
  .strictObject({
    levels: z
      .array(
        z.strictObject({
          level: z.number().int().min(1).max(6),
          name: z.string().trim().min(1).max(40),
          nameEn: z.string().trim().min(1).max(60),
        }),
      )
      .max(6)
      .refine((all) => new Set(all.map((one) => one.level)).size === all.length, '每一级只能有一个名称|Each level has one name'),
  })
  .meta({ id: 'PartyLevels' })

export const PostCard = z
  .object({
    id: z.string(),
    role: z.enum(postRoles),
    roleSay: Words,
    org: z.object({ id: z.string(), name: Words }),
    area: z.string(),
    areas: z.array(z.string()),
    holders: z.number().int(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'Post' })
/** A line of the register of posts: its area by its name too. */
export const PostLine = PostCard.extend({ areaName: z.string() }).meta({ id: 'PostLine' })
export const PostList = z.object({ items: z.array(PostLine), next: z.string().nullable() }).meta({ id: 'PostList' })
export const PostBody = z
  .strictObject({ role: z.enum(postRoles), org: UnitId, area: Scope, areas: z.array(Scope).max(200).optional() })
  .meta({ id: 'PostBody' })

export const CompoundCard = z
  .object({
    id: z.string(),
    name: z.string(),
    area: z.string(),
    areaName: z.string(),
    households: z.number().int().nullable(),
    kinds: z.array(z.object({ kind: z.enum(compoundKindCodes), say: Words })),
    built: z.number().int().nullable(),
    management: z.enum(managementCodes),
    managementSay: Words,
    bodies: z.array(
      z.object({
        slot: z.enum(slotCodes),
        slotSay: Words,
        unit: z.string().nullable(),
        unitName: z.string().nullable(),
        since: z.string(),
      }),
    ),
    /** 弃管: there is no property company. */
    unmanaged: z.boolean(),
  })
  .meta({ id: 'Compound' })
export const CompoundList = z.object({ items: z.array(CompoundCard), next: z.string().nullable() }).meta({ id: 'CompoundList' })
export const CompoundBody = z
  .strictObject({
    id: UnitId,
    name: Name,
    area: Grid,
    households: z.number().int().min(0).max(100_000).nullable().default(null),
    kinds: z.array(z.enum(compoundKindCodes)).max(5).default([]),
    built: z.number().int().min(1800).max(2200).nullable().default(null),
  })
  .meta({ id: 'CompoundBody' })

export const CompanyList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        uscc: z.string().nullable(),
        area: z.string(),
        branch: z.string().nullable(),
        branchName: z.string().nullable(),
        compounds: z.array(z.object({ id: z.string(), name: z.string() })),
        redMark: z.object({ grounds: z.string(), markedOn: z.string() }).nullable(),
        secretaryIsManager: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'PropertyCompanyList' })

export const GridWorkerCard = z
  .object({
    id: z.string(),
    kind: z.enum(['fullTime', 'partTime', 'mobile']),
    grid: z.string(),
    gridName: z.string(),
    account: z.string().nullable(),
    name: z.string(),
    phone: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    consentOn: z.string().nullable(),
  })
  .meta({ id: 'GridWorker' })
export const GridWorkerList = z.object({ items: z.array(GridWorkerCard), next: z.string().nullable() }).meta({ id: 'GridWorkerList' })
export const GridWorkerBody = z
  .strictObject({
    kind: z.enum(['fullTime', 'partTime', 'mobile']),
    grid: Grid,
    name: z.string().trim().min(1).max(60),
    phone: z.string().trim().max(30).optional(),
    account: z.uuid().nullable().optional(),
    fromOn: Day.optional(),
    consentOn: Day.optional(),
  })
  .meta({ id: 'GridWorkerBody' })

export const AppointmentCard = z
  .object({
    id: z.string(),
    unit: z.string(),
    position: z.enum(positionCodes),
    positionSay: Words,
    crossFrom: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    name: z.string().nullable(),
  })
  .meta({ id: 'Appointment' })
export const AppointmentBody = z
  .strictObject({
    unit: UnitId,
    position: z.enum(positionCodes),
    name: z.string().trim().min(1).max(60).optional(),
    sameAs: z.uuid().optional(),
    crossFrom: UnitId.optional(),
    fromOn: Day.optional(),
    toOn: Day.optional(),
  })
  .meta({ id: 'AppointmentBody' })

export const DutyChain = z
  .object({
    area: z.string(),
    links: z.array(
      z.object({
        level: z.enum(dutyLevelCodes),
        say: Words,
        units: z.array(z.object({ id: z.string(), name: Words })),
        /** Areas within this one that name units of their own. */
        below: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'DutyChain' })

export const Completeness = z
  .object({
    area: z.string(),
    asOf: z.string(),
    lines: z.array(
      z.object({
        code: z.string(),
        say: Words,
        n: z.number().int(),
        of: z.number().int(),
        missing: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Completeness' })

export const Done = z.object({ id: z.string() }).meta({ id: 'Done' })
