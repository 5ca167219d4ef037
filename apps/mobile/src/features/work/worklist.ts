import { address } from '@linli/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { asProblem, type Problem } from '../../api/problem.ts'
import type { List, WorkItem } from '../../api/shapes.ts'
import { askOrRemember, type Told } from '../../app/ask.ts'
import { useAccount } from '../../app/session.ts'

export interface Worklist {
  readonly items: readonly WorkItem[]
  readonly keptAt: number | null
  readonly loading: boolean
  readonly problem: Problem | null
  readonly more: boolean
  readonly next: () => void
  readonly again: () => void
}

const page = 50

/** What waits for me, in the server's order: by due time, what has none last. */
export function useWorklist(): Worklist {
  const account = useAccount()
  const asked = useInfiniteQuery({
    queryKey: ['/api/worklist', account],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      askOrRemember<List<WorkItem>>(address('/api/worklist', { limit: page, after: pageParam }), account, signal),
    getNextPageParam: (last: Told<List<WorkItem>>) => last.body.next,
    enabled: account !== null,
    refetchInterval: 60_000,
  })
  const pages = asked.data?.pages ?? []
  return {
    items: pages.flatMap((each) => each.body.items),
    keptAt: pages.map((each) => each.keptAt).find((at) => at !== null) ?? null,
    loading: asked.isPending,
    problem: asked.error ? asProblem(asked.error) : null,
    more: asked.hasNextPage,
    next: () => void asked.fetchNextPage(),
    again: () => void asked.refetch(),
  }
}
