import type { BaseMap } from '../../parts/map/base-map.ts'
import { boxText } from './dots.ts'

export interface Picked {
  readonly kind: 'matter' | 'grid'
  readonly id: string
}

export interface Ears {
  /** What is in view, as the server reads it, and the zoom of the map. */
  readonly onView: (box: string, zoom: number) => void
  readonly onPick: (picked: Picked | null) => void
}

/** Listens to the map: what is in view, and what was pressed. A cluster opens by going nearer. */
export function listen({ map, goNear }: BaseMap, ears: () => Ears): void {
  const look = (): void => {
    const bounds = map.getBounds()
    ears().onView(boxText(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()), map.getZoom())
  }
  if (map.loaded()) look()
  map.on('load', look)
  map.on('moveend', look)
  map.on('click', (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: ['matter', 'cluster', 'grid-fill'] })
    const { id, code } = (hit?.properties ?? {}) as { id?: string; code?: string }
    if (hit?.layer.id === 'cluster') goNear(event.lngLat.lng, event.lngLat.lat)
    else if (hit?.layer.id === 'matter' && id) ears().onPick({ kind: 'matter', id })
    else ears().onPick(code ? { kind: 'grid', id: code } : null)
  })
  map.on('mousemove', (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: ['matter', 'cluster'] })
    map.getCanvas().style.cursor = hit ? 'pointer' : ''
  })
}
