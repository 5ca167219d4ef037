import type { Context } from '#platform/context'
import { type Datum, toWgs84 } from '#platform/geo'
import type { RegisterRun } from '#platform/register'
import { insideCity, locateGrid, readAreasIn } from '#modules/areas'
import type { Row } from './row.ts'

/** Where a row lies. */
export interface Where {
  /** Six digits at least: the county is known. */
  readonly area: string
  /** WGS-84. */
  readonly lon: number | null
  readonly lat: number | null
}

const datums: Readonly<Record<string, Datum>> = {
  WGS84: 'wgs84',
  CGCS2000: 'cgcs2000',
  GCJ02: 'gcj02',
  BD09: 'bd09',
  高德: 'gcj02',
  腾讯: 'gcj02',
  百度: 'bd09',
  国家2000: 'cgcs2000',
}

/** The WGS-84 point of a row with the smallest area that holds it; null where it says none, or none in the city. */
async function pointOf(ctx: Context, row: Row): Promise<{ lon: number; lat: number; area: string } | null> {
  const [x, y] = [row.text('lon'), row.text('lat')]
  if (x === null && y === null) return null
  const datum = datums[(row.text('datum') ?? 'WGS84').toUpperCase().replaceAll(/[\s-]/g, '')] ?? 'wgs84'
  const [lon, lat] = [Number(x ?? Number.NaN), Number(y ?? Number.NaN)]
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
    const [east, north] = toWgs84(lon, lat, datum)
    const area = (await locateGrid(ctx, east, north)) ?? (await insideCity(ctx, east, north))
    if (area !== null) return { lon: east, lat: north, area }
  }
  row.say('places.bad-point', 'lon')
  return null
}

/** The area that a row names, or by its point, or that of the post by which the file came, if that is a town or smaller. */
function areaOf(row: Row, run: RegisterRun, read: (text: string) => string | null, point: { area: string } | null): string | null {
  const said = row.text('area')
  const named = said === null ? null : read(said)
  if (said !== null && named === null) {
    row.say('places.unknown-area', 'area', 'unread')
    return null
  }
  if (named !== null && point && !point.area.startsWith(named) && !named.startsWith(point.area)) row.say('places.place-differs', 'area')
  if (named !== null) return point?.area.startsWith(named) ? point.area : named
  return point?.area ?? (run.area.length >= 9 ? run.area : null)
}

/** Finds where rows of a run lie; a row that lies nowhere, or out of reach, is told and null. */
export async function locating(ctx: Context, run: RegisterRun): Promise<(row: Row) => Promise<Where | null>> {
  const read = await readAreasIn(ctx, '')
  return async (row) => {
    const point = await pointOf(ctx, row)
    const area = areaOf(row, run, read, point)
    if (area === null || area.length < 6) {
      if (!row.isOut) row.say('places.no-area', null, 'unread')
      return null
    }
    if (area.startsWith(run.area)) return { area, lon: point?.lon ?? null, lat: point?.lat ?? null }
    row.say('places.outside-reach', 'area', 'unread')
    return null
  }
}
