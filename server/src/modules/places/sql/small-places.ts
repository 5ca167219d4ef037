import type { Context } from '#platform/context'
import type { Db } from '#platform/db'
import { regionOf } from '#platform/ids'
import type { SmallPlaceRow } from './tables.ts'

/** A row of places.small_place. */
export interface SmallPlace extends Omit<SmallPlaceRow, 'key' | 'segments' | 'run'> {
  readonly closed_on: string | null
  readonly version: number
}

const columns =
  'region, id, area, kind, name, address, uscc, cycle_days, inspected_on, next_on, closed_on, lon, lat, initials, source, version'

export interface SmallPlaceFilter {
  readonly scope: string
  readonly kind?: string | undefined
  /** Only what is due on or before that day. */
  readonly dueBy?: string | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Small places of a scope that are open, by id; `q` is a beginning of a name or of its pinyin letters, any part of name or address, or a credit code. */
export function listSmallPlaces(db: Db, { scope, kind, dueBy, q, after, limit }: SmallPlaceFilter): Promise<SmallPlace[]> {
  return db.query<SmallPlace>({
    name: 'places.small-list',
    text: `select ${columns} from places.small_place where area like $1 || '%' and closed_on is null
      and ($2::text is null or kind = $2) and ($3::date is null or next_on <= $3) and ($4::uuid is null or id > $4)
      and ($5::text is null or name like '%' || $5 || '%' or address like '%' || $5 || '%' or initials like lower($5) || '%' or uscc = upper($5))
      order by id limit $6`,
    values: [scope, kind ?? null, dueBy ?? null, after ?? null, q?.replaceAll(/[\\%_]/g, String.raw`\$&`) ?? null, limit],
  })
}

export async function loadSmallPlace(db: Db, id: string): Promise<SmallPlace | null> {
  const [row] = await db.query<SmallPlace>({
    name: 'places.small-one',
    text: `select ${columns} from places.small_place where region = $1 and id = $2`,
    values: [regionOf(id), id],
  })
  return row ?? null
}

/** Changes a small place as of the version that was seen; false when somebody else changed it. */
export async function saveSmallPlace(ctx: Context, place: SmallPlace): Promise<boolean> {
  const rows = await ctx.db.query({
    name: 'places.small-save',
    text: `update places.small_place set kind = $3, uscc = $4, cycle_days = $5, inspected_on = $6, next_on = $7, closed_on = $8, version = version + 1
      where region = $1 and id = $2 and version = $9 returning 1`,
    values: [
      place.region,
      place.id,
      place.kind,
      place.uscc,
      place.cycle_days,
      place.inspected_on,
      place.next_on,
      place.closed_on,
      place.version,
    ],
  })
  return rows.length > 0
}

/** How many small places of each kind a scope has, and how many of them are due or were never looked at. */
export function countSmallPlaces(db: Db, scope: string, today: string): Promise<{ kind: string; n: number; due: number; never: number }[]> {
  return db.query({
    name: 'places.small-count',
    text: `select kind, count(*) as n, count(*) filter (where next_on <= $2) as due, count(*) filter (where next_on is null) as never
      from places.small_place where area like $1 || '%' and closed_on is null group by kind order by kind`,
    values: [scope, today],
  })
}
