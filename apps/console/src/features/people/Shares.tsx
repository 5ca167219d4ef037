import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { AreaPicker } from '../../parts/pickers/AreaPicker.tsx'
import { peopleWords } from './words.ts'

type Statistics = Schemas['PeopleStatistics']
type Share = Statistics['ages'][number]

const route = getRouteApi('/desk/people')

function ShareTable({
  title,
  rows,
  of,
}: {
  readonly title: string
  readonly rows: readonly Share[]
  readonly of: number | null
}): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  return (
    <section>
      <h2>{title}</h2>
      <DataTable<Share>
        caption={title}
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          { key: 'say', title, main: true, render: (row) => say(row.say) },
          {
            key: 'n',
            title: t('people'),
            right: true,
            render: (row) => (row.n === null || of === null ? '—' : t('share', { n: row.n, of })),
          },
        ]}
      />
    </section>
  )
}

/** Age, ethnicity and service categories of an area, as n of N; small cells stay hidden. */
export function Shares({ area }: { readonly area: string | undefined }): ReactElement {
  const t = useWords(peopleWords)
  const me = useMe()
  const navigate = route.useNavigate()
  const asked = area ?? me.data?.posts[0]?.area.code
  const found = useQuery({
    queryKey: ['people-shares', asked],
    queryFn: () => api.get<Statistics>('/api/people/statistics', { area: asked ?? '' }),
    enabled: asked !== undefined,
  })
  const one = found.data
  return (
    <div className="stack">
      <p className="quiet">{t('sharesExplain')}</p>
      <AreaPicker
        label={t('area')}
        placeholder={t('area')}
        value={asked}
        onChange={(to) => void navigate({ search: { tab: 'shares', ...(to !== undefined && { area: to }) } })}
      />
      {found.error && <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />}
      {!one && !found.error && <Skeleton shape="table" />}
      {one && (
        <>
          <h2>
            {one.area.name} {one.of !== null && <span className="quiet small">{one.of}</span>}
          </h2>
          <ShareTable title={t('ages')} rows={one.ages} of={one.of} />
          <ShareTable title={t('ethnicities')} rows={one.ethnicities} of={one.of} />
          <ShareTable title={t('categories')} rows={one.categories.filter((row) => row.n !== 0)} of={one.of} />
        </>
      )}
    </div>
  )
}
