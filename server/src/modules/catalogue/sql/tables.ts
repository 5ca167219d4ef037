import type { CategoryKind, CategoryLimits, Emergency, Scheme, Severity } from '../domain/category.ts'

/** A row of catalogue.category. */
export interface CategoryRow {
  readonly code: string
  readonly scheme: Scheme
  readonly kind: CategoryKind
  readonly class: string
  readonly name_zh: string
  readonly name_en: string
  readonly plain_zh: string
  readonly plain_en: string
  readonly severity: Severity
  readonly home: boolean
  readonly emergency: Emergency | null
  readonly limits: CategoryLimits
  readonly words: string
  readonly enabled: boolean
  readonly local: boolean
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly version: number
}
