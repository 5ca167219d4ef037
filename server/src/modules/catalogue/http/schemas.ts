import { z } from 'zod'
import { limitSchema } from '#platform/calendar'
import { categoryKinds, type CityCategory, emergencyNumbers, schemes, severities, severitySay } from '../domain/category.ts'
import type { GroupedCategories, Suggestions } from '../queries.ts'

const Say = z.object({ zh: z.string(), en: z.string() })

const Emergency = z.object({ call: z.enum(emergencyNumbers), minutes: z.number().int(), say: Say }).meta({ id: 'CategoryEmergency' })

/** A class as everybody sees it. */
const Category = z
  .object({
    code: z.string(),
    scheme: z.enum(schemes),
    kind: z.enum(categoryKinds),
    name: Say,
    plain: Say,
    group: z.object({ code: z.string(), name: Say }),
    severity: z.enum(severities),
    severitySay: Say,
    home: z.boolean(),
    emergency: Emergency.nullable(),
  })
  .meta({ id: 'Category' })

export const CategoryGroups = z
  .object({ groups: z.array(z.object({ code: z.string(), name: Say, items: z.array(Category) })), count: z.number().int() })
  .meta({ id: 'CategoryGroups' })

export const CategorySuggestions = z
  .object({
    items: z.array(z.object({ category: Category, score: z.number().min(0).max(1), because: z.array(z.string()) })),
    emergency: Emergency.extend({ because: z.array(z.string()), by: z.enum(['words', 'category']) })
      .meta({ id: 'EmergencyHint' })
      .nullable(),
  })
  .meta({ id: 'CategorySuggestions' })

const Limits = z.strictObject({ handOver: limitSchema.optional(), acknowledge: limitSchema.optional(), finish: limitSchema.optional() })

/** A class as its administrator sees it. */
export const CityCategoryView = Category.extend({
  enabled: z.boolean(),
  local: z.boolean(),
  limits: Limits,
  words: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  version: z.number().int(),
}).meta({ id: 'CityCategory' })

export const CityCategoryList = z.object({ items: z.array(CityCategoryView), next: z.string().nullable() }).meta({ id: 'CityCategoryList' })

const phrase = (most: number) => z.string().trim().min(1).max(most)
const Phrases = (most: number) => z.strictObject({ zh: phrase(most), en: phrase(most) })
const Words = z.string().max(2000)

export const ListQuery = z.strictObject({
  q: z.string().max(40).optional(),
  group: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  kind: z.enum(['case', 'component']).optional(),
})

export const SuggestBody = z.strictObject({ text: z.string().min(1).max(4000), top: z.number().int().min(1).max(10).optional() })

export const AdminQuery = z.strictObject({
  q: z.string().max(40).optional(),
  enabled: z.enum(['yes', 'no']).optional(),
  after: z.string().max(6).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

export const CodeParam = z.strictObject({ code: z.string().max(10) })

export const ChangeBody = z.strictObject({
  version: z.number().int().min(1),
  enabled: z.boolean().optional(),
  plain: Phrases(200).optional(),
  severity: z.enum(severities).optional(),
  home: z.boolean().optional(),
  limits: Limits.optional(),
  words: Words.optional(),
  validFrom: z.iso.date().nullable().optional(),
  validTo: z.iso.date().nullable().optional(),
})

export const NewBody = z.strictObject({
  group: z.string().regex(/^\d{2}$/),
  name: Phrases(40),
  plain: Phrases(200),
  severity: z.enum(severities),
  home: z.boolean(),
  limits: Limits.optional(),
  words: Words.optional(),
})

/** What everybody may know of a class. */
export function viewOf(one: CityCategory): z.input<typeof Category> {
  const { code, scheme, kind, name, plain, severity, home } = one
  const group = { code: one.group.code, name: one.group.name }
  return { code, scheme, kind, name, plain, group, severity, severitySay: severitySay[severity], home, emergency: one.emergency ?? null }
}

/** What its administrator sees. */
export function adminViewOf(one: CityCategory): z.input<typeof CityCategoryView> {
  const { enabled, local, words, validFrom, validTo, version } = one
  return { ...viewOf(one), enabled, local, limits: { ...one.limits }, words, validFrom, validTo, version }
}

export function groupsView(groups: readonly GroupedCategories[]): z.input<typeof CategoryGroups> {
  const shown = groups.map(({ group, items }) => ({ code: group.code, name: group.name, items: items.map(viewOf) }))
  return { groups: shown, count: shown.reduce((sum, one) => sum + one.items.length, 0) }
}

export function suggestionsView({ items, emergency }: Suggestions): z.input<typeof CategorySuggestions> {
  const shown = items.map(({ category, score, because }) => ({ category: viewOf(category), score, because: [...because] }))
  return { items: shown, emergency: emergency === null ? null : { ...emergency, because: [...emergency.because] } }
}
