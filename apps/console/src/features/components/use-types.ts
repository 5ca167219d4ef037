import type { Choice, Pair } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import type { ComponentCounts } from './component.ts'

interface Group {
  readonly items: readonly { readonly code: string; readonly name: Pair }[]
}

/** The types of the catalogue as choices; they change rarely and are asked for once. */
export function useTypes(enabled: boolean): readonly Choice[] {
  const found = useQuery({
    queryKey: ['component-types'],
    queryFn: async () => (await api.get<{ readonly groups: readonly Group[] }>('/api/public/categories', { kind: 'component' })).groups,
    staleTime: 600_000,
    enabled,
  })
  return (found.data ?? []).flatMap((group) => group.items.map((one) => ({ value: one.code, say: one.name })))
}

/** How many components of each type there are in an area, and how many of them need a look. */
export function useCounts(area: string | undefined, enabled = true): UseQueryResult<ComponentCounts> {
  return useQuery({
    queryKey: ['component-counts', area ?? ''],
    queryFn: ({ signal }) => api.get<ComponentCounts>('/api/components/counts', { area }, { signal }),
    enabled,
  })
}
