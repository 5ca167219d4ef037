import gcoord from 'gcoord'
import type { MultiPolygon, Polygon, Position, Ring, Shape } from './shape.ts'

/**
 * The datums a coordinate may arrive in. Inside there is one alone: CGCS2000, which at the scale of a city is WGS-84.
 * `gcj02` is what Chinese phones and map services give (Tencent, AMap, WeChat), `bd09` what Baidu gives (rules.md 2.10).
 */
export const DATUMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export type Datum = (typeof DATUMS)[number]

type Transform = (point: [number, number], from: string, to: string) => [number, number]

// gcoord is CommonJS: its one object is the default import at run time, while its types describe an ES module.
const { transform } = gcoord as unknown as { transform: Transform }

const CRS: Record<Datum, string> = { wgs84: 'WGS84', cgcs2000: 'WGS84', gcj02: 'GCJ02', bd09: 'BD09' }

/** Whether a point lies in the rectangle where GCJ-02 and BD-09 are offset at all. Degrees. */
export function inChina(lon: number, lat: number): boolean {
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271
}

/** A point of the declared datum as WGS-84 degrees, exact to a few centimetres. */
export function toWgs84(lon: number, lat: number, from: Datum): Position {
  return CRS[from] === 'WGS84' ? [lon, lat] : transform([lon, lat], CRS[from], 'WGS84')
}

/** A WGS-84 point as degrees of another datum, for a map service that wants its own. */
export function fromWgs84(lon: number, lat: number, to: Datum): Position {
  return CRS[to] === 'WGS84' ? [lon, lat] : transform([lon, lat], 'WGS84', CRS[to])
}

/** A polygon of the declared datum as WGS-84; further dimensions (heights) are dropped. */
export function shapeToWgs84(shape: Shape, from: Datum): Shape {
  const ring = (points: Ring): Ring => points.map(([lon, lat]) => toWgs84(lon, lat, from))
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: shape.coordinates.map(ring) } satisfies Polygon
  return { type: 'MultiPolygon', coordinates: shape.coordinates.map((polygon) => polygon.map(ring)) } satisfies MultiPolygon
}
