import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import type { Grids } from '../../parts/map/grids.ts'
import { useMap } from '../../parts/map/use-map.ts'

interface PointMapProps {
  readonly area: string
  readonly lon: number
  readonly lat: number
  readonly label: string
}

/** Where a place lies among the grids of its community. */
export function PointMap({ area, lon, lat, label }: PointMapProps): ReactElement {
  const around = area.slice(0, 12)
  const grids = useQuery({
    queryKey: ['grids', around],
    queryFn: () => api.get<Grids>('/api/areas/grids.geojson', { area: around }),
    staleTime: 600_000,
  })
  const mark = useMemo(
    () => ({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lon, lat] } }],
    }),
    [lon, lat],
  )
  const { box, failed, busy } = useMap({ grids: grids.data, mark, onMap: () => undefined })
  if (failed) return <p className="quiet number">{`${lon}, ${lat}`}</p>
  return <section ref={box} className="pick-map" aria-label={label} aria-busy={busy && !grids.isError} />
}
