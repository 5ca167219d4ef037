import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { searchAtlas } from '../domain/atlas.ts'
import { isCode, scopeOf } from '../domain/code.ts'
import { findPlaces } from '../sql/registers.ts'
import { atlasOf } from './atlas.ts'

/** A place that words may mean: an area by its name, or a street, compound or landmark with its point. */
export interface PlaceFound {
  readonly name: string
  readonly kind: 'area' | 'street' | 'compound' | 'landmark'
  readonly area: string
  /** The areas around it, from large to small, as a person would say them. */
  readonly within: string
  /** WGS-84; null for an area. */
  readonly point: { readonly lon: number; readonly lat: number } | null
}

/**
 * Places by the beginning of a name, its pinyin initials, or any part of it: what the desk types and the phone's picker asks.
 * No map key and no service outside is needed (rules.md 2.10).
 */
export async function searchPlaces(
  ctx: Context,
  words: string,
  options: { scope?: string | undefined; limit?: number } = {},
): Promise<PlaceFound[]> {
  const wanted = words.trim()
  const limit = options.limit ?? 10
  if (wanted === '') return []
  const atlas = await atlasOf(ctx)
  const scope = options.scope && isCode(options.scope) ? scopeOf(options.scope) : ''
  const within = (code: string, own: boolean): string => {
    const path = atlas.path(code).filter((area) => !['province', 'city'].includes(area.level))
    return (own ? path : path.slice(0, -1)).map((area) => area.name).join(' ')
  }
  const areas = searchAtlas(atlas, wanted, localDate(ctx.now), limit * 4)
    .filter((area) => area.code.startsWith(scope))
    .slice(0, limit)
  const named = await findPlaces(ctx.db, wanted, scope, limit)
  const found = [
    ...named.map(({ name, kind, area, lon, lat }): PlaceFound => ({ name, kind, area, within: within(area, true), point: { lon, lat } })),
    ...areas.map(({ name, code }): PlaceFound => ({ name, kind: 'area', area: code, within: within(code, false), point: null })),
  ]
  return found.sort((a, b) => Number(b.name.startsWith(wanted)) - Number(a.name.startsWith(wanted))).slice(0, limit)
}
