import type { Query } from '@linli/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '../api-types.ts'
import { api } from '../app/api.ts'

export interface List<T> {
  /** Everything that has come so far. */
  readonly items: readonly T[]
  readonly isPending: boolean
  readonly error: unknown
  /** True when there are more pages. */
  readonly hasMore: boolean
  readonly isFetchingMore: boolean
  readonly more: () => void
  readonly again: () => void
}

/** A list of the server, page after page. `key` is what `refresh` names. */
export function useList<T>(key: string, path: string, query: Query = {}, enabled = true): List<T> {
  const found = useInfiniteQuery({
    queryKey: [key, path, query],
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(path, { ...query, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    enabled,
  })
  return {
    items: found.data?.pages.flatMap((page) => page.items) ?? [],
    isPending: found.isPending,
    error: found.data ? null : found.error,
    hasMore: found.hasNextPage,
    isFetchingMore: found.isFetchingNextPage,
    more: () => void found.fetchNextPage(),
    again: () => void found.refetch(),
  }
}
