import { FigureN, StateTag } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import type { Column } from '../../parts/DataTable.tsx'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import { newSmallPlace } from './forms.ts'
import { PlacePage } from './PlacePage.tsx'
import { SmallPlaceDetail } from './SmallPlaceDetail.tsx'
import { useKeeps, useKinds, usePlaceSearch } from './use-places.ts'
import type { Kinds, SmallPlace } from './use-places.ts'
import { placeWords } from './words.ts'

const path = '/api/places/small'

function NewPlace({ kinds, onDone }: { readonly kinds: Kinds['items']; readonly onDone: (made: string | null) => void }): ReactElement {
  const t = useWords(placeWords)
  return (
    <AskForm<SmallPlace>
      id="new small place"
      title={t('add')}
      fields={newSmallPlace(kinds)}
      submit={t('add')}
      send={(body, attempts) => api.post(path, body, { attempts })}
      onCancel={() => onDone(null)}
      onDone={(made) => {
        void queries.invalidateQueries({ queryKey: ['small-places'] })
        onDone(made.id)
      }}
    />
  )
}

/** The table's columns, each in the language of the screen. */
function useColumnsOfPlaces(search: ReturnType<typeof usePlaceSearch>['search']): readonly Column<SmallPlace>[] {
  const t = useWords(placeWords)
  const say = useSay()
  return [
    {
      key: 'name',
      title: t('name'),
      main: true,
      render: (one) => (
        <span className="row">
          <Link to="/places" search={{ ...search, at: one.id }} className="cell-title">
            {one.name}
          </Link>
          {one.due && <StateTag tone="soon">{t('due')}</StateTag>}
        </span>
      ),
    },
    { key: 'kind', title: t('kind'), render: (one) => say(one.kindSay) },
    { key: 'address', title: t('address'), wide: true, render: (one) => one.address },
    { key: 'area', title: t('area'), wide: true, render: (one) => <span title={one.area}>{one.areaName}</span> },
    {
      key: 'next',
      title: t('nextOn'),
      render: (one) => (one.nextOn === null ? <span className="quiet">{t('never')}</span> : <span className="nowrap">{one.nextOn}</span>),
    },
    { key: 'cycle', title: t('cycle'), right: true, wide: true, extra: true, render: (one) => <FigureN n={one.cycleDays} /> },
  ]
}

/** The nine small places of an area: what, where, when looked at and when again. */
export function SmallPlaces(): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  const mayKeep = useKeeps()
  const { search, open, set } = usePlaceSearch()
  const [adding, setAdding] = useState(false)
  const kinds = useKinds(search.area)
  const { q, area, kind, due } = search
  const list = useList<SmallPlace>('small-places', path, { q, area, kind, due, limit: 50 })
  const columns = useColumnsOfPlaces(search)
  const close = (): void => {
    setAdding(false)
    open(undefined)
  }
  const added = (made: string | null): void => {
    setAdding(false)
    if (made !== null) open(made)
  }
  return (
    <PlacePage
      filters={
        <FilterForm<'q' | 'area' | 'kind' | 'due'>
          filters={[
            { kind: 'words', name: 'q', label: t('find') },
            { kind: 'area', name: 'area', label: t('area') },
            {
              kind: 'choice',
              name: 'kind',
              label: t('kind'),
              all: t('allKinds'),
              options: kinds.map((one) => ({ value: one.code, label: say(one.say) })),
            },
            { kind: 'yes', name: 'due', label: t('dueOnly') },
          ]}
          value={search}
          onSet={set}
        />
      }
      tools={mayKeep && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      side={
        adding ? <NewPlace kinds={kinds} onDone={added} /> : search.at !== undefined && <SmallPlaceDetail key={search.at} id={search.at} />
      }
      onClose={close}
    >
      <ListFrame list={list} empty={t('empty')}>
        <DataTable<SmallPlace>
          name="small places"
          caption={t('small')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === search.at}
          columns={columns}
        />
      </ListFrame>
    </PlacePage>
  )
}
