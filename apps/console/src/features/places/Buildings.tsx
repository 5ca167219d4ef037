import { FigureN } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import { BuildingDetails } from './BuildingDetails.tsx'
import { PlacePage } from './PlacePage.tsx'
import { usePlaceSearch } from './use-places.ts'
import type { Building } from './use-places.ts'
import { placeWords } from './words.ts'

/** Buildings by their standard addresses. */
export function Buildings(): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  const { search, open, set } = usePlaceSearch()
  const { q, area } = search
  const list = useList<Building>('buildings', '/api/places/buildings', { q, area, limit: 50 })
  return (
    <PlacePage
      filters={
        <FilterForm<'q' | 'area'>
          filters={[
            { kind: 'words', name: 'q', label: t('findBuilding') },
            { kind: 'area', name: 'area', label: t('area') },
          ]}
          value={search}
          onSet={set}
        />
      }
      side={search.at !== undefined && <BuildingDetails key={search.at} id={search.at} />}
      onClose={() => open(undefined)}
    >
      <ListFrame list={list} empty={t('emptyBuildings')}>
        <DataTable<Building>
          name="buildings"
          caption={t('buildings')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === search.at}
          columns={[
            {
              key: 'address',
              title: t('address'),
              main: true,
              render: (one) => (
                <Link to="/places" search={{ ...search, at: one.id }} className="cell-title">
                  {one.address}
                </Link>
              ),
            },
            { key: 'area', title: t('area'), wide: true, render: (one) => <span title={one.area}>{one.areaName}</span> },
            { key: 'usage', title: t('usage'), wide: true, render: (one) => say(one.usageSay) },
            { key: 'built', title: t('built'), right: true, wide: true, render: (one) => one.built },
            { key: 'dwellings', title: t('dwellings'), right: true, render: (one) => <FigureN n={one.dwellings} of={one.households} /> },
            { key: 'contacts', title: t('contacts'), right: true, render: (one) => <FigureN n={one.contacts} /> },
          ]}
        />
      </ListFrame>
    </PlacePage>
  )
}
