import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import type { Grids } from './grids.ts'
import { sketchOf } from './sketch.ts'

interface PlaceOnGridsProps {
  readonly lon: number
  readonly lat: number
  /** The smallest area in which it lies. */
  readonly area: string
  readonly label: string
}

/** A place as a dot among the lines of the grids of its community. It draws without tiles and prints. */
export function PlaceOnGrids({ lon, lat, area, label }: PlaceOnGridsProps): ReactElement | null {
  const community = area.slice(0, 12)
  const grids = useQuery({
    queryKey: ['grids', community],
    queryFn: ({ signal }) => api.get<Grids>('/api/areas/grids.geojson', { area: community }, { signal }),
    staleTime: 600_000,
  })
  if (!grids.data) return null
  const sketch = sketchOf(grids.data, { lon, lat }, area, 600, 320, 180)
  return (
    <svg className="sketch" viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="img" aria-label={label}>
      {sketch.paths.map((path) => (
        <path key={path.code} d={path.d} className={path.isHere ? 'sketch-here' : 'sketch-grid'} />
      ))}
      {sketch.dot && <circle cx={sketch.dot.x} cy={sketch.dot.y} r="5" className="sketch-dot" />}
    </svg>
  )
}
