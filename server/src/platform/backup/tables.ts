import type pg from 'pg'

/** A table of the city as it stands in a backup. */
export interface TableShape {
  /** `schema.table`, quoted where SQL needs it. */
  readonly name: string
  /** Columns that are written, quoted; what the database works out itself is left out. */
  readonly columns: readonly string[]
  /** Tables whose rows must be there first. */
  readonly after: readonly string[]
}

/** The schemas that are not PostgreSQL's own. */
const ours = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"

const tablesQuery = `
  select format('%I.%I', n.nspname, c.relname) as name,
    (select json_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(distinct format('%I.%I', fn.nspname, fc.relname)), '[]') from pg_constraint k
      join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as after
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and ${ours} order by 1`

/** Every table of the city, those that others point to first. @throws Error when tables point to each other in a circle */
export async function tablesOf(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(tablesQuery)
  const sorted: TableShape[] = []
  const done = new Set<string>()
  while (sorted.length < rows.length) {
    const ready = rows.filter((table) => !done.has(table.name) && table.after.every((name) => done.has(name)))
    if (ready.length === 0) throw new Error('tables point to each other in a circle')
    for (const table of ready) done.add(table.name)
    sorted.push(...ready)
  }
  return sorted
}

/** Where each counter of the database stands. */
export interface Counter {
  readonly name: string
  readonly value: string
  readonly called: boolean
}

export async function countersOf(client: pg.ClientBase): Promise<Counter[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${ours} order by 1`,
  )
  const counters: Counter[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    for (const one of found) counters.push({ name, ...one })
  }
  return counters
}
