import { dateSay, DueText, EmptyState, ErrorState, Skeleton, StateTag, momentSay, useLang, useNow } from '@linli/ui'
import { address } from '@linli/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { ReactElement } from 'react'
import type { CaseRow, Page } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import type { Column } from '../../parts/DataTable.tsx'
import { More } from '../../parts/More.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import { isFiltered, withPart } from './list-filter.ts'
import type { CaseFilter } from './list-filter.ts'
import { useStateName } from './state-name.ts'
import { stateTone } from './tone.ts'
import { channelWords, listWords, verdictWords } from './words.ts'

const route = getRouteApi('/desk/cases')

const isChannel = (channel: string): channel is keyof typeof channelWords => channel in channelWords
const isVerdict = (verdict: string | null): verdict is keyof typeof verdictWords => verdict !== null && verdict in verdictWords

function useColumns(now: Date): readonly Column<CaseRow>[] {
  const t = useWords(listWords)
  const say = useSay()
  const lang = useLang()
  const stateName = useStateName()
  const c = useWords(channelWords)
  const v = useWords(verdictWords)
  return [
    {
      key: 'title',
      title: t('colTitle'),
      main: true,
      long: true,
      render: (item) => (
        <Link to="/cases/$id" params={{ id: item.id }} className="cell-title" title={item.title}>
          <b>{say(item.category.name)}</b> {item.title}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('colState'),
      render: (item) => <StateTag tone={stateTone(item.state)}>{stateName(item.state, item.stateSay)}</StateTag>,
    },
    { key: 'holder', title: t('colHolder'), wide: true, render: (item) => item.unit?.name },
    {
      key: 'due',
      title: t('colDue'),
      render: (item) => (item.dueAt ? <DueText dueAt={item.dueAt} warnAt={item.soon ? item.dueAt : null} now={now} short /> : null),
    },
    { key: 'area', title: t('colArea'), wide: true, render: (item) => item.area.name },
    { key: 'number', title: t('colNumber'), wide: true, render: (item) => item.number },
    {
      key: 'channel',
      title: t('channel'),
      wide: true,
      extra: true,
      render: (item) => (isChannel(item.channel) ? c(item.channel) : item.channel),
    },
    { key: 'place', title: t('place'), wide: true, extra: true, render: (item) => item.place?.words },
    {
      key: 'dueDate',
      title: t('colDueDate'),
      wide: true,
      extra: true,
      render: (item) => item.dueAt && <time dateTime={item.dueAt}>{momentSay(item.dueAt, now, lang)}</time>,
    },
    {
      key: 'verdict',
      title: t('colVerdict'),
      wide: true,
      extra: true,
      render: (item) => isVerdict(item.verdict) && v(item.verdict),
    },
    {
      key: 'reported',
      title: t('colReported'),
      wide: true,
      right: true,
      render: (item) => <time dateTime={item.reportedAt}>{dateSay(item.reportedAt, now, lang)}</time>,
    },
  ]
}

/** All matters that one's posts may see: filter, search, open, export. */
export function CaseList(): ReactElement {
  const t = useWords(listWords)
  const now = useNow()
  const filter: CaseFilter = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam, signal }) => api.get<Page<CaseRow>>('/api/cases', { ...filter, after: pageParam, limit: 50 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  const columns = useColumns(now)
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Select<string>
          className="push no-print"
          variant="borderless"
          aria-label={t('order')}
          popupMatchSelectWidth={false}
          value={filter.order ?? 'new'}
          options={[
            { value: 'new', label: t('byNew') },
            { value: 'due', label: t('byDue') },
          ]}
          onChange={(order) => void navigate({ search: withPart(filter, 'order', order === 'new' ? undefined : order), replace: true })}
        />
      </div>
      <CaseFilters
        filter={filter}
        onSet={(name, value) => void navigate({ search: withPart(filter, name, value), replace: true })}
        onClear={() => void navigate({ search: {} })}
      />
      {list.isPending && <Skeleton shape="table" />}
      {list.error && !list.data && <ErrorState trouble={troubleOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <EmptyState action={isFiltered(filter) && <Button onClick={() => void navigate({ search: {} })}>{t('clear')}</Button>}>
          {filter.q?.length === 1 ? t('emptyShort') : isFiltered(filter) ? t('empty') : t('emptyAll')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <DataTable
          name="cases"
          caption={t('title')}
          columns={columns}
          rows={items}
          keyOf={(item) => item.id}
          note={t(list.hasNextPage ? 'shownMore' : 'shown', { count: items.length })}
          exportHref={address('/api/cases/export', { ...without(filter, 'order'), format: 'xlsx' })}
        />
      )}
      {list.hasNextPage && <More busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
    </div>
  )
}
