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

/** 第, which begins an ordinal: it stays with its number. */
const ordinal = String.fromCodePoint(0x7b2c)

/** What all names begin with: on a map of one community, its own name stands nowhere. */
function sameStart(names: readonly string[]): number {
  const [first = '', ...others] = names
  if (others.length === 0) return 0
  let length = first.length
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) length -= 1
  return first.charAt(length - 1) === ordinal ? length - 1 : length
}

/** Shapes to draw; what has no ground is left out. */
export function shapesOf(file: GridFile | undefined): readonly Shape[] {
  const all = (file?.features ?? []).map((feature, index) => ({
    code: feature.properties?.code ?? String(index),
    name: feature.properties?.name ?? '',
    rings: ringsOf(feature.geometry),
  }))
  const drawn = all.filter((shape) => shape.rings.length > 0)
  const start = sameStart(drawn.map((shape) => shape.name))
  return drawn.map((shape) => ({ ...shape, name: shape.name.slice(start) }))
}
