import type { Say } from '#platform/refusal'

/** Kinds of compound (001-09, 004-08). 弃管 is none of them: it is who manages it, and that changes. */
export const compoundKinds = {
  commodity: { zh: '商品房小区', en: 'Commodity housing' },
  old: { zh: '老旧小区', en: 'Old compound' },
  resettlement: { zh: '回迁小区', en: 'Resettlement' },
  open: { zh: '开放式小区', en: 'Open compound' },
  unitYard: { zh: '单位家属院', en: 'Yard of a work unit' },
} as const satisfies Record<string, Say>
export type CompoundKind = keyof typeof compoundKinds
export const compoundKindCodes = Object.keys(compoundKinds) as [CompoundKind, ...CompoundKind[]]

/** Who manages a compound (003-18): a company, its residents' own body, or nobody. */
export const managements = {
  managed: { zh: '有物业', en: 'Managed by a company' },
  selfManaged: { zh: '居民自管', en: 'Managed by its residents' },
  unmanaged: { zh: '弃管', en: 'Unmanaged' },
} as const satisfies Record<string, Say>
export type Management = keyof typeof managements
export const managementCodes = Object.keys(managements) as [Management, ...Management[]]

/** How a compound is managed, from the slots around it. */
export function managementOf(bodies: readonly { readonly slot: string; readonly unit: string | null }[]): Management {
  const filled = (slot: string): boolean => bodies.some((body) => body.slot === slot && body.unit !== null)
  if (filled('propertyCompany')) return 'managed'
  return filled('homeownersCommittee') ? 'selfManaged' : 'unmanaged'
}

const spellings: readonly (readonly [RegExp, CompoundKind])[] = [
  [/老旧|老小区|旧小区/, 'old'],
  [/回迁|安置/, 'resettlement'],
  [/开放|散居|无围墙/, 'open'],
  [/单位|家属院/, 'unitYard'],
  [/商品/, 'commodity'],
]

/** The kinds that a file names, several in one cell too; `rest` true where a word was none of them (弃管 says who manages it, and is left to the slots). */
export function readCompoundKinds(text: string): { readonly kinds: CompoundKind[]; readonly rest: boolean } {
  const words = text.split(/[、,，;；/\s]+/).filter((word) => word !== '')
  const kinds = words.flatMap((word) => spellings.filter(([pattern]) => pattern.test(word)).map(([, kind]) => kind))
  const rest = words.some((word) => !/弃管/.test(word) && !spellings.some(([pattern]) => pattern.test(word)))
  return { kinds: [...new Set(kinds)], rest }
}
