import type { Pair } from '@linli/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../app/api.ts'
import type { CategoryName } from '../../api-types.ts'

export interface Suggested {
  readonly items: readonly { readonly category: CategoryName; readonly score: number; readonly because: readonly string[] }[]
  readonly emergency: { readonly call: string; readonly minutes: number; readonly say: Pair; readonly because: readonly string[] } | null
}

/** A value that has rested for a moment. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}

/** What the words of a matter suggest, and whether somebody must be called at once. */
export function useSuggested(text: string): UseQueryResult<Suggested> {
  const rested = useRested(text.trim(), 350)
  return useQuery({
    queryKey: ['suggested', rested],
    queryFn: ({ signal }) => api.post<Suggested>('/api/public/categories/suggest', { text: rested, top: 4 }, { signal }),
    enabled: rested.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
