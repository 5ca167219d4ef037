/*
 * A point as one whole number: the bits of its tile in the web's Mercator projection, x and y in turns. Whatever lies in one tile of the
 * map, at any zoom, is one unbroken range of numbers, so that an ordinary index finds it (no PostGIS).
 */

/** Zoom of the finest tiles: 0.6 m at the equator, 0.44 m at 42° north; two times 26 bits stay exact in a number. */
export const finestZoom = 26

const half = 13
const most = 2 ** finestZoom

/** The tile at zoom 26 in which a WGS-84 point lies; what lies beyond the projection's edge (85.05°) counts to the edge. */
function tileOf(lon: number, lat: number): readonly [x: number, y: number] {
  const sin = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180)
  const inside = (part: number): number => Math.max(0, Math.min(most - 1, Math.floor(part * most)))
  return [inside((lon + 180) / 360), inside(0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))]
}

/** Thirteen bits with a gap before each. */
function spread(bits: number): number {
  let out = bits & 0x1fff
  out = (out | (out << 8)) & 0x00ff00ff
  out = (out | (out << 4)) & 0x0f0f0f0f
  out = (out | (out << 2)) & 0x33333333
  return (out | (out << 1)) & 0x55555555
}

/** The numbers of two coordinates taken in turns; each has at most 26 bits. */
function interleaved(x: number, y: number): number {
  const [low, high] = [2 ** half, 2 ** (2 * half)]
  const mixed = (a: number, b: number): number => spread(a) + spread(b) * 2
  return mixed(Math.floor(x / low), Math.floor(y / low)) * high + mixed(x % low, y % low)
}

/** The number of a WGS-84 point, in degrees. */
export function spotOf(lon: number, lat: number): number {
  return interleaved(...tileOf(lon, lat))
}

/** A tile of the map as everybody numbers them: zoom, column from the west, row from the north. */
export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** A range of numbers, both ends included. */
export interface SpotRange {
  readonly from: number
  readonly to: number
}

/** Whether there is such a tile: a zoom of 0 to 22, and column and row within it. */
export function isTile({ z, x, y }: Tile): boolean {
  return [z, x, y].every(Number.isInteger) && z >= 0 && z <= 22 && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z
}

/** All points of a tile. */
export function spotsIn({ z, x, y }: Tile): SpotRange {
  const size = 4 ** (finestZoom - z)
  const from = interleaved(x, y) * size
  return { from, to: from + size - 1 }
}

/** The tile at a zoom in which a WGS-84 point lies. */
export function tileAt(lon: number, lat: number, z: number): Tile {
  const [x, y] = tileOf(lon, lat)
  const size = 2 ** (finestZoom - z)
  return { z, x: Math.floor(x / size), y: Math.floor(y / size) }
}

/** The number of the cell at a zoom in which a point's number lies. */
export function cellAt(spot: number, zoom: number): number {
  return Math.floor(spot / 4 ** (finestZoom - zoom))
}

/** West, south, east and north of a tile in degrees. */
export function boxOfTile({ z, x, y }: Tile): readonly [west: number, south: number, east: number, north: number] {
  const size = 2 ** z
  const lat = (row: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / size))) * 180) / Math.PI
  return [(x / size) * 360 - 180, lat(y + 1), ((x + 1) / size) * 360 - 180, lat(y)]
}
