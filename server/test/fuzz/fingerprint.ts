import type { Db } from '#platform/db'

/** Tables that a refusal may change: wrong tries are counted, a session was used, a failed sign-in is in the audit. */
const mayChange = ['accounts.failure', 'accounts.session', 'accounts.code', 'audit.entry', 'cases.lookup_try']

/** What is written whoever asks: the health check tries a write. */
const except: Readonly<Record<string, string>> = { 'platform.setting': " where key <> 'health.write'" }

/** Gives a reader of what all tables hold: rows and the newest transaction of each. Equal texts: nothing was written. */
export async function fingerprinter(db: Db): Promise<() => Promise<Map<string, string>>> {
  const tables = await db.query<{ name: string }>({
    text: `select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
    values: [],
  })
  const watched = tables.map(({ name }) => name).filter((name) => !mayChange.includes(name))
  if (watched.length < 20) throw new Error('the fingerprint looks at too few tables')
  const text = watched
    .map(
      (name) =>
        `select '${name}' as name, count(*) || '/' || coalesce(max(xmin::text::bigint), 0) as rows from ${name}${except[name] ?? ''}`,
    )
    .join(' union all ')
  return async () =>
    new Map(
      (await db.query<{ name: string; rows: string }>({ name: 'fuzz.fingerprint', text, values: [] })).map((row) => [row.name, row.rows]),
    )
}
