import { EmptyState, ErrorState, Skeleton } from '@linli/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { troubleOf } from '../app/trouble.ts'
import { More } from './More.tsx'
import type { List } from './use-list.ts'

interface Around {
  readonly shape?: 'list' | 'table'
  readonly empty: string
  readonly emptyAction?: ReactNode
  readonly children: ReactNode
}

/** What comes page after page, or the query of a list that comes whole. */
type Shown<T> = { readonly list: List<T> } | { readonly query: UseQueryResult<readonly T[]> }

function stateOf<T>(shown: Shown<T>): List<T> {
  if ('list' in shown) return shown.list
  const { data, isPending, error, refetch } = shown.query
  return {
    items: data ?? [],
    isPending,
    error: data ? null : error,
    hasMore: false,
    isFetchingMore: false,
    more: () => undefined,
    again: () => void refetch(),
  }
}

/** Around the rows of a list: on their way, not to be had, none, more to come. */
export function ListFrame<T>({ shape = 'table', empty, emptyAction, children, ...shown }: Around & Shown<T>): ReactElement {
  const list = stateOf<T>(shown)
  if (list.isPending) return <Skeleton shape={shape} />
  if (list.error) return <ErrorState trouble={troubleOf(list.error)} onRetry={list.again} />
  if (list.items.length === 0) return <EmptyState action={emptyAction}>{empty}</EmptyState>
  return (
    <>
      {children}
      {list.hasMore && <More busy={list.isFetchingMore} onMore={list.more} />}
    </>
  )
}
