import { type Box, ringsOf, type Shape } from './shape.ts'

/** A straight piece of border, with the ring it belongs to and its place in it. */
export interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly ring: number
  readonly at: number
}

/** The pieces of a shape's borders, only those that meet the box when one is given. */
export function segmentsOf(shape: Shape, box?: Box): Segment[] {
  const found: Segment[] = []
  ringsOf(shape).forEach((ring, ringNumber) => {
    for (let at = 0; at + 1 < ring.length; at += 1) {
      const [from, to] = [ring[at], ring[at + 1]]
      if (!from || !to) continue
      const segment = { x1: from[0], y1: from[1], x2: to[0], y2: to[1], ring: ringNumber, at }
      if (!box || meets(segment, box)) found.push(segment)
    }
  })
  return found
}

function meets(s: Segment, box: Box): boolean {
  return (
    Math.min(s.x1, s.x2) <= box[2] && Math.max(s.x1, s.x2) >= box[0] && Math.min(s.y1, s.y2) <= box[3] && Math.max(s.y1, s.y2) >= box[1]
  )
}

/** Which side of the line a-b the point lies on: its sign; 0 where the distance is below about a tenth of a millimetre. */
function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return Math.abs(cross) <= 1e-9 * Math.hypot(bx - ax, by - ay) ? 0 : Math.sign(cross)
}

/** Whether two segments cross at a point that is an end of neither. */
export function crossing(s: Segment, t: Segment): boolean {
  return (
    side(s.x1, s.y1, s.x2, s.y2, t.x1, t.y1) * side(s.x1, s.y1, s.x2, s.y2, t.x2, t.y2) < 0 &&
    side(t.x1, t.y1, t.x2, t.y2, s.x1, s.y1) * side(t.x1, t.y1, t.x2, t.y2, s.x2, s.y2) < 0
  )
}

/** Whether two segments run along each other for more than a tenth of a millimetre. */
export function runningAlong(s: Segment, t: Segment): boolean {
  if (side(s.x1, s.y1, s.x2, s.y2, t.x1, t.y1) !== 0 || side(s.x1, s.y1, s.x2, s.y2, t.x2, t.y2) !== 0) return false
  const [dx, dy] = [s.x2 - s.x1, s.y2 - s.y1]
  const length = Math.hypot(dx, dy)
  if (length === 0) return false
  const a = ((t.x1 - s.x1) * dx + (t.y1 - s.y1) * dy) / length
  const b = ((t.x2 - s.x1) * dx + (t.y2 - s.y1) * dy) / length
  return Math.min(Math.max(a, b), length) - Math.max(Math.min(a, b), 0) > 1e-9
}
