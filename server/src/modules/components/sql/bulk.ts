import type { Db } from '#platform/db'
import { finestZoom } from '#platform/geo'
import { levels } from '../domain/cells.ts'

/** A component as an import writes it. */
export interface NewRow {
  readonly region: string
  readonly id: string
  readonly state: string
  readonly area: string
  readonly code: string
  readonly former_code: string | null
  readonly name: string
  readonly initials: string
  readonly type: string
  readonly lon: number
  readonly lat: number
  readonly spot: number
  readonly datum: string
  readonly line: string | null
  readonly metres: number | null
  readonly unit_grid: string | null
  readonly place_words: string | null
  readonly supervisor: number | null
  readonly owner: number | null
  readonly keeper: number | null
  readonly since: string
  readonly changed_on: string | null
  readonly data_origin: string | null
  readonly remark: string | null
  readonly dwelling: string | null
  readonly origin: string
  readonly origin_id: string
  readonly run: string | null
}

const types = {
  region: 'text',
  id: 'uuid',
  state: 'text',
  area: 'text',
  code: 'text',
  former_code: 'text',
  name: 'text',
  initials: 'text',
  type: 'text',
  lon: 'float8',
  lat: 'float8',
  spot: 'int8',
  datum: 'text',
  line: 'jsonb',
  metres: 'float8',
  unit_grid: 'text',
  place_words: 'text',
  supervisor: 'int4',
  owner: 'int4',
  keeper: 'int4',
  since: 'date',
  changed_on: 'date',
  data_origin: 'text',
  remark: 'text',
  dwelling: 'text',
  origin: 'text',
  origin_id: 'text',
  run: 'uuid',
} as const satisfies Readonly<Record<keyof NewRow, string>>

const names = Object.keys(types) as readonly (keyof NewRow)[]

/** What counted cells gain or lose by rows of a CTE: one row a level, cell, community and type, in the order of the key. */
const cellsOf = (rows: string, sign: 1 | -1): string => `
  select l.level::smallint, r.spot / (4::bigint ^ (${finestZoom} - l.level))::bigint as cell, left(r.area, 12) as community, t.type,
    ${sign} * count(*)::int as n, ${sign} * (count(*) filter (where r.state in ('damaged', 'lost')))::int as wrong, ${sign} * sum(r.lon) as lon, ${sign} * sum(r.lat) as lat
  from ${rows} r cross join (values ${levels.map((level) => `(${level})`).join(', ')}) l(level) cross join lateral (values (''), (r.type)) t(type)
  where r.state <> 'removed' group by 1, 2, 3, 4 order by 1, 2, 3, 4`

const gain = (
  rows: string,
  sign: 1 | -1,
): string => `insert into components.cell as c (level, cell, community, type, n, wrong, lon, lat) ${cellsOf(rows, sign)}
  on conflict (level, cell, community, type) do update set n = c.n + excluded.n, wrong = c.wrong + excluded.wrong, lon = c.lon + excluded.lon, lat = c.lat + excluded.lat`

/**
 * Writes components at once, in one statement: rows, counted cells, and the highest numbers that codes bring with them. Rows that are there already,
 * by code or by the other system's id, are left out. Gives how many were written.
 */
export async function insertComponents(db: Db, rows: readonly NewRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const given = names.map((name, at) => `$${at + 1}::${types[name]}[]`).join(', ')
  const list = names.join(', ')
  const [row] = await db.query<{ n: number }>({
    name: 'components.insert',
    text: `with made as (
        insert into components.component (${list}) select ${list} from unnest(${given}) as g(${list}) on conflict do nothing
        returning region, code, state, area, type, spot, lon, lat),
      counted as (${gain('made', 1)}),
      numbered as (insert into components.sequence as s (region, type, last)
        select region, substr(code, 7, 5), max(right(code, 6)::int) from made where length(code) = 17 group by 1, 2 order by 1, 2
        on conflict (region, type) do update set last = greatest(s.last, excluded.last))
      select count(*)::int as n from made`,
    values: names.map((name) => rows.map((one) => one[name])),
  })
  return row?.n ?? 0
}

/** Which of these rows are there already, by their place in the list (unique keys component_code and component_origin_once). */
export async function knownAmong(
  db: Db,
  origin: string,
  rows: readonly { readonly region: string; readonly code: string | null; readonly originId: string }[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  const found = await db.query<{ at: number }>({
    name: 'components.known',
    text: `with w as (select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality as w(region, code, origin_id, at))
      select at::int - 1 as at from w join components.component c on c.region = w.region and c.code = w.code
      union select at::int - 1 from w join components.component c on c.region = w.region and c.origin = $4 and c.origin_id = w.origin_id`,
    values: [rows.map((one) => one.region), rows.map((one) => one.code), rows.map((one) => one.originId), origin],
  })
  return new Set(found.map((row) => row.at))
}

/** Takes out a whole import, with its counts, while nothing came of any of its components; null when something did. Gives how many were taken out. */
export async function deleteRun(db: Db, run: string): Promise<number | null> {
  const [row] = await db.query<{ n: number | null }>({
    name: 'components.undo',
    text: `with used as (select 1 from components.component c where c.run = $1 and (c.version > 1
          or exists (select 1 from components.matter m where m.region = c.region and m.component_id = c.id)) limit 1),
      gone as (delete from components.component where run = $1 and not exists (select 1 from used) returning state, area, type, spot, lon, lat),
      counted as (${gain('gone', -1)})
      select case when exists (select 1 from used) then null else (select count(*)::int from gone) end as n`,
    values: [run],
  })
  return row?.n ?? null
}
