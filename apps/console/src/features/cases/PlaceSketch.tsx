import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import type { Grids } from '../../parts/map/grids.ts'
import { sketchOf } from './sketch.ts'
import { caseWords } from './words.ts'

/** The community (12 digits) whose grids are drawn around the place. */
const communityOf = (code: string): string => code.slice(0, 12)

/** Where it is: in words, and as a dot among the lines of the grids. It draws without tiles and prints. */
export function PlaceSketch({ one }: { readonly one: CaseView }): ReactElement {
  const t = useWords(caseWords)
  const community = communityOf(one.area.code)
  const { lon = null, lat = null } = one.place ?? {}
  const point = lon === null || lat === null ? null : { lon, lat }
  const grids = useQuery({
    queryKey: ['grids', community],
    queryFn: ({ signal }) => api.get<Grids>('/api/areas/grids.geojson', { area: community }, { signal }),
    enabled: point !== null,
    staleTime: 600_000,
  })
  const sketch = point && grids.data ? sketchOf(grids.data, point, one.area.code, 600, 320, 180) : null
  return (
    <>
      <span>
        {one.place?.words ? `${one.place.words} · ` : ''}
        {one.area.name}
      </span>
      {sketch && (
        <svg className="sketch" viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="img" aria-label={`${t('place')}: ${one.area.name}`}>
          {sketch.paths.map((path) => (
            <path key={path.code} d={path.d} className={path.isHere ? 'sketch-here' : 'sketch-grid'} />
          ))}
          {sketch.dot && <circle cx={sketch.dot.x} cy={sketch.dot.y} r="5" className="sketch-dot" />}
        </svg>
      )}
      {point && (
        <Link to="/map" search={{ area: community, at: one.id }} className="no-print">
          {t('onMap')}
        </Link>
      )}
    </>
  )
}
