import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { refuse } from '../refusal.ts'

/** The advisory lock that the one process which serves a data folder holds; the server frees it the moment that process dies. */
const guardLock = 7_300_411

const holderQuery = `
  select a.application_name as name
    from pg_locks l join pg_stat_activity a using (pid)
   where l.locktype = 'advisory' and l.objid = $1 and l.granted`

/** Opens the session that keeps the lock. */
export function guardSession(connection: pg.ClientConfig): pg.Client {
  const client = new pg.Client({
    ...connection,
    database: 'postgres',
    application_name: `linli ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  client.on('error', () => undefined) // the end of the session is what is acted on
  return client
}

/** Takes the lock, waiting `patience` ms for a process that is just going. */
export async function takeGuard(client: pg.Client, patience: number): Promise<boolean> {
  for (let waited = 0; ; waited += 100) {
    const answer = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [guardLock])
    if (answer.rows[0]?.held === true) return true
    if (waited >= patience) return false
    await sleep(100)
  }
}

/** The refusal that names the process which serves this data folder. */
export async function alreadyRunning(client: pg.Client, dataDir: string) {
  const { rows } = await client.query<{ name: string }>(holderQuery, [guardLock])
  const pid = rows[0]?.name.replace('linli ', '') ?? '?'
  return refuse('unavailable', 'postgres.alreadyRunning', {
    zh: `邻里已在使用这个数据目录(${dataDir}，进程 ${pid})。请直接打开它，或先停掉它；要另起一座城市，请换一个 LINLI_DATA。`,
    en: `Linli is already running on this data folder (${dataDir}, process ${pid}). Open that one, or stop it first; for a second city choose another LINLI_DATA.`,
  })
}

/** Makes the product's database when there is none. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
}
