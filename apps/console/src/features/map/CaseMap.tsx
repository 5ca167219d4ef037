import { Icon } from '@linli/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import { filtered } from '../../parts/filter.ts'
import { FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import type { BaseMap } from '../../parts/map/base-map.ts'
import { Note } from '../../parts/Note.tsx'
import type { Grids } from '../../parts/map/grids.ts'
import { useMap } from '../../parts/map/use-map.ts'
import { Matter } from '../cases/Matter.tsx'
import { stateWords } from '../cases/words.ts'
import { featuresOf } from './dots.ts'
import type { DotLine, MapView } from './dots.ts'
import { DotList } from './DotList.tsx'
import { listen } from './listen.ts'
import type { Ears, Picked } from './listen.ts'
import { mapWords } from './words.ts'

const route = getRouteApi('/desk/map')

function useGrids(area: string): { readonly data: Grids | undefined; readonly isError: boolean } {
  return useQuery({
    queryKey: ['grids', area],
    queryFn: ({ signal }) => api.get<Grids>('/api/areas/grids.geojson', { area }, { signal }),
    enabled: area !== '',
    staleTime: 600_000,
  })
}

function Tools({ view }: { readonly view: MapView | undefined }): ReactElement {
  const t = useWords(mapWords)
  const s = useWords(stateWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const late = view?.items.reduce((sum, dot) => sum + dot.late, 0) ?? 0
  const set = (name: 'area' | 'state', value: string | undefined): void =>
    void navigate({
      search: (before) => (name === 'area' ? filtered(before, name, value) : { ...without(before, name), ...(value && { [name]: value }) }),
    })
  return (
    <div className="map-tools">
      <h1>{t('title')}</h1>
      <search className="map-filters">
        <FilterForm<'area' | 'state'>
          filters={[
            { kind: 'area', name: 'area', label: t('area') },
            { kind: 'choice', name: 'state', label: t('state'), all: t('allStates'), options: optionsOf(stateWords, s) },
          ]}
          value={search}
          onSet={set}
        />
      </search>
      <span className="quiet" aria-live="polite">
        {view && (view.total === 0 ? t('none') : t(view.more ? 'totalMore' : 'total', { count: view.total }))}
        {late > 0 && <span className="late"> · {t('late', { count: late })}</span>}
      </span>
      <Link
        to="/cases"
        search={{ ...(search.area !== undefined && { area: search.area }), ...(search.state !== undefined && { state: search.state }) }}
        className="push"
      >
        {t('asList')}
      </Link>
    </div>
  )
}

/** Matters as dots among the lines of the grids; the one that is pressed opens beside the map. */
export function CaseMap(): ReactElement {
  const t = useWords(mapWords)
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const area = search.area ?? me.data?.posts[0]?.area.code ?? ''
  const { data: grids, isError } = useGrids(area)
  const onPick = (picked: Picked | null): void =>
    void navigate({
      search: (before) => ({ ...without(before, 'at'), ...(picked && { at: picked.kind === 'grid' ? `grid:${picked.id}` : picked.id }) }),
      replace: true,
    })
  const gridCode = search.at?.startsWith('grid:') ? search.at.slice(5) : null
  const grid = grids?.features.find((feature) => feature.properties.code === gridCode)?.properties
  const caseId = search.at !== undefined && gridCode === null ? search.at : null
  const [view, setView] = useState('')
  const dots = useDots(view, search.state)
  const heard: Ears = { onPick, onView: setView }
  const ears = useRef(heard)
  useEffect(() => {
    ears.current = heard
  })
  const map = useRef<BaseMap | null>(null)
  const onMap = (base: BaseMap): void => {
    map.current = base
    listen(base, () => ears.current)
  }
  const onLine = (line: DotLine): void => {
    if (line.id !== null) onPick({ kind: 'matter', id: line.id })
    else map.current?.goNear(line.lon, line.lat)
  }
  const features = useMemo(() => dots && featuresOf(dots.items), [dots])
  const { box, failed, busy } = useMap({ grids, dots: features, lit: gridCode, onMap })
  return (
    <div className="map-page">
      <Tools view={dots} />
      {failed && <Note tone="soon">{t('failed')}</Note>}
      <div className={search.at === undefined ? 'map-body map-with-list' : 'map-body map-with-side'}>
        <section ref={box} className="map-box" aria-busy={busy && !isError} aria-label={t('label')} />
        {search.at === undefined && dots && <DotList view={dots} grids={grids} onPick={onLine} />}
        {search.at !== undefined && (
          <aside className="map-side">
            <button type="button" className="plain-button map-close" aria-label={t('close')} onClick={() => onPick(null)}>
              <Icon name="close" size={16} />
            </button>
            {grid && (
              <div className="map-grid">
                <h2>{grid.name}</h2>
                <p className="quiet number">{grid.code}</p>
                <Link to="/cases" search={{ area: grid.code }}>
                  {t('inGrid')}
                </Link>
              </div>
            )}
            {caseId !== null && <Matter key={caseId} id={caseId} />}
          </aside>
        )}
      </div>
    </div>
  )
}

/** The dots of the view. The map says where it looks, the server clusters. */
function useDots(box: string, state: string | undefined): MapView | undefined {
  return useQuery({
    queryKey: ['case-map', box, state ?? ''],
    queryFn: ({ signal }) => api.get<MapView>('/api/cases/map', { bbox: box, state }, { signal }),
    enabled: box !== '',
    placeholderData: keepPreviousData,
  }).data
}
