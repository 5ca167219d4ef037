import type { Schemas } from '@linli/api'
import { ErrorState, FigureN, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { PlacePage } from './PlacePage.tsx'
import { usePlaceSearch } from './use-places.ts'
import { placeWords } from './words.ts'

type ProfileView = Schemas['DifficultyProfile']
type Line = ProfileView['items'][number]

function Shares({ view }: { readonly view: ProfileView }): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  return (
    <div className="stack">
      <h2>{view.name}</h2>
      <p className="quiet">{t('profileExplain')}</p>
      <DataTable<Line>
        caption={t('profile')}
        rows={view.items}
        keyOf={(one) => one.code}
        columns={[
          { key: 'what', title: t('difficulty'), main: true, render: (one) => say(one.say) },
          {
            key: 'n',
            title: t('counted'),
            right: true,
            render: (one) => (one.n === null ? <span className="quiet">{t('notKnown')}</span> : <FigureN n={one.n} of={one.of} />),
          },
          { key: 'from', title: t('from'), wide: true, render: (one) => say(one.from) },
        ]}
      />
      <h3>{t('managed')}</h3>
      <ul className="plain-list">
        {view.managed.map((one) => (
          <li key={one.say.en} className="row">
            <span>{say(one.say)}</span>
            <span className="push">
              <FigureN n={one.n} of={one.of} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The five kinds of difficulty of a community, each n of N from the registers (004-08). */
export function Profile(): ReactElement {
  const t = useWords(placeWords)
  const { search, set } = usePlaceSearch()
  const found = useQuery({
    queryKey: ['place-profile', search.area ?? ''],
    queryFn: () => api.get<ProfileView>('/api/places/profile', { area: search.area }),
  })
  return (
    <PlacePage filters={<FilterForm<'area'> filters={[{ kind: 'area', name: 'area', label: t('area') }]} value={search} onSet={set} />}>
      {found.isPending && <Skeleton shape="table" />}
      {found.error && <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />}
      {found.data && <Shares view={found.data} />}
    </PlacePage>
  )
}
