import type { Limit } from '#platform/calendar'
import type { Say } from '#platform/refusal'

/** Where a class comes from: the national standard, or Linli's own extension for livelihood matters. */
export const schemes = ['GB/T 47678.5-2026', 'linli'] as const
export type Scheme = (typeof schemes)[number]

/** component 部件: a class of things · matter 管理事项: a class of troubles in the street · livelihood 民生诉求: what the standard leaves out. */
export const categoryKinds = ['component', 'matter', 'livelihood'] as const
export type CategoryKind = (typeof categoryKinds)[number]

/** 小事靠物业 small · 大事靠社区 large · 难事共同解决 joint (000-04; 002-15: small is settled in the grid). */
export const severities = ['small', 'large', 'joint'] as const
export type Severity = (typeof severities)[number]

/** 110 police · 119 fire and rescue · 120 ambulance · 122 traffic police. */
export const emergencyNumbers = ['110', '119', '120', '122'] as const
export type EmergencyNumber = (typeof emergencyNumbers)[number]

/** What to do before filling in any form. `minutes`: the limit of the handover to the emergency service. */
export type Emergency = { readonly say: Say; readonly call: EmergencyNumber; readonly minutes: number }

/** The first two digits of a class and what they stand for. */
export type CategoryGroup = { readonly code: string; readonly scheme: Scheme; readonly name: Say }

/**
 * One word that speaks for a class (weight > 0) or against it (weight < 0).
 * With `near`, it counts only where `near` stands within a few characters of it.
 */
export type Keyword = { readonly word: string; readonly near?: string; readonly weight: number }

export type Category = {
  /** Unique in the catalogue: the class for matters and livelihood matters, `C` + the class for components. */
  readonly code: string
  readonly scheme: Scheme
  readonly kind: CategoryKind
  /** Class code of 2 + 3 digits as the standard writes it; a component and "its" matter share one. */
  readonly class: string
  readonly name: Say
  /** The class in the words of the person who reports it. */
  readonly plain: Say
  readonly group: CategoryGroup
  readonly keywords: readonly Keyword[]
  readonly severity: Severity
  /** The place is likely somebody's home: it is published to 50 m only. */
  readonly home: boolean
  readonly emergency?: Emergency
}

const codeShape = /^(C0[1-5]\d{3}|\d{5})$/

/** Whether the text is written like a code of the catalogue; says nothing about its existence. */
export function isCategoryCode(text: string): boolean {
  return codeShape.test(text)
}

/**
 * The code under which a case about this class is kept: a case about a component is the matter of the same class
 * (GB/T 47678.5: matter classes 01–05 are the components' own troubles).
 */
export function caseCodeOf(code: string): string {
  return code.startsWith('C') ? code.slice(1) : code
}

/** How long a case of this class may take where the city has decided so; what is absent follows the flow's own limits. */
export type CategoryLimits = { readonly [Clock in LimitedClock]?: Limit | undefined }

/** The clocks of case and order (rules.md section 4) that a class may set. */
export const limitedClocks = ['handOver', 'acknowledge', 'finish'] as const
export type LimitedClock = (typeof limitedClocks)[number]

/** A class as a city keeps it. */
export type CityCategory = Category & {
  readonly enabled: boolean
  /** Added by the city itself. */
  readonly local: boolean
  readonly limits: CategoryLimits
  /** The city's own words for the rules, as the administrator wrote them. */
  readonly words: string
  /** Dates in Asia/Shanghai, both included; null: without limit. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly version: number
}

/** Whether new cases may be kept under the class on `date` (Asia/Shanghai); old ones keep it in any event. */
export function isInUse(category: CityCategory, date: string): boolean {
  const begun = category.validFrom === null || category.validFrom <= date
  return category.enabled && begun && (category.validTo === null || date <= category.validTo)
}

/** What each severity means, in the words of 000-04. */
export const severitySay: Readonly<Record<Severity, Say>> = {
  small: { zh: '小事，物业或网格先办', en: 'Small: property company or grid first' },
  large: { zh: '大事，社区或部门来办', en: 'Large: community or department' },
  joint: { zh: '难事，几家一起办', en: 'Hard: several handle it together' },
}

/** A group in which a city may add classes: any but the standard's. */
export function isLocalGroup(group: string): boolean {
  return group >= '20' && group <= '29'
}

/** The codes of a group that are a city's own, so that a later release of Linli takes none of them. */
export function localRange(group: string): { readonly from: string; readonly to: string } {
  return { from: `${group}500`, to: `${group}998` }
}
