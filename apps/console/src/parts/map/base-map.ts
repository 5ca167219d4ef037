import 'maplibre-gl/dist/maplibre-gl.css'
import { fontFamily } from '@linli/ui'
import type { Scheme } from '@linli/ui'
import { Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import type { GeoJSONSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { boundsOf } from './grids.ts'
import type { Grids } from './grids.ts'
import { styleOf } from './layers.ts'

// The library otherwise looks for its worker where no bundler has put one, and the map stays blank.
setWorkerUrl(workerUrl)

const calm = window.matchMedia('(prefers-reduced-motion: reduce)')

export interface BaseMap {
  readonly map: MapLibre
  /** Draws the grids and brings them into view. */
  showGrids(grids: Grids): void
  /** Puts GeoJSON into a layer. */
  show(source: 'matters' | 'mark', data: object): void
  /** Lights one grid by its code, or none. */
  light(code: string | null): void
  /** Goes to a point and nearer to it. */
  goNear(lon: number, lat: number): void
  remove(): void
}

/** Where the names of grids stand: in the middle of their frames. */
function namesOf(grids: Grids): object {
  const features = grids.features.flatMap((grid) => {
    const bounds = boundsOf({ type: 'FeatureCollection', features: [grid] })
    if (!bounds) return []
    const [west, south, east, north] = bounds
    return [
      {
        type: 'Feature',
        properties: { name: grid.properties.name },
        geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
      },
    ]
  })
  return { type: 'FeatureCollection', features }
}

/** Draws the map into a box; the caller removes it. @throws Error where there is no WebGL */
export function openMap(container: HTMLElement, scheme: Scheme): BaseMap {
  const map = new MapLibre({
    container,
    style: styleOf(scheme),
    center: [121.67, 42.02],
    zoom: 9,
    attributionControl: false,
    localIdeographFontFamily: fontFamily,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
  })
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.touchZoomRotate.disableRotation()
  // Once it has loaded, data may be put at any time, also while other data is being drawn.
  let isReady = false
  map.once('load', () => {
    isReady = true
  })
  const whenReady = (act: () => void): void => void (isReady ? act() : map.once('load', act))
  const put = (source: string, data: object): void =>
    whenReady(() => void (map.getSource(source) as GeoJSONSource | undefined)?.setData(data as never))
  return {
    map,
    show: put,
    showGrids: (grids) => {
      put('grids', grids)
      put('names', namesOf(grids))
      const bounds = boundsOf(grids)
      if (bounds) map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], { padding: 40, animate: false, maxZoom: 16 })
    },
    light: (code) => whenReady(() => void map.setFilter('grid-lit', ['==', ['get', 'code'], code ?? ''])),
    goNear: (lon, lat) => void map.easeTo({ center: [lon, lat], zoom: map.getZoom() + 2, duration: calm.matches ? 0 : 150 }),
    remove: () => map.remove(),
  }
}
