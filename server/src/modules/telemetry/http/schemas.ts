import { z } from 'zod'
import { graceOfKeyMs, type MessageProblem, messageProblems } from '../domain/device.ts'

export const Words = z.object({ zh: z.string(), en: z.string() })
const Instant = z.string()

export const MeasureNow = z
  .object({ key: z.string(), say: Words, unit: z.string(), value: z.number().nullable(), at: Instant.nullable() })
  .meta({ id: 'DeviceMeasureNow' })

export const DeviceCard = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    kindSay: Words,
    component: z.string(),
    area: z.string(),
    areaName: z.string(),
    place: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
    heardAt: Instant.nullable(),
    now: z.array(MeasureNow),
    openAlarms: z.number().int(),
    problem: z.object({ say: Words, at: Instant, n: z.number().int() }).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Device' })
export const DeviceList = z.object({ items: z.array(DeviceCard), next: z.string().nullable() }).meta({ id: 'DeviceList' })

/** The secret is in the first answer alone; a replay has null. */
export const DeviceWithKey = z.object({ device: DeviceCard, key: z.string().nullable() }).meta({ id: 'DeviceWithKey' })

const Name = z.string().trim().min(1).max(60)
const Component = z.string().trim().min(1).max(40)
const Code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const Area = z.string().regex(/^\d{4,15}$/)
const Place = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  source: z.enum(['wgs84', 'gcj02', 'bd09']),
  words: z.string().trim().min(1).max(200).optional(),
})

export const DeviceBody = z
  .strictObject({ name: Name, kind: Code, component: Component, place: Place.optional(), area: Area.optional() })
  .meta({ id: 'DeviceBody' })
export const DevicePatch = z
  .strictObject({
    version: z.number().int().min(1),
    name: Name.optional(),
    component: Component.optional(),
    place: Place.optional(),
    area: Area.optional(),
  })
  .meta({ id: 'DevicePatch' })

const paging = { after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
export const DeviceQuery = z.strictObject({
  q: z.string().trim().min(1).max(60).optional(),
  area: Area.optional(),
  kind: Code.optional(),
  component: Component.optional(),
  trouble: z.stringbool().optional(),
  ...paging,
})
export const DevicePath = z.strictObject({ id: z.uuid() })
export const ReadingsQuery = z.strictObject({
  measure: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  hours: z.coerce.number().int().min(1).max(1344).default(24),
})
export const Readings = z
  .object({ items: z.array(z.object({ at: Instant, least: z.number(), most: z.number(), mean: z.number() })) })
  .meta({ id: 'DeviceReadings' })

export const AlarmCard = z
  .object({
    id: z.string(),
    component: z.string(),
    device: z.string(),
    deviceName: z.string(),
    kind: z.string(),
    say: Words,
    area: z.string(),
    areaName: z.string(),
    openedAt: Instant,
    lastAt: Instant,
    clearedAt: Instant.nullable(),
    times: z.number().int(),
    value: z.number().nullable(),
    worst: z.number().nullable(),
    unit: z.string(),
    caseId: z.string().nullable(),
    storm: z.boolean(),
  })
  .meta({ id: 'DeviceAlarm' })
export const AlarmList = z.object({ items: z.array(AlarmCard), next: z.string().nullable() }).meta({ id: 'DeviceAlarmList' })
export const AlarmQuery = z.strictObject({
  state: z.enum(['open', 'cleared']).optional(),
  area: Area.optional(),
  kind: Code.optional(),
  device: z.uuid().optional(),
  case: z.uuid().optional(),
  ...paging,
})

const Readable = z.number().min(-1e9).max(1e9)
const readings = z.number().int().min(1).max(20)
const minutes = z.number().int().min(1).max(43_200)
const limits = { limit: Readable, clear: Readable }
export const RuleTest = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('above'), ...limits, readings }),
    z.strictObject({ kind: z.literal('below'), ...limits, readings }),
    z.strictObject({
      kind: z.literal('rate'),
      way: z.enum(['rise', 'fall', 'both']),
      ...limits,
      minutes: z.number().int().min(1).max(1440),
    }),
    z.strictObject({ kind: z.literal('silence'), minutes }),
    z.strictObject({ kind: z.literal('unusual'), limit: z.number().min(1).max(100), clear: z.number().min(0.1).max(100), readings }),
  ])
  .meta({ id: 'DeviceRuleTest' })

export const RuleCard = z
  .object({
    code: z.string(),
    deviceKind: z.string(),
    measure: z.string().nullable(),
    say: Words,
    test: RuleTest,
    enabled: z.boolean(),
    category: z.string().nullable(),
    waitSeconds: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'DeviceRule' })
export const KindCard = z
  .object({ code: z.string(), say: Words, measures: z.array(z.object({ key: z.string(), say: Words, unit: z.string() })) })
  .meta({ id: 'DeviceKind' })
export const RuleList = z.object({ kinds: z.array(KindCard), items: z.array(RuleCard), next: z.null() }).meta({ id: 'DeviceRuleList' })

const Phrase = (most: number) => z.string().trim().min(1).max(most)
const Say = z.strictObject({ zh: Phrase(40), en: Phrase(80) })
const Category = z.string().min(1).max(10).nullable()
const Wait = z.number().int().min(0).max(86_400)
const MeasureKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)

export const RuleBody = z
  .strictObject({
    code: Code,
    deviceKind: Code,
    measure: MeasureKey.nullable(),
    say: Say,
    test: RuleTest,
    category: Category,
    waitSeconds: Wait,
  })
  .meta({ id: 'DeviceRuleBody' })
export const RulePatch = z
  .strictObject({
    version: z.number().int().min(1),
    say: Say.optional(),
    test: RuleTest.optional(),
    enabled: z.boolean().optional(),
    category: Category.optional(),
    waitSeconds: Wait.optional(),
  })
  .meta({ id: 'DeviceRulePatch' })
export const CodePath = z.strictObject({ code: z.string().max(40) })
export const KindBody = z
  .strictObject({
    code: Code,
    say: Say,
    measures: z
      .array(z.strictObject({ key: MeasureKey, say: Say, unit: z.string().max(12) }))
      .min(1)
      .max(16),
  })
  .meta({ id: 'DeviceKindBody' })

const One = z.strictObject({
  at: z.union([z.string().max(40), z.number()]).optional(),
  values: z.record(z.string().max(40), z.union([z.number(), z.boolean()])),
})
/** One message, or several that were kept while there was no network. */
export const ReadingsBody = z.union([One, z.strictObject({ messages: z.array(One).min(1).max(100) })]).meta({ id: 'DeviceMessage' })
export const ReadingsReceipt = z
  .object({
    kept: z.number().int(),
    problems: z.array(z.object({ code: z.enum(Object.keys(messageProblems) as [MessageProblem, ...MessageProblem[]]), say: Words })),
  })
  .meta({ id: 'DeviceReceipt' })

export const Done = z.object({ id: z.string() }).meta({ id: 'DeviceDone' })
export const KeyChanged = z
  .object({ id: z.string(), key: z.string().nullable(), oldEndsInHours: z.number() })
  .meta({ id: 'DeviceKeyChanged', description: `The key before still opens for ${graceOfKeyMs / 3_600_000} hours.` })
