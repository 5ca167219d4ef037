/** A dot of the map: one matter, or several that lie together. */
export interface Dot {
  readonly lon: number
  readonly lat: number
  readonly n: number
  readonly late: number
  readonly id: string | null
  readonly title: string | null
}

export interface MapView {
  readonly items: readonly Dot[]
  readonly total: number
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

/** The box of a view as the server reads it: west,south,east,north with six digits, and its size not beyond the globe. */
export const boxText = (west: number, south: number, east: number, north: number): string =>
  [Math.max(west, -180), Math.max(south, -90), Math.min(east, 180), Math.min(north, 90)].map((value) => value.toFixed(6)).join(',')
