import type { Context } from '#platform/context'
import { toWgs84 } from '#platform/geo'
import { refuse } from '#platform/refusal'
import { countyOf, findArea, insideCity, locateGrid, scopeOf } from '#modules/areas'

/** Where a matter lies, in WGS-84, with the smallest known area. */
export interface Place {
  readonly region: string
  readonly area: string
  readonly lon: number | null
  readonly lat: number | null
  readonly datum: 'wgs84' | 'gcj02' | 'bd09' | null
  readonly words: string | null
}

interface Given {
  /** `area`: where the point was found to lie already, by an import; no route takes it. */
  readonly place?:
    | {
        readonly lon: number
        readonly lat: number
        readonly source: 'wgs84' | 'gcj02' | 'bd09'
        readonly words?: string | undefined
        readonly area?: string | undefined
      }
    | null
    | undefined
  readonly address?: string | undefined
  readonly area?: string | undefined
}

/**
 * Finds area and region of what was given: a point, an area chosen by hand, or words alone, which go to the city desk.
 * @throws Refusal `case.outside-city` (422), `case.no-place` (422), `case.no-such-area` (422)
 */
export async function placed(ctx: Context, given: Given): Promise<Place> {
  const words = given.place?.words ?? given.address ?? null
  if (given.place) {
    const [lon, lat] = toWgs84(given.place.lon, given.place.lat, given.place.source)
    const area = given.place.area ?? (await locateGrid(ctx, lon, lat)) ?? (await insideCity(ctx, lon, lat))
    if (area === null) {
      throw refuse(
        'invalid',
        'case.outside-city',
        { zh: '这个地点不在本市范围内，请重新选择地点。', en: 'This place lies outside the city; please choose again.' },
        { errors: [{ path: '/body/place', code: 'outside', say: { zh: '不在本市', en: 'Outside the city' } }] },
      )
    }
    return { region: await countyOf(ctx, area), area: scopeOf(area), lon, lat, datum: given.place.source, words }
  }
  if (given.area) {
    const area = await findArea(ctx, given.area)
    if (!area)
      throw refuse('invalid', 'case.no-such-area', { zh: '没有这个区域，请重新选择。', en: 'There is no such area; please choose again.' })
    return { region: await countyOf(ctx, area.code), area: scopeOf(area.code), lon: null, lat: null, datum: null, words }
  }
  if (words === null)
    throw refuse('invalid', 'case.no-place', {
      zh: '请告诉我们在哪里：选一个地点，或写几个字。',
      en: 'Please say where it is: choose a place or write a few words.',
    })
  const city = await countyOf(ctx, null)
  return { region: city, area: scopeOf(city), lon: null, lat: null, datum: null, words }
}
