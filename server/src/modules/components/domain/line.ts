import { distance } from '#platform/geo'
import type { LinePoint } from './component.ts'

/** The length of a line in metres, each piece on the ellipsoid (000-84: 25 km of flower belt). */
export function lengthOf(line: readonly LinePoint[]): number {
  return line.slice(1).reduce((sum, point, at) => sum + distance(line[at] as [number, number], [...point]), 0)
}

/** The point half-way along a line. */
export function middleOf(line: readonly LinePoint[]): LinePoint {
  let left = lengthOf(line) / 2
  for (const [at, to] of line.entries()) {
    const from = line[at - 1]
    if (!from) continue
    const metres = distance([...from], [...to])
    if (metres >= left && metres > 0) {
      const part = left / metres
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    }
    left -= metres
  }
  return line[0] ?? [0, 0]
}
