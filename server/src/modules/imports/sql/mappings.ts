import type { Db } from '#platform/db'
import type { Columns } from '../domain/columns.ts'

/** Keeps what somebody said of the files of a source, for the next one. */
export async function keepMapping(db: Db, register: string, source: string, area: string, columns: Columns, at: Date): Promise<void> {
  await db.query({
    name: 'imports.mapping-keep',
    text: `insert into imports.source_mapping (register, source, area, columns, used_at) values ($1, $2, $3, $4, $5)
      on conflict (register, source, area) do update set columns = excluded.columns, used_at = excluded.used_at`,
    values: [register, source, area, JSON.stringify(columns), at],
  })
}

export interface KeptMapping {
  readonly source: string
  readonly columns: Columns
}

/** What was said of the sources of a register around an area, the nearest area first and of these what was used last. */
export function keptMappings(db: Db, register: string, area: string): Promise<KeptMapping[]> {
  return db.query<KeptMapping>({
    name: 'imports.mappings',
    text: `select source, columns from imports.source_mapping where register = $1 and starts_with($2, area)
      order by length(area) desc, used_at desc limit 200`,
    values: [register, area],
  })
}
