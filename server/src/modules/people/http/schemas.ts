import { z } from 'zod'
import { PURPOSES } from '#platform/vault'
import { ClockView, OfferView } from '#mechanisms/flow'
import { fieldNames, sealedFields } from '../domain/person.ts'
import { Rule } from '../domain/rule.ts'

export const Words = z.object({ zh: z.string(), en: z.string() })
export const Id = z.strictObject({ id: z.uuid() })
export const Page = { after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }

const purposes = Object.keys(PURPOSES) as (keyof typeof PURPOSES)[]
/** What somebody may look for; opening in an emergency is a route of its own. */
export const PurposeName = z.enum(purposes.filter((one) => one !== 'breakGlass') as [string, ...string[]])

export const SearchBody = z
  .strictObject({ by: z.enum(['idNumber', 'phone', 'name']), value: z.string().trim().min(1).max(60), purpose: PurposeName })
  .meta({ id: 'PersonSearch' })

const Found = z.object({
  id: z.string(),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  area: z.string(),
  areaName: z.string(),
  age: z.number().int().nullable(),
})
export const FoundList = z.object({ items: z.array(Found), more: z.boolean() }).meta({ id: 'FoundPersons' })

const RecordView = z.object({
  id: z.string(),
  source: Words,
  asOf: z.string(),
  receivedAt: z.string(),
  areaName: z.string(),
  benefit: z.string().nullable(),
  level: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  inForce: z.boolean(),
  numberState: z.string(),
  matched: Words,
  score: z.number().int().nullable(),
  reasons: z.array(Words),
  relation: z.string().nullable(),
})

const FieldView = z.object({
  field: z.enum(fieldNames as [string, ...string[]]),
  say: Words,
  value: z.string(),
  source: Words,
  asOf: z.string(),
  trust: z.number().int(),
  because: Words,
  sealed: z.boolean(),
  others: z.array(z.object({ value: z.string(), source: Words, asOf: z.string(), trust: z.number().int() })),
})

export const TagView = z.object({
  category: z.number().int(),
  name: Words,
  how: z.enum(['derived', 'asserted']),
  because: z.array(Words),
  from: z.string(),
  to: z.string().nullable(),
})

export const PersonView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    area: z.object({ code: z.string(), name: z.string() }),
    age: z.number().int().nullable(),
    minor: z.boolean(),
    /** Of a child: whether a guardian agreed. */
    consent: z.boolean().nullable(),
    fields: z.array(FieldView),
    household: z.array(z.object({ id: z.string(), name: z.string(), near: z.boolean(), here: z.boolean() })).nullable(),
    tags: z.array(TagView),
    records: z.array(RecordView),
    mayTag: z.boolean(),
    mayReveal: z.boolean(),
    mayOpen: z.boolean(),
    mayConsent: z.boolean(),
    maySplit: z.boolean(),
  })
  .meta({ id: 'Person' })

export const RevealBody = z.strictObject({ field: z.enum(sealedFields), purpose: PurposeName }).meta({ id: 'RevealPerson' })
export const Revealed = z.object({ value: z.string().nullable() }).meta({ id: 'RevealedField' })
export const SplitBody = z
  .strictObject({ records: z.array(z.uuid()).min(1).max(200), reason: z.string().trim().min(2).max(500) })
  .meta({ id: 'SplitPerson' })
export const SplitMade = z.object({ id: z.string() }).meta({ id: 'SplitPersonMade' })

export const DoubtList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        score: z.number().int(),
        reasons: z.array(Words),
        area: z.string(),
        areaName: z.string(),
        madeAt: z.string(),
        dueAt: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'DoubtList' })

export const DoubtView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    state: z.string(),
    stateSay: Words,
    score: z.number().int(),
    reasons: z.array(Words),
    areaName: z.string(),
    fields: z.array(
      z.object({
        field: z.enum(fieldNames as [string, ...string[]]),
        say: Words,
        one: z.string().nullable(),
        other: z.string().nullable(),
        alike: z.enum(['same', 'differs', 'unknown']),
      }),
    ),
    sides: z.array(z.object({ id: z.string(), areaName: z.string(), near: z.boolean(), records: z.array(RecordView) })),
    clocks: z.array(ClockView),
    offers: z.array(OfferView),
  })
  .meta({ id: 'Doubt' })

export const SourceList = z
  .object({ items: z.array(z.object({ code: z.string(), name: Words, trust: z.record(z.string(), z.number()) })) })
  .meta({ id: 'PeopleSources' })

