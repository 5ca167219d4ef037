import { EmptyState, ErrorState, Skeleton, useNow } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import type { WorkPage, WorkRow } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { More } from '../../parts/More.tsx'
import { TwoPane } from '../../parts/TwoPane.tsx'
import { Matter } from '../cases/Matter.tsx'
import { useWorklist } from './api.ts'
import { keyOf, pointedAt } from './groups.ts'
import { GroupedList } from './GroupedList.tsx'
import { useStepKeys } from './use-step-keys.ts'
import { worklistWords } from './words.ts'

const route = getRouteApi('/desk/list')

function Counts({ first }: { readonly first: WorkPage | undefined }): ReactElement | null {
  const t = useWords(worklistWords)
  if (!first) return null
  const { late } = first.count
  return (
    <span className="quiet small">
      {first.count.more ? t('countMore', { count: first.count.n }) : t('count', { count: first.count.n })}
      {late > 0 && <span className="late"> · {t('late', { count: late })}</span>}
    </span>
  )
}

function Filters(): ReactElement | null {
  const t = useWords(worklistWords)
  const say = useSay()
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const posts = me.data?.posts ?? []
  if (posts.length < 2) return null
  return (
    <div className="list-filters">
      <Select
        size="small"
        variant="borderless"
        aria-label={t('post')}
        popupMatchSelectWidth={false}
        value={search.post ?? ''}
        options={[
          { value: '', label: t('allPosts') },
          ...posts.map((post) => ({ value: post.id, label: `${post.area.name} · ${say(post.roleSay)}` })),
        ]}
        onChange={(post) => void navigate({ search: (before) => ({ ...without(before, 'post', 'at'), ...(post !== '' && { post }) }) })}
      />
    </div>
  )
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactElement {
  const t = useWords(worklistWords)
  if (filtered) {
    return (
      <EmptyState
        action={
          <Link to="/list" search={{}}>
            {t('clear')}
          </Link>
        }
      >
        {t('emptyFiltered')}
      </EmptyState>
    )
  }
  return <EmptyState action={<Link to="/cases">{t('toCases')}</Link>}>{t('empty')}</EmptyState>
}

/** All that waits for one's posts, the matter beside it; j and k walk through. */
export function MyList(): ReactElement {
  const t = useWords(worklistWords)
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useWorklist(search)
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const shown = pointedAt(search.at) ?? items[0]
  const choose = (item: WorkRow): void =>
    void navigate({ search: (before) => ({ ...before, at: keyOf(item) }), replace: search.at !== undefined })
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
            <Counts first={list.data?.pages[0]} />
            <Filters />
          </div>
          {list.isPending && <Skeleton shape="list" />}
          {list.error && !list.data && <ErrorState trouble={troubleOf(list.error)} onRetry={() => void list.refetch()} />}
          {list.data && items.length === 0 && <Nothing filtered={search.post !== undefined} />}
          <GroupedList items={items} shown={shown} now={now} onChoose={choose} />
          {list.hasNextPage && <More busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
          {items.length > 0 && <p className="list-keys small quiet">{t('keys')}</p>}
        </>
      }
    >
      {shown && <Matter key={keyOf(shown)} id={shown.caseId} focus={shown.noun === 'order' ? shown.id : undefined} />}
    </TwoPane>
  )
}
