import type { GridFeature, Grids } from '../../parts/map/grids.ts'
import { gridAt } from '../../parts/map/grids.ts'

/** A dot of the map: one matter, or several that lie together. */
export interface Dot {
  readonly lon: number
  readonly lat: number
  readonly n: number
  readonly late: number
  readonly id: string | null
  readonly title: string | null
  readonly state: string | null
}

export interface MapView {
  readonly items: readonly Dot[]
  readonly total: number
  /** There are more here than are counted at once. */
  readonly more: boolean
}

/** The dots as GeoJSON for the map. */
export function featuresOf(dots: readonly Dot[]): object {
  return {
    type: 'FeatureCollection',
    features: dots.map((dot) => ({
      type: 'Feature',
      properties: { count: dot.n, late: dot.late > 0, id: dot.id },
      geometry: { type: 'Point', coordinates: [dot.lon, dot.lat] },
    })),
  }
}

/** A dot as a line of the list, with the grid in which it lies. */
export interface DotLine extends Dot {
  readonly key: string
  readonly grid: GridFeature['properties'] | null
}

/** What is in view as lines, what is late first, then the largest; at most as many as a person reads. */
export function linesOf(dots: readonly Dot[], grids: Grids | undefined, most: number): DotLine[] {
  return [...dots]
    .sort((a, b) => b.late - a.late || b.n - a.n)
    .slice(0, most)
    .map((dot) => ({ ...dot, key: dot.id ?? `${dot.lon} ${dot.lat}`, grid: grids ? gridAt(grids, dot.lon, dot.lat) : null }))
}

/** The box of a view as the server reads it: west,south,east,north with six digits, and its size not beyond the globe. */
export const boxText = (west: number, south: number, east: number, north: number): string =>
  [Math.max(west, -180), Math.max(south, -90), Math.min(east, 180), Math.min(north, 90)].map((value) => value.toFixed(6)).join(',')
