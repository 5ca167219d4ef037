import { z } from 'zod'
import { severities } from '#modules/catalogue'
import { type Agreement, basisKinds, type Entry, ruleId } from '../domain/directory.ts'
import { type Change, parts, partSay } from '../domain/compare.ts'
import { weighedSay } from '../domain/weigh.ts'
import type { Compared, DispatchSuggestion, EditionRow } from '../queries.ts'

const Say = z.object({ zh: z.string(), en: z.string() })
const phrase = (most: number) => z.string().trim().min(1).max(most)
const Phrases = (most: number) => z.strictObject({ zh: phrase(most), en: phrase(most) })

const Scope = z.string().regex(/^\d{0,15}$/)
const Prefix = z.string().regex(/^\d{2,5}$/)
const Unit = z.string().min(1).max(60)

export const Edition = z
  .object({
    number: z.number().int(),
    state: z.enum(['draft', 'published']),
    title: Say,
    validFrom: z.string().nullable(),
    publishedAt: z.string().nullable(),
    entries: z.number().int(),
    version: z.number().int(),
    reason: z.string().nullable(),
    /** The version whose effect on past matters was last looked at. */
    previewed: z.number().int().nullable(),
  })
  .meta({ id: 'DirectoryEdition' })

export const EditionList = z.object({ items: z.array(Edition), next: z.string().nullable() }).meta({ id: 'DirectoryEditionList' })

export const Rule = z
  .object({
    rule: z.string(),
    category: z.string(),
    area: z.string(),
    severity: z.enum(severities).nullable(),
    lead: z.string(),
    support: z.array(z.string()),
    basisKind: z.enum(basisKinds),
    basis: Say,
    grassRootsAllowed: z.boolean(),
    /** Rulings on which the rule rests. */
    precedents: z.array(z.string()),
  })
  .meta({ id: 'DirectoryRule' })

/** What differs between two editions, rule by rule. */
export const Comparison = z
  .object({
    from: z.number().int().nullable(),
    to: z.number().int(),
    added: z.number().int(),
    removed: z.number().int(),
    changed: z.number().int(),
    items: z.array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        rule: z.string(),
        before: Rule.nullable(),
        after: Rule.nullable(),
        parts: z.array(z.object({ part: z.enum(parts), say: Say })),
      }),
    ),
  })
  .meta({ id: 'DirectoryComparison' })

export const RuleList = z.object({ items: z.array(Rule), next: z.string().nullable() }).meta({ id: 'DirectoryRuleList' })

/** What a deletion leaves behind: the edition it was in. */
export const Dropped = z.object({ edition: z.number().int() }).meta({ id: 'DirectoryDropped' })

export const FaultList = z
  .object({ items: z.array(z.object({ rule: z.string().nullable(), code: z.string(), say: Say })) })
  .meta({ id: 'DirectoryFaultList' })

const AgreementView = z
  .object({
    id: z.string(),
    title: Say,
    units: z.array(z.string()),
    categories: z.array(z.string()),
    area: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'JointAgreement' })

export { AgreementView }

export const AgreementList = z.object({ items: z.array(AgreementView), next: z.string().nullable() }).meta({ id: 'JointAgreementList' })

export const Suggested = z
  .object({
    lead: z.string().nullable(),
    support: z.array(z.string()),
    because: Say,
    rule: z.string().nullable(),
    version: z.string().nullable(),
    grassRootsAllowed: z.boolean().nullable(),
    agreement: AgreementView.nullable(),
    alternatives: z.array(z.object({ unit: z.string(), because: Say, rule: z.string() })),
    weighed: z.array(z.object({ rule: z.string(), unit: z.string().nullable(), because: z.string(), say: Say })),
  })
  .meta({ id: 'DispatchSuggestion' })

const Limit = z.coerce.number().int().min(1).max(200).default(100)

export const EditionPage = z.strictObject({ after: z.coerce.number().int().min(1).max(1_000_000).optional(), limit: Limit })
export const RulePage = z.strictObject({
  after: z.string().max(40).optional(),
  category: Prefix.optional(),
  area: Scope.optional(),
  limit: Limit,
})
export const AgreementPage = z.strictObject({ after: z.uuid().optional(), limit: Limit })
export const EditionParam = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) })
export const RuleParam = EditionParam.extend({ rule: z.string().max(40) })
export const AgreementParam = z.strictObject({ id: z.uuid() })

export const SuggestionQuery = z.strictObject({
  category: z.string().regex(/^C?\d{5}$/),
  area: Scope.min(2),
  severity: z.enum(severities).optional(),
  when: z.iso.datetime({ offset: true }).optional(),
})

export const DraftBody = z.strictObject({ title: Phrases(80) })
export const RuleBody = z.strictObject({
  lead: Unit,
  support: z.array(Unit).max(10).default([]),
  basisKind: z.enum(basisKinds),
  basis: Phrases(300),
  grassRootsAllowed: z.boolean(),
  precedents: z.array(z.uuid()).max(50).default([]),
})
export const CompareQuery = z.strictObject({ with: z.coerce.number().int().min(1).max(1_000_000).optional() })
export const PublishBody = z.strictObject({
  version: z.number().int().min(1),
  validFrom: z.iso.date(),
  reason: z.string().trim().min(2, '请写明为什么发布|Please say why').max(300),
})
export const AgreementBody = z.strictObject({
  title: Phrases(80),
  units: z.tuple([Unit, Unit]).refine(([one, other]) => one !== other, { message: '两家单位不能相同|The two units must differ' }),
  categories: z.array(Prefix).min(1).max(100),
  area: Scope.default(''),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().default(null),
})
export const EndBody = z.strictObject({ on: z.iso.date() })

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export function editionView(row: EditionRow): z.input<typeof Edition> {
  const { number, state, entries, version, reason, previewed } = row
  return {
    number,
    state,
    entries,
    version,
    reason,
    previewed,
    title: { zh: row.title_zh, en: row.title_en },
    validFrom: iso(row.valid_from),
    publishedAt: iso(row.published_at),
  }
}

export function ruleView(entry: Entry): z.input<typeof Rule> {
  return { rule: ruleId(entry), ...entry, support: [...entry.support], precedents: [...entry.precedents] }
}

export function comparisonView({ from, to, changes }: Compared): z.input<typeof Comparison> {
  const count = (kind: Change['kind']): number => changes.filter((one) => one.kind === kind).length
  return {
    from,
    to,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    items: changes.map((one) => ({
      kind: one.kind,
      rule: one.rule,
      before: one.before === null ? null : ruleView(one.before),
      after: one.after === null ? null : ruleView(one.after),
      parts: one.parts.map((part) => ({ part, say: partSay[part] })),
    })),
  }
}

export function agreementView(one: Agreement): z.input<typeof AgreementView> {
  return { ...one, units: [...one.units], categories: [...one.categories] }
}

export function suggestionView(found: DispatchSuggestion): z.input<typeof Suggested> {
  const agreement = found.agreement === null ? null : agreementView(found.agreement)
  const weighed = found.weighed.map((one) => ({ ...one, say: weighedSay[one.because] }))
  return { ...found, support: [...found.support], agreement, alternatives: [...found.alternatives], weighed }
}
