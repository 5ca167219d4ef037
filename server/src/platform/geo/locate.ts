import Flatbush from 'flatbush'
import { type Box, boxOf, ringsOf, type Shape } from './shape.ts'

export interface Locator<Key> {
  readonly size: number
  /**
   * The key of the shape that holds the point, else null. A point on a shared border belongs to exactly one of the two,
   * always the same; where shapes overlap, the first of the list wins. A point within a centimetre outside of all is
   * given to the first shape that it touches.
   */
  locate(lon: number, lat: number): Key | null
}

/** About one centimetre, in degrees. */
const TOUCH = 1e-7

/** Edges as x1, y1, x2, y2 with the lower end first, so that two shapes compute a shared edge to the last bit alike. */
export function edgesOf(shape: Shape): Float64Array {
  const edges: number[] = []
  for (const ring of ringsOf(shape)) {
    let before = ring.at(-1)
    for (const point of ring) {
      if (before && (before[0] !== point[0] || before[1] !== point[1])) {
        const up = before[1] < point[1] || (before[1] === point[1] && before[0] < point[0])
        edges.push(...(up ? before.slice(0, 2) : point.slice(0, 2)), ...(up ? point.slice(0, 2) : before.slice(0, 2)))
      }
      before = point
    }
  }
  return Float64Array.from(edges)
}

/** Even-odd over all rings, half open: south and west borders are in, north and east ones are out. */
export function holds(edges: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let i = 0; i < edges.length; i += 4) {
    const y1 = edges[i + 1] as number
    const y2 = edges[i + 3] as number
    if (y1 > y || y2 <= y) continue
    const x1 = edges[i] as number
    if (x < x1 + ((y - y1) * ((edges[i + 2] as number) - x1)) / (y2 - y1)) inside = !inside
  }
  return inside
}

export function touches(edges: Float64Array, x: number, y: number): boolean {
  for (let i = 0; i < edges.length; i += 4) {
    const [x1, y1] = [edges[i] as number, edges[i + 1] as number]
    const [dx, dy] = [(edges[i + 2] as number) - x1, (edges[i + 3] as number) - y1]
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
    if (Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= TOUCH) return true
  }
  return false
}

function indexOf(boxes: readonly Box[]): Flatbush {
  const index = new Flatbush(boxes.length)
  for (const [west, south, east, north] of boxes) index.add(west, south, east, north)
  index.finish()
  return index
}

/** An index of shapes for the question "which one holds this point", in process: no PostGIS (stack.md, Geography). */
export function makeLocator<Key>(items: readonly { key: Key; shape: Shape }[]): Locator<Key> {
  if (items.length === 0) return { size: 0, locate: () => null }
  const edges = items.map((item) => edgesOf(item.shape))
  const index = indexOf(items.map((item) => boxOf(item.shape)))
  const first = (lon: number, lat: number, reach: number, test: typeof holds): number => {
    let best = items.length
    index.search(lon - reach, lat - reach, lon + reach, lat + reach, (i) => {
      if (i < best && test(edges[i] as Float64Array, lon, lat)) best = i
      return false
    })
    return best
  }
  return {
    size: items.length,
    locate(lon, lat) {
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null
      const inside = first(lon, lat, 0, holds)
      const found = inside < items.length ? inside : first(lon, lat, TOUCH, touches)
      return items[found]?.key ?? null
    },
  }
}

/** All pairs of boxes that meet, each once, the lower index first. */
export function pairsOf(boxes: readonly Box[]): [number, number][] {
  if (boxes.length === 0) return []
  const index = indexOf(boxes)
  const pairs: [number, number][] = []
  boxes.forEach(([west, south, east, north], i) => {
    index.search(west, south, east, north, (j) => {
      if (j > i) pairs.push([i, j])
      return false
    })
  })
  return pairs
}
