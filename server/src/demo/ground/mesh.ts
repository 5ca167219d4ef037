import { type Polygon, type Position, planeAt, type Ring } from '#platform/geo'
import type { Prng } from './prng.ts'
import type { Block } from './split.ts'

/** Where the invented city lies: on the plain by 阜新, in WGS-84, so that datum and projection behave as there. */
const CENTRE: Position = [121.65, 42.02]

/** Side of a mesh cell in the middle of the city, metres; it grows towards the edge. */
const CELL = 70

export interface Mesh {
  readonly cells: number
  /** The polygon of a block, with every mesh corner on its way. */
  outline(block: Block): Polygon
  /** A point in the cell that holds (x, y), which are in cells and may be broken numbers. */
  point(x: number, y: number): Position
}

/** A bent sheet: streets wave over a few hundred metres, blocks grow outwards, the whole is turned as the river runs. */
function bend(cells: number, random: Prng): (x: number, y: number) => Position {
  const waves = Array.from({ length: 4 }, () => ({
    length: 13 + random.next() * 17,
    phase: random.next() * 6.3,
    swing: 0.3 + random.next() * 0.25,
  }))
  const turn = (random.next() - 0.5) * 0.5
  const wave = (i: number, along: number): number => {
    const { length, phase, swing } = waves[i] as (typeof waves)[number]
    return swing * Math.sin((along * 2 * Math.PI) / length + phase)
  }
  return (x, y) => {
    // From -1 to 1 across the city; the corners of the sheet are drawn in, so that the city is roundish.
    const u = ((x + wave(0, y) + wave(1, x + y)) * 2) / cells - 1
    const v = ((y + wave(2, x) + wave(3, x - y)) * 2) / cells - 1
    const reach = (1 + 0.3 * (u * u + v * v)) * (cells / 2) * CELL
    const [east, north] = [u * reach * Math.sqrt(Math.max(0.3, 1 - 0.5 * v * v)), v * reach * Math.sqrt(Math.max(0.3, 1 - 0.5 * u * u))]
    return [east * Math.cos(turn) - north * Math.sin(turn), east * Math.sin(turn) + north * Math.cos(turn)]
  }
}

export function makeMesh(cells: number, random: Prng): Mesh {
  const bent = bend(cells, random)
  const plane = planeAt(CENTRE)
  const side = cells + 1
  const corners: Position[] = Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)]
    const [east, north] = bent(x + (random.next() - 0.5) * 0.3, y + (random.next() - 0.5) * 0.3)
    const [lon, lat] = plane.toLonLat(east, north)
    // Seven decimals are a centimetre; both neighbours round alike, so no gap opens.
    return [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
  })
  const corner = (x: number, y: number): Position => corners[y * side + x] as Position
  return {
    cells,
    outline({ x0, y0, x1, y1 }) {
      const ring: Ring = []
      for (let x = x0; x < x1; x += 1) ring.push(corner(x, y0))
      for (let y = y0; y < y1; y += 1) ring.push(corner(x1, y))
      for (let x = x1; x > x0; x -= 1) ring.push(corner(x, y1))
      for (let y = y1; y >= y0; y -= 1) ring.push(corner(x0, y))
      return { type: 'Polygon', coordinates: [ring] }
    },
    point(x, y) {
      const [cx, cy] = [Math.floor(x), Math.floor(y)]
      const [s, t] = [x - cx, y - cy]
      const mixed = (axis: 0 | 1): number =>
        (corner(cx, cy)[axis] * (1 - s) + corner(cx + 1, cy)[axis] * s) * (1 - t) +
        (corner(cx, cy + 1)[axis] * (1 - s) + corner(cx + 1, cy + 1)[axis] * s) * t
      return [Number(mixed(0).toFixed(7)), Number(mixed(1).toFixed(7))]
    },
  }
}
