/** Longitude and latitude in degrees (CGCS2000). */
export type Position = readonly number[]

type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

export interface GridFeature {
  readonly type: 'Feature'
  readonly geometry: Geometry
  readonly properties: { readonly code: string; readonly name: string }
}

/** Grids as GeoJSON. */
export interface Grids {
  readonly type: 'FeatureCollection'
  readonly features: readonly GridFeature[]
}

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]

/** The smallest frame around all grids; null when there are none. */
export function boundsOf(grids: Grids): Bounds | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { geometry } of grids.features) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    for (const [lon = 0, lat = 0] of rings.flat()) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return west > east ? null : [west, south, east, north]
}
