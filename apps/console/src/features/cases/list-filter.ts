import { without } from '../../app/without.ts'

/** The filters of the list of cases as they stand in its address. */
export interface CaseFilter {
  readonly q?: string
  readonly state?: string
  readonly area?: string
  readonly category?: string
  readonly unit?: string
  readonly channel?: string
  readonly due?: string
  readonly order?: string
}

/** The same filter with one part set, or taken out when it is empty. */
export function withPart<K extends keyof CaseFilter>(filter: CaseFilter, name: K, value: string | undefined): CaseFilter {
  return value === undefined || value === '' ? without(filter, name) : { ...filter, [name]: value }
}

export const isFiltered = (filter: CaseFilter): boolean => Object.keys(filter).some((name) => name !== 'order')
