import { address } from '@linli/api'
import { useMemo } from 'react'
import type { List } from '../api/shapes.ts'
import { useAsk } from '../app/ask.ts'
import { type GridFile, shapesOf } from './grids.ts'
import type { Point, Shape } from './projection.ts'

export interface AreaCard {
  readonly code: string
  readonly name: string
  readonly level?: string
}

/** What lies under a place: the grid, and the areas that hold it from the county down. */
export interface Located {
  readonly grid: AreaCard | null
  readonly path: readonly AreaCard[]
}

/** Areas directly below; the city's counties when nothing is given. */
export function useAreasBelow(parent: string | null, wanted: boolean): { areas: readonly AreaCard[]; loading: boolean } {
  const asked = useAsk<List<AreaCard>>(address('/api/public/areas', { parent }), { enabled: wanted })
  return { areas: asked.data?.body.items ?? [], loading: wanted && asked.isPending }
}

/** The areas under a pin; null while unknown, and outside the city. */
export function useLocated(pin: Point | null): { located: Located | null; outside: boolean } {
  const path = address('/api/public/areas/locate', { lon: pin?.lon.toFixed(5), lat: pin?.lat.toFixed(5) })
  const asked = useAsk<Located>(path, { enabled: pin !== null })
  return { located: asked.data?.body ?? null, outside: asked.error?.status === 404 || asked.error?.status === 422 }
}

/** Grids of an area as shapes to draw; none where there are none. */
export function useGrids(area: string | null): readonly Shape[] {
  const asked = useAsk<GridFile>(address('/api/public/areas/grids.geojson', { area }), { enabled: area !== null })
  const file = asked.data?.body
  return useMemo(() => shapesOf(file), [file])
}
