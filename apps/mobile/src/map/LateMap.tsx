import { lazy, type ReactElement, Suspense } from 'react'
import type { MapProps } from './GridMap.tsx'
import '../styles/map.css'

const GridMap = lazy(async () => ({ default: (await import('./GridMap.tsx')).GridMap }))

/** The map, brought when it is needed: the form stands before it. */
export function LateMap(props: MapProps): ReactElement {
  return (
    <Suspense fallback={<div className="map map-empty" />}>
      <GridMap {...props} />
    </Suspense>
  )
}
