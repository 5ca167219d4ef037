import { Icon } from '@linli/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import type { BaseMap } from '../../parts/map/base-map.ts'
import { Note } from '../../parts/Note.tsx'
import type { Grids } from '../../parts/map/grids.ts'
import { useMap } from '../../parts/map/use-map.ts'
import { Matter } from '../cases/Matter.tsx'
import { OneComponent } from '../components/ComponentPage.tsx'
import { featuresOf } from './dots.ts'
import type { DotLine, MapView } from './dots.ts'
import { DotList } from './DotList.tsx'
import { layerOf, useLayerWords } from './layers.ts'
import { listen } from './listen.ts'
import type { Ears, Picked } from './listen.ts'
import { MapTools } from './MapTools.tsx'
import { useComponentDots } from './use-component-dots.ts'
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

/** What an address opens beside the map. */
function openedBy(at: string | undefined, kind: 'grid' | 'component'): string | null {
  return at?.startsWith(`${kind}:`) ? at.slice(kind.length + 1) : null
}

/** Matters or components as dots among the lines of the grids; the one that is pressed opens beside the map. */
export function CaseMap(): ReactElement {
  const t = useWords(mapWords)
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const area = search.area ?? me.data?.posts[0]?.area.code ?? ''
  const { data: grids, isError } = useGrids(area)
  const layer = layerOf(search.layer)
  const words = useLayerWords(layer)
  const onPick = (picked: Picked | null): void => {
    const kind = picked?.kind === 'grid' ? 'grid:' : layer === 'components' ? 'component:' : ''
    void navigate({ search: (before) => ({ ...without(before, 'at'), ...(picked && { at: `${kind}${picked.id}` }) }), replace: true })
  }
  const [gridCode, componentId] = [openedBy(search.at, 'grid'), openedBy(search.at, 'component')]
  const grid = grids?.features.find((feature) => feature.properties.code === gridCode)?.properties
  const caseId = search.at !== undefined && gridCode === null && componentId === null ? search.at : null
  const [view, setView] = useState({ box: '', zoom: 0 })
  const matters = useDots(layer === 'matters' ? view.box : '', search.state)
  const things = useComponentDots({ ...view, type: search.type, enabled: layer === 'components' })
  const dots = layer === 'matters' ? matters : things
  const heard: Ears = { onPick, onView: (box, zoom) => setView({ box, zoom }) }
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
      <MapTools view={dots} />
      {failed && <Note tone="soon">{t('failed')}</Note>}
      <div className={search.at === undefined ? 'map-body map-with-list' : 'map-body map-with-side'}>
        <section
          ref={box}
          className="map-box"
          aria-busy={busy && !isError}
          aria-label={t(layer === 'components' ? 'thingsLabel' : 'label')}
        />
        {search.at === undefined && dots && <DotList view={dots} grids={grids} words={words} onPick={onLine} />}
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
            {componentId !== null && (
              <div className="map-thing">
                <OneComponent key={componentId} id={componentId} />
              </div>
            )}
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
