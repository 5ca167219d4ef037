import type { Ring, Shape } from './projection.ts'

type Positions = readonly (readonly [number, number])[]

/** GeoJSON as the server gives grids: polygons with a code and a name. */
export interface GridFile {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly properties: { readonly code?: string; readonly name?: string } | null
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly Positions[] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Positions[])[] }
      | null
  }[]
}

function ringsOf(geometry: GridFile['features'][number]['geometry']): readonly Ring[] {
  if (!geometry) return []
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** Shapes to draw; what has no ground is left out. */
export function shapesOf(file: GridFile | undefined): readonly Shape[] {
  const all = (file?.features ?? []).map((feature, index) => ({
    code: feature.properties?.code ?? String(index),
    name: feature.properties?.name ?? '',
    rings: ringsOf(feature.geometry),
  }))
  return all.filter((shape) => shape.rings.length > 0)
}
