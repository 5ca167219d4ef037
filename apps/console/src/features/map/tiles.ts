import type { Schemas } from '@linli/api'
import type { Dot, MapView } from './dots.ts'

type ComponentTile = Schemas['ComponentTile']

/** A tile of the map: zoom, column from the west, row from the north. */
export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** The finest tiles that the server reads apart. */
const nearest = 20
/** More tiles than these are no view of a screen. */
const most = 40

function column(lon: number, z: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** z)
}

function row(lat: number, z: number): number {
  const sin = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z)
}

/** The tiles of a view: `box` is west,south,east,north in degrees, `zoom` that of the map (tiles of 512 px). */
export function tilesIn(box: string, zoom: number): Tile[] {
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
  const z = Math.max(0, Math.min(nearest, Math.round(zoom)))
  const last = 2 ** z - 1
  const tiles: Tile[] = []
  for (let x = Math.max(0, column(west, z)); x <= Math.min(last, column(east, z)); x += 1) {
    for (let y = Math.max(0, row(north, z)); y <= Math.min(last, row(south, z)); y += 1) tiles.push({ z, x, y })
  }
  return tiles.length > most ? [] : tiles
}

/** What the tiles of a view hold, as dots of the map; `nameOf` says what one that stands alone is. */
export function dotsOf(tiles: readonly ComponentTile[], nameOf: (type: string) => string): MapView {
  const items = tiles.flatMap((tile) =>
    tile.items.map(
      (dot): Dot => ({
        lon: dot.lon,
        lat: dot.lat,
        n: dot.n,
        late: dot.wrong,
        id: dot.id,
        title: dot.type === null ? null : nameOf(dot.type),
        state: dot.state,
      }),
    ),
  )
  return { items, total: tiles.reduce((sum, tile) => sum + tile.total, 0), more: false }
}
