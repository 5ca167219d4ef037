import type { Db } from '#platform/db'
import type { Box, Shape } from '#platform/geo'
import type { Area } from '../domain/area.ts'
import type { Level } from '../domain/code.ts'
import type { AreaRow } from './tables.ts'

/** An area with what only the store knows of it. */
export interface StoredArea extends Area {
  readonly box: Box | null
  readonly datum: string | null
  readonly initials: string
  readonly version: number
}

/** What is to be written of an area. `shape` undefined leaves the border as it is. */
export interface AreaWrite extends Area {
  readonly initials: string
  readonly shape?: { readonly geometry: Shape; readonly box: Box; readonly datum: string } | undefined
}

const COLUMNS = 'code, name, level, kind, parent, households, valid_from, valid_to, successors, bbox, datum, initials, version'

function areaOf(row: AreaRow): StoredArea {
  const { code, name, level, kind, parent, households, successors, datum, initials, version } = row
  return {
    code,
    name,
    level,
    kind,
    parent,
    households,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successors,
    box: row.bbox,
    datum,
    initials,
    version,
  }
}

/** The id of the present edition; it changes with every change of an area. */
export async function edition(db: Db): Promise<string> {
  const [row] = await db.query<{ id: string }>({ name: 'areas.edition', text: 'select id from areas.edition', values: [] })
  return row?.id ?? ''
}

/** Every area that ever was, without borders, parents before children. */
export async function allAreas(db: Db): Promise<StoredArea[]> {
  const rows = await db.query<AreaRow>({ name: 'areas.all', text: `select ${COLUMNS} from areas.area order by code`, values: [] })
  return rows.map(areaOf)
}

/** The borders of one level, or of the areas below a scope. */
export async function shapesOf(db: Db, level: Level, scope = ''): Promise<{ code: string; shape: Shape }[]> {
  return db.query<{ code: string; shape: Shape }>({
    name: 'areas.shapes',
    text: "select code, geometry as shape from areas.area where level = $1 and code like $2 || '%' and geometry is not null order by code",
    values: [level, scope],
  })
}

/** The borders of these areas, by code. */
export async function shapesOfCodes(db: Db, codes: readonly string[]): Promise<Map<string, Shape>> {
  const rows = await db.query<{ code: string; shape: Shape }>({
    name: 'areas.shapes.codes',
    text: 'select code, geometry as shape from areas.area where code = any($1) and geometry is not null',
    values: [codes],
  })
  return new Map(rows.map((row) => [row.code, row.shape]))
}

export async function shapeOf(db: Db, code: string): Promise<Shape | null> {
  const [row] = await db.query<{ geometry: Shape | null }>({
    name: 'areas.shape',
    text: 'select geometry from areas.area where code = $1',
    values: [code],
  })
  return row?.geometry ?? null
}

/** Adds areas and replaces those that are there, in one statement; parents stand before children in the list or in the table. */
export async function writeAreas(db: Db, areas: readonly AreaWrite[], now: Date): Promise<void> {
  if (areas.length === 0) return
  const rows = areas.map(({ shape, ...area }) => ({
    ...area,
    geometry: shape?.geometry ?? null,
    bbox: shape?.box ?? null,
    datum: shape?.datum ?? null,
  }))
  await db.query({
    name: 'areas.write',
    text: `with gone as (update areas.edition set id = gen_random_uuid(), changed_at = $2)
      insert into areas.area as a (code, name, level, kind, parent, households, valid_from, valid_to, successors, geometry, datum, bbox, initials, changed_at)
      select r.code, r.name, r.level, r.kind, r.parent, r.households, r."validFrom", r."validTo",
        array(select jsonb_array_elements_text(r.successors)), nullif(r.geometry, 'null'), r.datum,
        case when r.datum is not null then array(select x::double precision from jsonb_array_elements_text(r.bbox) with ordinality as e (x, n) order by n) end,
        r.initials, $2
      from jsonb_to_recordset($1::jsonb) as r (code text, name text, level text, kind text, parent text, households int,
        "validFrom" date, "validTo" date, successors jsonb, geometry jsonb, datum text, bbox jsonb, initials text)
      on conflict (code) do update set name = excluded.name, kind = excluded.kind, households = excluded.households,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, successors = excluded.successors, initials = excluded.initials,
        geometry = coalesce(excluded.geometry, a.geometry), datum = coalesce(excluded.datum, a.datum), bbox = coalesce(excluded.bbox, a.bbox),
        version = a.version + 1, changed_at = excluded.changed_at`,
    values: [JSON.stringify(rows), now],
  })
}

/** A feature collection of borders as text, made by the database: ten thousand grids need no object in between. */
export async function featuresOf(db: Db, scope: string, level: Level, day: string): Promise<string> {
  const [row] = await db.query<{ text: string }>({
    name: 'areas.features',
    text: `select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object('type', 'Feature', 'id', code,
        'properties', json_build_object('code', code, 'name', name, 'kind', kind, 'level', level, 'households', households), 'geometry', geometry) order by code), '[]'))::text as text
      from areas.area where code like $1 || '%' and level = $2 and geometry is not null and valid_from <= $3 and (valid_to is null or valid_to > $3)`,
    values: [scope, level, day],
  })
  return row?.text ?? ''
}

/** Makes every other writer of areas wait until this transaction ends. */
export async function lockEdition(db: Db): Promise<void> {
  await db.query({ name: 'areas.lock', text: 'select id from areas.edition for update', values: [] })
}
