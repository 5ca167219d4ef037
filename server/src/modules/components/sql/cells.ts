import type { Statement } from '#platform/db'
import type { Cell } from '../domain/cells.ts'

/** Adds to the counted cells what a change does to them, in the change's own statement. */
export function countCellsIn(sql: Statement, changes: readonly Cell[], prefix = ''): void {
  if (changes.length === 0) return
  sql.with(
    `${prefix}cells`,
    `insert into components.cell (level, cell, community, type, n, wrong, lon, lat)
     select level, cell, community, type, n, wrong, lon, lat
     from jsonb_to_recordset(${sql.bind(JSON.stringify(changes))}::jsonb) as d(level smallint, cell bigint, community text, type text, n int, wrong int, lon float8, lat float8)
     order by level, cell, community, type
     on conflict (level, cell, community, type) do update set n = cell.n + excluded.n, wrong = cell.wrong + excluded.wrong,
       lon = cell.lon + excluded.lon, lat = cell.lat + excluded.lat`,
  )
}
