import type { Context } from '#platform/context'
import { boxOf, type Position, type Shape } from '#platform/geo'
import type { AreaKind } from '../domain/area.ts'
import type { Level } from '../domain/code.ts'
import { touched } from '../queries/atlas.ts'
import { type AreaWrite, writeAreas } from '../sql/areas.ts'
import { initialsOf } from '../sql/names.ts'
import { type AreaSet, type PlaceName, writePlaces, writeSet } from '../sql/registers.ts'

/** Ground that is known to be sound: the demonstration city, or a loader of real data. */
export interface SeedGround {
  /** Parents before children. */
  readonly areas: readonly {
    readonly code: string
    readonly name: string
    readonly level: Level
    readonly parent: string | null
    readonly kind: AreaKind
    readonly households: number | null
    readonly geometry: Shape | null
  }[]
  readonly sets?: readonly AreaSet[]
  readonly places?: readonly { readonly name: string; readonly kind: PlaceName['kind']; readonly area: string; readonly point: Position }[]
}

const CHUNK = 2000

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, i) => list.slice(i * CHUNK, (i + 1) * CHUNK))
}

/** Enters a whole ground at once; areas stand from `validFrom` on. Harmless when run again. */
export async function seedAreas(ctx: Context, ground: SeedGround, validFrom = '2020-01-01'): Promise<void> {
  const areas = ground.areas.map(({ geometry, ...area }): AreaWrite => {
    const initials = area.kind === 'division' ? initialsOf(area.name) : ''
    const shape = geometry ? { geometry, box: boxOf(geometry), datum: 'wgs84' } : undefined
    return { ...area, validFrom, validTo: null, successors: [], initials, shape }
  })
  for (const part of chunks(areas)) await writeAreas(ctx.db, part, ctx.now)
  touched(ctx)
  const places = (ground.places ?? []).map(({ point: [lon, lat], ...place }) => ({ ...place, lon, lat, initials: initialsOf(place.name) }))
  for (const part of chunks(places)) await writePlaces(ctx.db, part, ctx.now)
  for (const set of ground.sets ?? []) await writeSet(ctx.db, set, ctx.now)
}
