/** Matters that lie together in one cell of the map: sums of their places, so that cells can be put together. */
export interface Cell {
  readonly x: number
  readonly y: number
  readonly n: number
  readonly late: number
  /** Sum of longitudes, and of latitudes, in degrees. */
  readonly lon: number
  readonly lat: number
}

/** Finest cells across the width of a view; four by four of them make a coarse one. */
const finest = 160
const together = 4
/** As many dots as a person can tell apart; with more, the coarse cells are drawn. */
const few = 400

/**
 * Width and height of the finest cells of a view in degrees. The width is a power of two, so that the same matters lie together
 * however the view is moved; a degree of latitude is a third longer on the screen than one of longitude here, at 42° north.
 */
export function cellOf(west: number, east: number): { readonly width: number; readonly height: number } {
  const width = 2 ** Math.ceil(Math.log2((east - west) / finest))
  return { width, height: width * 0.75 }
}

/** The cells to draw: the finest when there are few of them, else four by four together, at most about 1,600. No matter is lost. Pure. */
export function clustered(cells: readonly Cell[]): Cell[] {
  if (cells.length <= few) return [...cells]
  const coarse = new Map<string, Cell>()
  for (const cell of cells) {
    const x = Math.floor(cell.x / together)
    const y = Math.floor(cell.y / together)
    const key = `${x} ${y}`
    const before = coarse.get(key)
    coarse.set(
      key,
      before
        ? { x, y, n: before.n + cell.n, late: before.late + cell.late, lon: before.lon + cell.lon, lat: before.lat + cell.lat }
        : { ...cell, x, y },
    )
  }
  return [...coarse.values()]
}
