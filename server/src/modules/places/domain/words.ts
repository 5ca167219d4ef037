import type { Say } from '#platform/refusal'

/** What a building is for. */
export const usages = {
  residential: { zh: '住宅', en: 'Residential' },
  commercial: { zh: '商业', en: 'Commercial' },
  mixed: { zh: '商住两用', en: 'Mixed' },
  public: { zh: '公共', en: 'Public' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Say>
export type Usage = keyof typeof usages
export const usageCodes = Object.keys(usages) as [Usage, ...Usage[]]

/** How a dwelling is used. */
export const tenures = {
  owner: { zh: '自住', en: 'By its owner' },
  rented: { zh: '出租', en: 'Rented' },
  vacant: { zh: '空置', en: 'Vacant' },
  shop: { zh: '商用', en: 'Shop or office' },
  unknown: { zh: '不清楚', en: 'Not known' },
} as const satisfies Record<string, Say>
export type Tenure = keyof typeof tenures
export const tenureCodes = Object.keys(tenures) as [Tenure, ...Tenure[]]

/** Who is called in a building (004-17). */
export const contactRoles = {
  head: { zh: '楼长', en: 'Head of the building' },
  owner: { zh: '业主', en: 'Owner' },
  tenant: { zh: '租户', en: 'Tenant' },
  shop: { zh: '商户', en: 'Shop' },
  property: { zh: '物业', en: 'Property company' },
} as const satisfies Record<string, Say>
export type ContactRole = keyof typeof contactRoles
export const contactRoleCodes = Object.keys(contactRoles) as [ContactRole, ...ContactRole[]]

/** The use that a file names; a building is residential where it says nothing. */
export function usageOf(word: string | null): Usage {
  if (word === null || /住宅|居住|民用/.test(word)) return 'residential'
  if (/商住|综合/.test(word)) return 'mixed'
  if (/商|办公|写字/.test(word)) return 'commercial'
  return /公共|学校|医院|机关/.test(word) ? 'public' : 'other'
}

/** The use of a dwelling that a file names. */
export function tenureOf(word: string | null): Tenure {
  if (word === null) return 'unknown'
  if (/租/.test(word)) return 'rented'
  if (/空|闲置|无人/.test(word)) return 'vacant'
  if (/商|门市|店|办公/.test(word)) return 'shop'
  return /自|业主|本人/.test(word) ? 'owner' : 'unknown'
}
