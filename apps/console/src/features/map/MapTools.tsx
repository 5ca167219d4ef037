import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { without } from '../../app/without.ts'
import { filtered } from '../../parts/filter.ts'
import { FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import type { Filter } from '../../parts/FilterForm.tsx'
import { stateWords } from '../cases/words.ts'
import { useCounts } from '../components/use-types.ts'
import type { MapView } from './dots.ts'
import { layerOf, useLayerWords } from './layers.ts'
import { mapWords } from './words.ts'

const route = getRouteApi('/desk/map')

type Name = 'area' | 'state' | 'layer' | 'type'

function useFilters(): readonly Filter<Name>[] {
  const t = useWords(mapWords)
  const s = useWords(stateWords)
  const say = useSay()
  const search = route.useSearch()
  const isThings = layerOf(search.layer) === 'components'
  const counts = useCounts(search.area, isThings)
  const layers = [
    { value: '', label: t('matters') },
    { value: 'components', label: t('components') },
  ]
  const types = (counts.data?.items ?? []).map((one) => ({ value: one.type.code, label: `${say(one.type.name)} ${one.n}` }))
  return [
    { kind: 'tabs', name: 'layer', label: t('layer'), options: layers },
    { kind: 'area', name: 'area', label: t('area') },
    isThings
      ? { kind: 'choice', name: 'type', label: t('type'), all: t('allTypes'), options: types }
      : { kind: 'choice', name: 'state', label: t('state'), all: t('allStates'), options: optionsOf(stateWords, s) },
  ]
}

function Total({ view }: { readonly view: MapView | undefined }): ReactElement {
  const t = useWords(mapWords)
  const layer = layerOf(route.useSearch().layer)
  const words = useLayerWords(layer)
  const late = view?.items.reduce((sum, dot) => sum + dot.late, 0) ?? 0
  const some = layer === 'components' ? 'things' : view?.more ? 'totalMore' : 'total'
  return (
    <span className="quiet" aria-live="polite">
      {view && (view.total === 0 ? words.none : t(some, { count: view.total }))}
      {late > 0 && <span className="late"> · {words.late(late, Number.POSITIVE_INFINITY)}</span>}
    </span>
  )
}

/** What is shown, where, and how much of it there is. */
export function MapTools({ view }: { readonly view: MapView | undefined }): ReactElement {
  const t = useWords(mapWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filters = useFilters()
  const set = (name: Name, value: string | undefined): void =>
    void navigate({
      search: (before) =>
        name === 'area' || name === 'layer' ? filtered(before, name, value) : { ...without(before, name), ...(value && { [name]: value }) },
    })
  const area = search.area === undefined ? {} : { area: search.area }
  return (
    <div className="map-tools">
      <h1>{t('title')}</h1>
      <search className="map-filters">
        <FilterForm<Name> filters={filters} value={search} onSet={set} />
      </search>
      <Total view={view} />
      {layerOf(search.layer) === 'components' ? (
        <Link to="/components" search={{ ...area, ...(search.type !== undefined && { type: search.type }) }} className="push">
          {t('asList')}
        </Link>
      ) : (
        <Link to="/cases" search={{ ...area, ...(search.state !== undefined && { state: search.state }) }} className="push">
          {t('asList')}
        </Link>
      )}
    </div>
  )
}