export const ReasonBody = z.strictObject({ reason: z.string().trim().min(4).max(500) }).meta({ id: 'EmergencyReason' })
export const Opened = z
  .object({ fields: z.partialRecord(z.enum(sealedFields), z.string()), request: z.string() })
  .meta({ id: 'OpenedInEmergency' })
export const ConsentBody = z.strictObject({ guardian: z.uuid() }).meta({ id: 'GuardianConsent' })
export const Done = z.object({ ok: z.literal(true) }).meta({ id: 'PeopleDone' })
export const Made = z.object({ id: z.string() }).meta({ id: 'PersonRequestMade' })

export const VerifyBody = z
  .strictObject({ name: z.string().trim().min(1).max(60), idNumber: z.string().trim().min(15).max(30) })
  .meta({ id: 'VerifyPerson' })
export const AskBody = z
  .strictObject({
    kind: z.enum(['correction', 'copy', 'deletion']),
    field: z.enum(sealedFields).optional(),
    words: z.string().trim().min(2).max(500),
  })
  .meta({ id: 'AskAboutMyself' })

const requestRow = {
  id: z.string(),
  kind: z.enum(['correction', 'copy', 'deletion', 'breakGlass']),
  kindSay: Words,
  fieldSay: Words.nullable(),
  state: z.string(),
  stateSay: Words,
  areaName: z.string(),
  madeAt: z.string(),
  dueAt: z.string().nullable(),
}
export const RequestList = z.object({ items: z.array(z.object(requestRow)), next: z.string().nullable() }).meta({ id: 'PersonRequestList' })
export const RequestView = z
  .object({
    ...requestRow,
    version: z.number().int(),
    post: z.string().nullable(),
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
    words: z.array(z.object({ move: z.string(), at: z.string(), words: z.string().nullable() })),
    clocks: z.array(ClockView),
    offers: z.array(OfferView),
  })
  .meta({ id: 'PersonRequest' })

export const MyPerson = z
  .object({
    known: z.boolean(),
    fields: z.array(z.object({ field: z.string(), say: Words, value: z.string(), source: Words, asOf: z.string(), because: Words })),
    records: z.array(RecordView),
    requests: z.array(z.object({ ...requestRow, answer: z.string().nullable() })),
  })
  .meta({ id: 'MyPerson' })

const Code = z.number().int().min(1).max(999)
export const CategoryList = z
  .object({
    items: z.array(
      z.object({
        code: z.number().int(),
        name: Words,
        kind: z.enum(['service', 'statutory']),
        rule: z.unknown().nullable(),
        enabled: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PeopleCategories' })
export const CategoryBody = z
  .strictObject({
    code: Code,
    name: z.string().trim().min(2).max(40),
    nameEn: z.string().trim().min(2).max(80),
    rule: Rule.nullable(),
    enabled: z.boolean(),
  })
  .meta({ id: 'KeepCategory' })
export const TagBody = z
  .strictObject({ category: Code, evidence: z.string().trim().min(4).max(500), until: z.iso.date() })
  .meta({ id: 'AssertCategory' })
export const UntagBody = z.strictObject({ category: Code, why: z.string().trim().min(2).max(200) }).meta({ id: 'EndCategory' })
export const StatutoryBody = z
  .strictObject({ category: Code, basis: z.string().trim().min(4).max(300), from: z.iso.date(), until: z.iso.date() })
  .meta({ id: 'StatutoryEntry' })
export const StatutoryList = z
  .object({
    items: z.array(
      z.object({ id: z.string(), category: z.number().int(), name: Words, basis: z.string(), from: z.string(), to: z.string() }),
    ),
  })
  .meta({ id: 'StatutoryEntries' })
export const EntryQuery = z.strictObject({ ...Page, category: z.coerce.number().int().min(1).max(999), purpose: PurposeName })
export const EntryList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        name: z.string(),
        areaName: z.string(),
        how: z.enum(['derived', 'asserted']),
        from: z.string(),
        because: z.array(Words),
        to: z.string().nullable(),
        endedBecause: z.array(Words),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'CategoryEntries' })
const Share = z.object({ key: z.string(), say: Words, n: z.number().int().nullable() })
export const Statistics = z
  .object({
    area: z.object({ code: z.string(), name: z.string() }),
    of: z.number().int().nullable(),
    ages: z.array(Share),
    ethnicities: z.array(Share),
    categories: z.array(Share),
  })
  .meta({ id: 'PeopleStatistics' })
