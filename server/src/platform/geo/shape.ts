import { area } from '@turf/area'

/** Longitude, latitude in WGS-84 degrees, unless a function says another datum. */
export type Position = [number, number]
/** A closed ring: the last point repeats the first. */
export type Ring = Position[]
export interface Polygon {
  type: 'Polygon'
  coordinates: Ring[]
}
export interface MultiPolygon {
  type: 'MultiPolygon'
  coordinates: Ring[][]
}
/** GeoJSON's two areal geometries (RFC 7946), two dimensions alone. */
export type Shape = Polygon | MultiPolygon
/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

export function polygonsOf(shape: Shape): readonly Ring[][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}

export function ringsOf(shape: Shape): readonly Ring[] {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
}

export function boxOf(shape: Shape): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of ringsOf(shape)) {
    for (const [lon, lat] of ring) {
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
    }
  }
  return [west, south, east, north]
}

/** The box around all boxes; null of none. */
export function boxOfAll(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  return boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
}

export function boxHolds(box: Box, lon: number, lat: number): boolean {
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** Square metres on the sphere, holes taken out. */
export function areaOf(shape: Shape): number {
  return area(shape)
}

interface Moment {
  twice: number
  x: number
  y: number
}

/** Twice the signed area of a ring and its moments, measured from `origin` so that no digits are lost. */
function momentOf(ring: Ring, origin: Position): Moment {
  const sum: Moment = { twice: 0, x: 0, y: 0 }
  let before = ring.at(-1) ?? origin
  for (const point of ring) {
    const [x1, y1] = [before[0] - origin[0], before[1] - origin[1]]
    const [x2, y2] = [point[0] - origin[0], point[1] - origin[1]]
    const cross = x1 * y2 - x2 * y1
    sum.twice += cross
    sum.x += (x1 + x2) * cross
    sum.y += (y1 + y2) * cross
    before = point
  }
  return sum
}

/** The point of balance: of a bent shape it may lie outside, see `pointInside`. */
export function centroidOf(shape: Shape): Position {
  const origin = ringsOf(shape)[0]?.[0] ?? [0, 0]
  const sum: Moment = { twice: 0, x: 0, y: 0 }
  for (const polygon of polygonsOf(shape)) {
    polygon.forEach((ring, index) => {
      const moment = momentOf(ring, origin)
      // Rings are counted by their place (outer first), for many files wind them the wrong way.
      const sign = moment.twice < 0 === (index === 0) ? -1 : 1
      sum.twice += sign * moment.twice
      sum.x += sign * moment.x
      sum.y += sign * moment.y
    })
  }
  if (sum.twice === 0) return origin
  return [origin[0] + sum.x / (3 * sum.twice), origin[1] + sum.y / (3 * sum.twice)]
}

/** The middle of the widest stretch of the shape along this latitude, with its width in degrees. */
function widestAt(shape: Shape, lat: number): { point: Position; width: number } | null {
  const cuts: number[] = []
  for (const ring of ringsOf(shape)) {
    let before = ring.at(-1)
    for (const point of ring) {
      if (before && before[1] > lat !== point[1] > lat) {
        cuts.push(before[0] + ((lat - before[1]) * (point[0] - before[0])) / (point[1] - before[1]))
      }
      before = point
    }
  }
  cuts.sort((a, b) => a - b)
  let best: { point: Position; width: number } | null = null
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const [from, to] = [cuts[i] as number, cuts[i + 1] as number]
    if (!best || to - from > best.width) best = { point: [(from + to) / 2, lat], width: to - from }
  }
  return best
}

/** A point well inside the shape, for a label or a pin: the middle of the widest of nine stretches across it. */
export function pointInside(shape: Shape): Position {
  const [, south, , north] = boxOf(shape)
  let best: { point: Position; width: number } | null = null
  for (let i = 1; i <= 9; i += 1) {
    const found = widestAt(shape, south + ((north - south) * i) / 10)
    if (found && (!best || found.width > best.width)) best = found
  }
  return best?.point ?? centroidOf(shape)
}
