import type { Say } from '#platform/refusal'
import type { Severity } from '#modules/catalogue'

/** On what a rule of the directory rests (国办函〔2025〕66号: by law, 三定, 权责清单, 乡镇履职清单; an agreement; a ruling). */
export const basisKinds = ['law', 'duties', 'powerList', 'townshipList', 'agreement', 'ruling'] as const
export type BasisKind = (typeof basisKinds)[number]

export const basisSay: Readonly<Record<BasisKind, Say>> = {
  law: { zh: '法律法规', en: 'law' },
  duties: { zh: '三定规定', en: 'statute of duties' },
  powerList: { zh: '权责清单', en: 'list of powers and duties' },
  townshipList: { zh: '乡镇（街道）履职清单', en: 'township list of duties' },
  agreement: { zh: '共建协议', en: 'joint-building agreement' },
  ruling: { zh: '裁决先例', en: 'ruling' },
}

/** A unit that depends on the place: the body of this kind that serves the case's area (000-04: 小事靠物业、大事靠社区). */
export const bodies = ['@property', '@community', '@subdistrict', '@county'] as const
export type Body = (typeof bodies)[number]

export const bodySay: Readonly<Record<Body, Say>> = {
  '@property': { zh: '所在小区的物业', en: 'the property company of the compound' },
  '@community': { zh: '所在社区（村）', en: 'the community or village' },
  '@subdistrict': { zh: '所在街道（乡镇）', en: 'the subdistrict or township' },
  '@county': { zh: '所在县区政府', en: 'the county or district government' },
}

export const isBody = (lead: string): lead is Body => (bodies as readonly string[]).includes(lead)

/** One rule: matters of these classes, in this area, of this severity, go to this lead. */
export type Entry = {
  /** A class code or the beginning of one; '' for every matter. */
  readonly category: string
  /** A scope: a division code without its trailing zero groups; '' for the whole city. */
  readonly area: string
  readonly severity: Severity | null
  /** A unit's id, or a body of the place. */
  readonly lead: string
  /** Unit ids or bodies of the place. */
  readonly support: readonly string[]
  readonly basisKind: BasisKind
  readonly basis: Say
  /** False for a department's matter: it must not go down to a community or a grid. */
  readonly grassRootsAllowed: boolean
  /** Rulings on which the rule rests, by id; who ruled keeps what they say. */
  readonly precedents: readonly string[]
}

/** The directory as it was in force from `validFrom` on, until the next edition. */
export type Directory = {
  readonly number: number
  readonly validFrom: Date
  readonly entries: readonly Entry[]
}

/** An agreement of two units; neither may bounce what it lists (000-05). */
export type Agreement = {
  readonly id: string
  readonly title: Say
  readonly units: readonly [string, string]
  /** Class codes or beginnings of them. */
  readonly categories: readonly string[]
  readonly area: string
  /** Dates in Asia/Shanghai, both included. */
  readonly validFrom: string
  readonly validTo: string | null
}

/** The rule's readable id within its edition: `21004.210911.any`, `20.all.small`, `all.all.any`. */
export function ruleId(entry: Pick<Entry, 'category' | 'area' | 'severity'>): string {
  return `${entry.category || 'all'}.${entry.area || 'all'}.${entry.severity ?? 'any'}`
}

const ruleShape = /^(all|\d{2,5})\.(all|\d{2,15})\.(any|small|large|joint)$/

/** What a rule id says it is about; null when it is not written like one. */
export function readRuleId(id: string): Pick<Entry, 'category' | 'area' | 'severity'> | null {
  const [, category = '', area = '', severity = ''] = ruleShape.exec(id) ?? []
  if (category === '') return null
  const isSeverity = severity === 'small' || severity === 'large' || severity === 'joint'
  return { category: category === 'all' ? '' : category, area: area === 'all' ? '' : area, severity: isSeverity ? severity : null }
}

/** The edition in force at `when`: of those that had begun, the last to begin. */
export function inForce<E extends { readonly number: number; readonly validFrom: Date }>(editions: readonly E[], when: Date): E | null {
  const begun = editions.filter((one) => one.validFrom.getTime() <= when.getTime())
  return begun.toSorted((a, b) => b.validFrom.getTime() - a.validFrom.getTime() || b.number - a.number)[0] ?? null
}
