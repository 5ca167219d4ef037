import type { Db } from '#platform/db'
import { regionOf } from '#platform/ids'
import type { Tenure } from '../domain/words.ts'

/** The ids of buildings by `community key`, of those that are there. */
export async function findBuildings(
  db: Db,
  wanted: readonly { readonly community: string; readonly key: string }[],
): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; community: string; key: string }>({
    name: 'places.buildings-by-key',
    text: `select b.id, b.community, b.key from places.building b
      join (select distinct community, key from unnest($1::text[], $2::text[]) as w(community, key)) w
        on b.region = left(w.community, 6) and b.community = w.community and b.key = w.key`,
    values: [wanted.map((one) => one.community), wanted.map((one) => one.key)],
  })
  return new Map(rows.map(({ id, community, key }) => [`${community} ${key}`, id]))
}

/** An entrance of a building. */
export interface Entrance {
  readonly region: string
  readonly building: string
  readonly name: string
}

/** Enters the entrances that dwellings name, of those that are not there yet. */
export async function keepEntrances(db: Db, entrances: readonly Entrance[]): Promise<void> {
  if (entrances.length === 0) return
  await db.query({
    name: 'places.entrances-keep',
    text: `insert into places.entrance (region, building, name)
      select distinct region, building, name from jsonb_to_recordset($1::jsonb) as e(region text, building uuid, name text) on conflict do nothing`,
    values: [JSON.stringify(entrances)],
  })
}

/** A building as the register shows it. */
export interface Building {
  readonly region: string
  readonly id: string
  readonly area: string
  readonly compound: string | null
  readonly address: string
  readonly usage: string
  readonly floors: number | null
  readonly households: number | null
  readonly built: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly source: string | null
  readonly version: number
  readonly dwellings: number
  readonly contacts: number
}

const shown = `b.region, b.id, b.area, b.compound, b.address, b.usage, b.floors, b.households, b.built, b.lon, b.lat, b.source, b.version,
  (select count(*) from places.dwelling d where d.region = b.region and d.building = b.id) as dwellings,
  (select count(*) from places.contact c where c.region = b.region and c.building = b.id and c.ended_on is null) as contacts`

/** Buildings of a scope, by id; `q` is any part of the address or the beginning of its pinyin letters. */
export function listBuildings(
  db: Db,
  {
    scope,
    compound,
    q,
    after,
    limit,
  }: { scope: string; compound?: string | undefined; q?: string | undefined; after?: string | undefined; limit: number },
): Promise<Building[]> {
  return db.query<Building>({
    name: 'places.building-list',
    text: `select ${shown} from places.building b where b.area like $1 || '%' and ($2::text is null or b.compound = $2) and ($3::uuid is null or b.id > $3)
      and ($4::text is null or b.address like '%' || $4 || '%' or b.key = $5 or b.initials like lower($4) || '%') order by b.id limit $6`,
    values: [scope, compound ?? null, after ?? null, q?.replaceAll(/[\\%_]/g, String.raw`\$&`) ?? null, q ?? null, limit],
  })
}

export async function loadBuilding(db: Db, id: string): Promise<Building | null> {
  const [row] = await db.query<Building>({
    name: 'places.building-one',
    text: `select ${shown} from places.building b where b.region = $1 and b.id = $2`,
    values: [regionOf(id), id],
  })
  return row ?? null
}

export interface Dwelling {
  readonly id: string
  readonly entrance: string
  readonly floor: number | null
  readonly room: string
  readonly tenure: Tenure
}

/** The dwellings of a building, entrance by entrance; 2,000 at most. */
export function dwellingsOf(db: Db, { region, id }: Pick<Building, 'region' | 'id'>): Promise<Dwelling[]> {
  return db.query<Dwelling>({
    name: 'places.dwellings',
    text: `select id, entrance, floor, room, tenure from places.dwelling where region = $1 and building = $2
      order by length(entrance), entrance, length(room), room limit 2000`,
    values: [region, id],
  })
}

export function entrancesOf(
  db: Db,
  { region, id }: Pick<Building, 'region' | 'id'>,
): Promise<{ name: string; lift: boolean | null; ramp: boolean | null }[]> {
  return db.query({
    name: 'places.entrances',
    text: 'select name, lift, ramp from places.entrance where region = $1 and building = $2 order by length(name), name',
    values: [region, id],
  })
}

/** How many dwellings of a scope are known, in how many it is known how they are used, and in how many of these tenants live. */
export async function countTenure(db: Db, scope: string): Promise<{ all: number; known: number; rented: number }> {
  const [row] = await db.query<{ all: number; known: number; rented: number }>({
    name: 'places.tenure-count',
    text: `select count(*) as all, count(*) filter (where d.tenure <> 'unknown') as known, count(*) filter (where d.tenure = 'rented') as rented
      from places.building b join places.dwelling d on d.region = b.region and d.building = b.id where b.area like $1 || '%'`,
    values: [scope],
  })
  return row ?? { all: 0, known: 0, rented: 0 }
}
