import { useInfiniteQuery } from '@tanstack/react-query'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { WorkPage } from '../../api-types.ts'
import { api } from '../../app/api.ts'

export interface WorklistFilter {
  readonly post?: string | undefined
}

/** What waits for one's posts, by due time, page after page. */
export function useWorklist(filter: WorklistFilter): UseInfiniteQueryResult<InfiniteData<WorkPage>> {
  return useInfiniteQuery({
    queryKey: ['worklist', filter.post ?? ''],
    queryFn: ({ pageParam, signal }) => api.get<WorkPage>('/api/worklist', { after: pageParam, limit: 50, post: filter.post }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // Below the events lies a net: whatever they did not tell is seen within half a minute.
    refetchInterval: 30_000,
  })
}
