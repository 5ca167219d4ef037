import { difference, type Geom, intersection } from 'polyclip-ts'
import { edgesOf, holds, touches } from './locate.ts'
import { crossing, segmentsOf } from './segments.ts'
import { areaOf, type Box, boxesMeet, boxOf, pointInside, type Position, type Shape } from './shape.ts'

interface Probe {
  shape: Shape
  box: Box
  edges: Float64Array
}

function probe(shape: Shape): Probe {
  return { shape, box: boxOf(shape), edges: edgesOf(shape) }
}

/** Corners and middles of sides near the other shape, and one point inside: where shapes overlap, one of them tells. */
function samples(of: Probe, near: Box): Position[] {
  const points: Position[] = [pointInside(of.shape)]
  for (const s of segmentsOf(of.shape, near)) points.push([s.x1, s.y1], [(s.x1 + s.x2) / 2, (s.y1 + s.y2) / 2])
  return points
}

/** In the shape, and more than a centimetre from its border. */
function wellInside(of: Probe, [lon, lat]: Position): boolean {
  return holds(of.edges, lon, lat) && !touches(of.edges, lon, lat)
}

function wellOutside(of: Probe, [lon, lat]: Position): boolean {
  return !holds(of.edges, lon, lat) && !touches(of.edges, lon, lat)
}

function bordersCross(a: Probe, b: Probe): boolean {
  const others = segmentsOf(b.shape, a.box)
  return segmentsOf(a.shape, b.box).some((s) => others.some((t) => crossing(s, t)))
}

function mayOverlap(a: Probe, b: Probe): boolean {
  if (!boxesMeet(a.box, b.box)) return false
  return (
    bordersCross(a, b) || samples(a, b.box).some((point) => wellInside(b, point)) || samples(b, a.box).some((point) => wellInside(a, point))
  )
}

/** The clipper computes in decimals of any length and is slow: it is asked only where the cheap tests cannot say no. */
function clipped(of: (geom: Geom, ...more: Geom[]) => Geom, shape: Shape, others: readonly Shape[]): Shape[] {
  const pieces = of(shape.coordinates as Geom, ...others.map((other) => other.coordinates as Geom))
  return (pieces as Position[][][]).map((coordinates) => ({ type: 'Polygon', coordinates }))
}

/** The pieces that two shapes both cover; none when they only share a border. Strips thinner than a centimetre may be left out. */
export function overlapOf(a: Shape, b: Shape): Shape[] {
  return mayOverlap(probe(a), probe(b)) ? clipped(intersection, a, [b]) : []
}

/** The pieces of a shape that lie outside of another. */
export function outsideOf(shape: Shape, whole: Shape): Shape[] {
  const [inner, outer] = [probe(shape), probe(whole)]
  const outlying = samples(inner, inner.box).some((point) => wellOutside(outer, point))
  const holed = samples(outer, inner.box)
    .slice(1)
    .some((point) => wellInside(inner, point))
  return outlying || holed || bordersCross(inner, outer) ? clipped(difference, shape, [whole]) : []
}

/**
 * The pieces of a whole that its parts leave uncovered. Where the parts lie in the whole and do not overlap, sums of area
 * tell whether any are left; `tidy` says that the caller has seen so, and saves the clipping where the sums agree to 1 m².
 */
export function gapsIn(whole: Shape, parts: readonly Shape[], tidy: boolean): Shape[] {
  const covered = parts.reduce((sum, part) => sum + areaOf(part), 0)
  if (tidy && Math.abs(areaOf(whole) - covered) < 1) return []
  return parts.length === 0 ? [whole] : clipped(difference, whole, parts)
}
