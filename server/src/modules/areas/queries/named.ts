import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { standing } from '../domain/area.ts'
import { areaReader } from '../domain/named.ts'
import { atlasOf } from './atlas.ts'

/** Reads areas as files write them, of those that stand today in a scope; null where nothing or more than one is meant. */
export async function readAreasIn(ctx: Context, scope: string): Promise<(text: string) => string | null> {
  const atlas = await atlasOf(ctx)
  const day = localDate(ctx.now)
  return areaReader([...atlas.all.values()].filter((area) => area.code.startsWith(scope) && standing(area, day) === 'standing'))
}
