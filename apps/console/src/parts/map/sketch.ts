import type { GridFeature, Grids, Position } from './grids.ts'

export interface Sketch {
  readonly paths: readonly { readonly code: string; readonly name: string; readonly d: string; readonly isHere: boolean }[]
  readonly dot: { readonly x: number; readonly y: number } | null
  readonly width: number
  readonly height: number
}

const rings = (feature: GridFeature): readonly (readonly Position[])[] =>
  feature.geometry.type === 'Polygon' ? feature.geometry.coordinates : feature.geometry.coordinates.flat()

/** Metres on a flat sheet around a latitude: good to a thousandth within a county. */
function flat(at: { readonly lon: number; readonly lat: number }): (position: Position) => [number, number] {
  const perLon = 111_320 * Math.cos((at.lat * Math.PI) / 180)
  return ([lon = 0, lat = 0]) => [(lon - at.lon) * perLon, (at.lat - lat) * 110_574]
}

/**
 * The grids around a place as lines on a small sheet, the place as a dot in the middle.
 * `reach` is how many metres the sheet shows to each side.
 */
export function sketchOf(
  grids: Grids,
  place: { readonly lon: number; readonly lat: number },
  here: string,
  reach: number,
  width: number,
  height: number,
): Sketch {
  const project = flat(place)
  const scale = width / (2 * reach)
  const points = (ring: readonly Position[]): string =>
    ring
      .map((position) => {
        const [x, y] = project(position)
        return `${(width / 2 + x * scale).toFixed(1)} ${(height / 2 + y * scale).toFixed(1)}`
      })
      .join('L')
  const paths = grids.features.map((feature) => ({
    code: feature.properties.code,
    name: feature.properties.name,
    d: rings(feature)
      .map((ring) => `M${points(ring)}Z`)
      .join(''),
    isHere: feature.properties.code === here,
  }))
  return { paths, dot: { x: width / 2, y: height / 2 }, width, height }
}
