import type { Position } from './shape.ts'

/** WGS-84: the longer half axis in metres, and the squared eccentricity. */
const A = 6_378_137
const E2 = 0.006_694_379_990_14

/** Metres to a degree of longitude and of latitude at this latitude, on the ellipsoid. */
export function metresPerDegree(lat: number): { lon: number; lat: number } {
  const sin = Math.sin((lat * Math.PI) / 180)
  const w = Math.sqrt(1 - E2 * sin * sin)
  const north = (A * (1 - E2)) / (w * w * w)
  const east = (A / w) * Math.cos((lat * Math.PI) / 180)
  return { lon: (east * Math.PI) / 180, lat: (north * Math.PI) / 180 }
}

/** The distance of two WGS-84 points in metres: within 0.01 % up to 50 km, which no case of a city exceeds. */
export function distance(a: Position, b: Position): number {
  const scale = metresPerDegree((a[1] + b[1]) / 2)
  return Math.hypot((a[0] - b[0]) * scale.lon, (a[1] - b[1]) * scale.lat)
}

export interface Plane {
  /** Metres east and north of the origin. */
  toMetres(lon: number, lat: number): Position
  toLonLat(east: number, north: number): Position
}

/**
 * A flat map in metres around an origin: within 0.2 % up to 10 km, within 1 % up to 60 km from it.
 * For indexes of native points (nearest, radius) and for drawing; exact distances come from `distance`.
 */
export function planeAt(origin: Position): Plane {
  const scale = metresPerDegree(origin[1])
  return {
    toMetres: (lon, lat) => [(lon - origin[0]) * scale.lon, (lat - origin[1]) * scale.lat],
    toLonLat: (east, north) => [origin[0] + east / scale.lon, origin[1] + north / scale.lat],
  }
}

/**
 * A point moved to a lattice of `metres` (50 where it is a home), so that a public reader learns the block and not the
 * door. The lattice is the same for everybody, so that many reports of one home do not average out to it.
 */
export function roundPoint(lon: number, lat: number, metres: number): Position {
  const stepLat = metres / 111_132
  const north = Math.round(lat / stepLat) * stepLat
  const stepLon = metres / metresPerDegree(north).lon
  const east = Math.round(lon / stepLon) * stepLon
  return [Number(east.toFixed(6)), Number(north.toFixed(6))]
}
