import { useQuery } from '@tanstack/react-query'
import type { Pair } from '@linli/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import { api } from '../../app/api.ts'

export interface Category {
  readonly code: string
  readonly name: Pair
  /** What it means, in plain words. */
  readonly plain: Pair
  readonly severity: string
}

export interface CategoryGroup {
  readonly code: string
  readonly name: Pair
  readonly items: readonly Category[]
}

/** The whole catalogue by groups; it changes rarely and is asked for once. */
export function useCategories(): UseQueryResult<readonly CategoryGroup[]> {
  return useQuery({
    queryKey: ['categories'],
    queryFn: async () => (await api.get<{ readonly groups: readonly CategoryGroup[] }>('/api/public/categories', { kind: 'case' })).groups,
    staleTime: 600_000,
  })
}
