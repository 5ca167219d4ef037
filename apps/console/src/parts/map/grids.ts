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

type Ring = readonly Position[]

/** Whether a ray to the east crosses the ring an odd number of times. */
function isInRing(ring: Ring, lon: number, lat: number): boolean {
  let inside = false
  for (const [index, here] of ring.entries()) {
    const [x1 = 0, y1 = 0] = here
    const [x2 = 0, y2 = 0] = ring[index === 0 ? ring.length - 1 : index - 1] ?? here
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** The grid in which a point lies, for its name beside a dot; which grid a matter belongs to is the server's to say. */
export function gridAt(grids: Grids, lon: number, lat: number): GridFeature['properties'] | null {
  const holds = ({ geometry }: GridFeature): boolean => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return polygons.some(([outer = [], ...holes]) => isInRing(outer, lon, lat) && !holes.some((hole) => isInRing(hole, lon, lat)))
  }
  return grids.features.find(holds)?.properties ?? null
}
