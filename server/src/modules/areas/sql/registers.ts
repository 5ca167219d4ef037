import type { Db } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import type { SizeLimit } from '../domain/limits.ts'

export interface PlaceName {
  readonly name: string
  readonly kind: 'street' | 'compound' | 'landmark'
  readonly area: string
  readonly lon: number
  readonly lat: number
  readonly initials: string
}

/** Adds place names; one that is there in its area gets its new point. Gives how many were added or moved. */
export async function writePlaces(db: Db, places: readonly PlaceName[], now: Date): Promise<number> {
  const rows = places.map((place) => ({ ...place, id: newId(cityRegion, now) }))
  const done = await db.query<{ id: string }>({
    name: 'areas.places.write',
    text: `insert into areas.place_name as p (id, name, kind, area, lon, lat, initials)
      select distinct on (area, kind, name) id, name, kind, area, lon, lat, initials
      from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, kind text, area text, lon double precision, lat double precision, initials text)
      on conflict (area, kind, name) do update set lon = excluded.lon, lat = excluded.lat
      where (p.lon, p.lat) is distinct from (excluded.lon, excluded.lat) returning id`,
    values: [JSON.stringify(rows)],
  })
  return done.length
}

export interface AreaSet {
  readonly code: string
  readonly name: string
  readonly kind: 'developmentZone' | 'dedicated' | 'compound' | 'other'
  readonly areas: readonly string[]
}

/** Adds a named set of areas, or replaces the one of that code. */
export async function writeSet(db: Db, set: AreaSet, now: Date): Promise<void> {
  await db.query({
    name: 'areas.set.write',
    text: `insert into areas.area_set (code, name, kind, areas, changed_at) values ($1, $2, $3, $4, $5)
      on conflict (code) do update set name = excluded.name, kind = excluded.kind, areas = excluded.areas, changed_at = excluded.changed_at`,
    values: [set.code, set.name, set.kind, set.areas, now],
  })
}

export async function allSets(db: Db): Promise<AreaSet[]> {
  return db.query({ name: 'areas.sets', text: 'select code, name, kind, areas from areas.area_set order by code', values: [] })
}

export interface Alias {
  readonly scheme: string
  readonly external: string
  readonly area: string
  readonly note: string
}

/** Adds aliases; one that is known moves to the area now given. */
export async function writeAliases(db: Db, aliases: readonly Alias[], now: Date): Promise<void> {
  if (aliases.length === 0) return
  await db.query({
    name: 'areas.aliases.write',
    text: `insert into areas.alias (scheme, external, area, note, changed_at)
      select scheme, external, area, note, $2 from jsonb_to_recordset($1::jsonb) as r (scheme text, external text, area text, note text)
      on conflict (scheme, external) do update set area = excluded.area, note = excluded.note, changed_at = excluded.changed_at`,
    values: [JSON.stringify(aliases), now],
  })
}

export async function aliasesOf(db: Db, area: string): Promise<Omit<Alias, 'area'>[]> {
  return db.query({
    name: 'areas.aliases.of',
    text: 'select scheme, external, note from areas.alias where area = $1 order by scheme, external',
    values: [area],
  })
}

/** The area that a scheme calls by this code. */
export async function areaOfAlias(db: Db, scheme: string, external: string): Promise<string | null> {
  const [row] = await db.query<{ area: string }>({
    name: 'areas.alias.area',
    text: 'select area from areas.alias where scheme = $1 and external = $2',
    values: [scheme, external],
  })
  return row?.area ?? null
}

/** The aliases of one scheme, by external code. */
export async function aliasesIn(db: Db, scheme: string): Promise<Map<string, string>> {
  const rows = await db.query<{ external: string; area: string }>({
    name: 'areas.aliases.in',
    text: 'select external, area from areas.alias where scheme = $1',
    values: [scheme],
  })
  return new Map(rows.map((row) => [row.external, row.area]))
}

/** The limits of household numbers that places have set. */
export async function allLimits(db: Db): Promise<SizeLimit[]> {
  return db.query({ name: 'areas.limits', text: 'select area, kind, least, most from areas.size_limit', values: [] })
}

/** Sets the limit of one kind of grid in an area, or takes it back with null. */
export async function writeLimit(
  db: Db,
  area: string,
  kind: SizeLimit['kind'],
  limit: { least: number; most: number } | null,
  now: Date,
): Promise<void> {
  if (limit === null) {
    await db.query({ name: 'areas.limit.clear', text: 'delete from areas.size_limit where area = $1 and kind = $2', values: [area, kind] })
    return
  }
  await db.query({
    name: 'areas.limit.write',
    text: `insert into areas.size_limit (area, kind, least, most, changed_at) values ($1, $2, $3, $4, $5)
      on conflict (area, kind) do update set least = excluded.least, most = excluded.most, changed_at = excluded.changed_at`,
    values: [area, kind, limit.least, limit.most, now],
  })
}

export interface FoundPlace {
  readonly name: string
  readonly kind: PlaceName['kind']
  readonly area: string
  readonly lon: number
  readonly lat: number
}

/** Places whose name or initials begin with the words, then those that contain them. */
export async function findPlaces(db: Db, words: string, scope: string, most: number): Promise<FoundPlace[]> {
  const pattern = words.replaceAll(/[\\%_]/g, String.raw`\$&`)
  return db.query({
    name: 'areas.places.find',
    text: `select name, kind, area, lon, lat from areas.place_name
      where area like $2 || '%' and (name like '%' || $1 || '%' or initials like lower($1) || '%')
      order by (name like $1 || '%') desc, (initials like lower($1) || '%') desc, length(name), name, area limit $3`,
    values: [pattern, scope, most],
  })
}
