import { EmptyState, ErrorState, Skeleton } from '@linli/ui'
import type { ReactElement, ReactNode } from 'react'
import { troubleOf } from '../app/trouble.ts'
import { More } from './More.tsx'
import type { List } from './use-list.ts'

interface ListFrameProps<T> {
  readonly list: List<T>
  readonly shape?: 'list' | 'table'
  readonly empty: string
  readonly emptyAction?: ReactNode
  readonly children: ReactNode
}

/** Around the rows of a list: on their way, not to be had, none, more to come. */
export function ListFrame<T>({ list, shape = 'table', empty, emptyAction, children }: ListFrameProps<T>): ReactElement {
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
