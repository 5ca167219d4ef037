import { cellAt, finestZoom, type Tile } from '#platform/geo'
import { type Component, wrongStates } from './component.ts'

/** Zooms whose cells are counted as components come, go and change; the map reads the coarsest that is fine enough. */
export const levels = [10, 13, 16] as const

/** Zooms of cells across a tile: eight by eight of them. */
const finer = 3
/** From this zoom on a tile is read from its components: there are few enough. */
const near = 14
/** From this zoom on nothing is put together. */
const apart = 19

/** What one cell of the map holds of one type in one community: a count and sums of places, so that cells can be put together. */
export interface Cell {
  readonly level: number
  readonly cell: number
  readonly community: string
  /** Empty: of all types. */
  readonly type: string
  readonly n: number
  readonly wrong: number
  readonly lon: number
  readonly lat: number
}

type Counted = Pick<Component, 'state' | 'area' | 'type' | 'spot' | 'lon' | 'lat'>

/** What a component counts as, in every cell that knows it; nothing once it was removed. */
function cellsOf(one: Counted, sign: 1 | -1): Cell[] {
  if (one.state === 'removed') return []
  const wrong = wrongStates.includes(one.state) ? sign : 0
  return levels.flatMap((level) =>
    ['', one.type].map((type) => ({
      level,
      cell: cellAt(one.spot, level),
      community: one.area.slice(0, 12),
      type,
      n: sign,
      wrong,
      lon: one.lon * sign,
      lat: one.lat * sign,
    })),
  )
}

const keyOf = ({ level, cell, community, type }: Cell): string => `${level} ${cell} ${community} ${type}`

/** What a change adds to the cells: cells that come out even are left out, the others stand in the order of their keys, so that no two writers wait for each other in a ring. */
export function cellChanges(gone: readonly Counted[], come: readonly Counted[]): Cell[] {
  const sums = new Map<string, Cell>()
  for (const one of [...gone.flatMap((each) => cellsOf(each, -1)), ...come.flatMap((each) => cellsOf(each, 1))]) {
    const key = keyOf(one)
    const before = sums.get(key)
    sums.set(
      key,
      before ? { ...one, n: before.n + one.n, wrong: before.wrong + one.wrong, lon: before.lon + one.lon, lat: before.lat + one.lat } : one,
    )
  }
  const isEven = (one: Cell): boolean => one.n === 0 && one.wrong === 0 && Math.abs(one.lon) < 1e-9 && Math.abs(one.lat) < 1e-9
  return [...sums.values()].filter((one) => !isEven(one)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** How a tile is read: from counted cells of `level`, or from the components themselves; put together on cells of zoom `together`. */
export interface Reading {
  readonly level: number | null
  readonly together: number
}

/** How to read a tile; `exact` where the counted cells cannot answer (a scope within a community). Pure. */
export function readingOf({ z }: Tile, exact: boolean): Reading {
  const together = z >= apart ? finestZoom : z + finer
  const level = levels.find((one) => one >= together)
  return { level: exact || z >= near || level === undefined ? null : level, together }
}
