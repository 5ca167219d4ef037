import { EmptyState, ErrorState, Skeleton, useNow } from '@linli/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import type { CaseRow, Page } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { More } from '../../parts/More.tsx'
import { TwoPane } from '../../parts/TwoPane.tsx'
import { Matter } from '../cases/Matter.tsx'
import { GroupedList } from '../worklist/GroupedList.tsx'
import { useStepKeys } from '../worklist/use-step-keys.ts'
import { triageWords } from './words.ts'

const route = getRouteApi('/desk/dispatch')

interface QueueRow extends CaseRow {
  readonly noun: 'case'
  readonly caseId: string
}

function useQueue(state: string, area: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['cases', 'queue', state, area ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<CaseRow>>('/api/cases', { state, area, order: 'due', after: pageParam, limit: 50 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: 30_000,
  })
}

/** What is to be sent to somebody, by due time, with the directory's suggestion and its reason beside it. */
export function Triage(): ReactElement {
  const t = useWords(triageWords)
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queue = useQueue(search.state ?? 'submitted,registered', search.area)
  const items = (queue.data?.pages.flatMap((page) => page.items) ?? []).map((row): QueueRow => ({ ...row, noun: 'case', caseId: row.id }))
  const shown =
    items.find((item) => item.id === search.at) ?? (search.at === undefined ? items[0] : { noun: 'case', id: search.at, caseId: search.at })
  const choose = (item: { readonly id: string }): void =>
    void navigate({ search: (before) => ({ ...before, at: item.id }), replace: search.at !== undefined })
  useStepKeys(items, shown, choose)
  return (
    <TwoPane
      open={search.at !== undefined}
      onBack={() => void navigate({ search: (before) => without(before, 'at') })}
      back={t('back')}
      list={
        <>
          <div className="list-head">
            <h1>{t('title')}</h1>
            {queue.data && <span className="quiet small">{t(queue.hasNextPage ? 'countMore' : 'count', { count: items.length })}</span>}
            <Segmented
              size="small"
              aria-label={t('state')}
              value={search.state ?? ''}
              options={[
                { value: '', label: t('both') },
                { value: 'submitted', label: t('submitted') },
                { value: 'registered', label: t('registered') },
              ]}
              onChange={(state) =>
                void navigate({ search: (before) => ({ ...without(before, 'state', 'at'), ...(state !== '' && { state }) }) })
              }
            />
          </div>
          {queue.isPending && <Skeleton shape="list" />}
          {queue.error && !queue.data && <ErrorState trouble={troubleOf(queue.error)} onRetry={() => void queue.refetch()} />}
          {queue.data && items.length === 0 && <EmptyState action={<Link to="/list">{t('toList')}</Link>}>{t('empty')}</EmptyState>}
          <GroupedList items={items} shown={shown} now={now} onChoose={choose} />
          {queue.hasNextPage && <More busy={queue.isFetchingNextPage} onMore={() => void queue.fetchNextPage()} />}
          {items.length > 0 && <p className="list-keys small quiet">{t('keys')}</p>}
        </>
      }
    >
      {shown && <Matter key={shown.id} id={shown.caseId} open="dispatch" />}
    </TwoPane>
  )
}
