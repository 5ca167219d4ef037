import Flatbush from 'flatbush'
import { crossing, runningAlong, type Segment, segmentsOf } from './segments.ts'
import { areaOf, type Position, ringsOf, type Shape } from './shape.ts'

/** What makes a polygon unusable: told with a point near which to look. */
export interface ShapeFault {
  kind: 'coordinate' | 'tooFewPoints' | 'open' | 'selfCrossing' | 'empty'
  at: Position | null
}

function ringFaults(shape: Shape): ShapeFault[] {
  const faults: ShapeFault[] = []
  for (const ring of ringsOf(shape)) {
    const [first, last] = [ring[0], ring.at(-1)]
    const wrong = ring.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    if (wrong) faults.push({ kind: 'coordinate', at: wrong })
    else if (ring.length < 4 || !first || !last) faults.push({ kind: 'tooFewPoints', at: first ?? null })
    else if (first[0] !== last[0] || first[1] !== last[1]) faults.push({ kind: 'open', at: last })
  }
  return faults
}

/** Neighbours on a ring meet at their common end by nature; they may still fold back on each other. */
function atOdds(s: Segment, t: Segment): boolean {
  return crossing(s, t) || runningAlong(s, t)
}

function selfCrossings(shape: Shape, most: number): ShapeFault[] {
  const segments = segmentsOf(shape).filter((s) => s.x1 !== s.x2 || s.y1 !== s.y2)
  const index = new Flatbush(Math.max(1, segments.length))
  for (const s of segments) index.add(Math.min(s.x1, s.x2), Math.min(s.y1, s.y2), Math.max(s.x1, s.x2), Math.max(s.y1, s.y2))
  if (segments.length === 0) return []
  index.finish()
  const faults: ShapeFault[] = []
  segments.forEach((s, i) => {
    if (faults.length >= most) return
    index.search(Math.min(s.x1, s.x2), Math.min(s.y1, s.y2), Math.max(s.x1, s.x2), Math.max(s.y1, s.y2), (j) => {
      const t = segments[j]
      if (t && j > i && faults.length < most && atOdds(s, t)) faults.push({ kind: 'selfCrossing', at: [t.x1, t.y1] })
      return false
    })
  })
  return faults
}

/** Everything wrong with a polygon as a drawing; empty means that area and containment can be trusted. At most `most` crossings are told. */
export function shapeFaults(shape: Shape, most = 3): ShapeFault[] {
  const faults = ringFaults(shape)
  if (ringsOf(shape).length === 0) return [{ kind: 'empty', at: null }]
  if (faults.length > 0) return faults
  const crossings = selfCrossings(shape, most)
  if (crossings.length > 0) return crossings
  return areaOf(shape) > 0 ? [] : [{ kind: 'empty', at: ringsOf(shape)[0]?.[0] ?? null }]
}
