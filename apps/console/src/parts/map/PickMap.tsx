import { useMemo, useRef, useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import type { Grids } from './grids.ts'
import { useMap } from './use-map.ts'

interface PickMapProps {
  readonly area: string
  readonly at: { readonly lon: number; readonly lat: number } | null
  readonly onPick: (lon: number, lat: number) => void
}

/** The mark as GeoJSON. */
function markOf(at: PickMapProps['at']): object {
  const features = at ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [at.lon, at.lat] } }] : []
  return { type: 'FeatureCollection', features }
}

/** A map on which one point is chosen. */
export function PickMap({ area, at, onPick }: PickMapProps): ReactElement {
  const latest = useRef(onPick)
  useEffect(() => {
    latest.current = onPick
  })
  const grids = useQuery({
    queryKey: ['grids', area],
    queryFn: () => api.get<Grids>('/api/areas/grids.geojson', { area }),
    staleTime: 600_000,
  })
  const mark = useMemo(() => markOf(at), [at])
  const { box } = useMap({
    grids: grids.data,
    mark,
    onMap: ({ map }) =>
      map.on('click', (event) => latest.current(Number(event.lngLat.lng.toFixed(6)), Number(event.lngLat.lat.toFixed(6)))),
  })
  return <div ref={box} className="pick-map" />
}
