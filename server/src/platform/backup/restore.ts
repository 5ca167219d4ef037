import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { type Connection, openDb } from '../db.ts'
import { migrate, migrations } from '../migrate.ts'
import { refuse } from '../refusal.ts'
import { copyIn } from './copy.ts'
import type { Manifest } from './manifest.ts'
import { tablesOf } from './tables.ts'

export interface RestoreSetup {
  readonly connection: Connection
  readonly dataDir: string
  readonly source: string
  readonly manifest: Manifest
  /** The modules whose migrations may be in the backup, in their order. */
  readonly modules: readonly string[]
  readonly say: (line: string) => void
}

/** The backup was made by a Linli whose tables this one does not know. @throws Refusal `backup.other-version` */
export function checkVersion(manifest: Manifest, modules: readonly string[]): void {
  const known = new Map(migrations(modules).map((step) => [step.name, step.hash]))
  const strange = manifest.migrations.find((step) => known.get(step.name) !== step.hash)
  if (!strange) return
  throw refuse('conflict', 'backup.other-version', {
    zh: `这份备份来自更新的或另外的版本(${strange.name})。请用做备份的那个版本恢复，再升级。`,
    en: `This backup was made by a later or another version (${strange.name}). Restore it with that version, then upgrade.`,
  })
}

/** @throws Refusal `restore.not-empty` when the database holds a city */
async function checkEmpty(client: pg.ClientBase): Promise<void> {
  const tables = await tablesOf(client)
  if (tables.length === 0) return
  throw refuse('conflict', 'restore.not-empty', {
    zh: '这里已经有一座城市。恢复不覆盖任何东西，请换一个空的 LINLI_DATA 或空的数据库。',
    en: 'There is a city here already. A restore overwrites nothing; use an empty LINLI_DATA or an empty database.',
  })
}

async function build(setup: RestoreSetup): Promise<void> {
  const { pool, close } = openDb(setup.connection, 2)
  try {
    const wanted = new Set(setup.manifest.migrations.map((step) => step.name))
    await migrate(pool, setup.modules, (step) => wanted.has(step.name))
    const utils = await makeWorkerUtils({ pgPool: pool })
    await utils.migrate()
    await utils.release()
    const { rows } = await pool.query<{ queue: number }>('select max(id) as queue from graphile_worker.migrations')
    if (rows[0]?.queue !== setup.manifest.queue)
      throw new Error(`the job queue is at ${rows[0]?.queue}, the backup at ${setup.manifest.queue}`)
  } finally {
    await close()
  }
}

function damaged(file: string): Error {
  return refuse('invalid', 'backup.damaged', {
    zh: `备份中的 ${file} 已损坏(与 manifest.json 不符)，没有恢复。请换另一份备份。`,
    en: `${file} of the backup is damaged (it is not what manifest.json says); nothing was restored. Use another backup.`,
  })
}

/** Reads one table back. @throws Refusal `backup.damaged` when the file is not the one that was written */
async function readTable(client: pg.Client, source: string, table: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256')
  const hashed = new PassThrough()
  hashed.on('data', (chunk: Buffer) => hash.update(chunk))
  const copying = copyIn(client, `copy ${table.name} (${table.columns.join(', ')}) from stdin`)
  try {
    await pipeline(createReadStream(join(source, table.file)), hashed, createGunzip(), copying)
  } catch (error) {
    if (error instanceof pg.DatabaseError && !String(error.code).startsWith('22')) throw error
    throw damaged(table.file)
  }
  if (hash.digest('hex') !== table.sha256 || copying.rowCount !== table.rows) throw damaged(table.file)
}

/** One transaction: either the whole city is there, or nothing is. */
async function fill(client: pg.Client, setup: RestoreSetup): Promise<void> {
  await client.query('begin')
  await client.query('set constraints all immediate')
  const there = await tablesOf(client)
  const { tables, counters } = setup.manifest
  await client.query(`truncate ${there.map(({ name }) => name).join(', ')}`)
  const byName = new Map(tables.map((table) => [table.name, table]))
  for (const { name } of there) {
    const table = byName.get(name)
    if (!table) throw damaged('manifest.json')
    await readTable(client, setup.source, table)
    if (table.rows >= 10_000) setup.say(`${name}: ${table.rows} 行 / rows`)
  }
  if (there.length !== tables.length) throw damaged('manifest.json')
  for (const { name, value, called } of counters) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called])
  await client.query('commit')
}

/** Without figures of their own, the first questions after a restore would be planned blindly. */
async function settle(client: pg.Client): Promise<void> {
  await client.query('analyze')
}

/**
 * Puts a backup into an empty database and an empty folder of files. `begins` is called before the first write: what is cut short after
 * it leaves no city, and the next try (`isAgain`) begins anew.
 * @throws Refusal `restore.not-empty`, `backup.damaged`, `backup.other-version`
 */
export async function restore(setup: RestoreSetup, isAgain: boolean, begins: () => void): Promise<void> {
  checkVersion(setup.manifest, setup.modules)
  const client = new pg.Client({
    ...setup.connection,
    application_name: 'linli restore',
    options: '-c timezone=UTC -c statement_timeout=0',
  })
  await client.connect()
  try {
    if (isAgain) await clear(client)
    else await checkEmpty(client)
    begins()
    await build(setup)
    await fill(client, setup)
    const files = join(setup.source, 'files')
    await mkdir(join(setup.dataDir, 'files'), { recursive: true, mode: 0o700 })
    if (existsSync(files)) await cp(files, join(setup.dataDir, 'files'), { recursive: true })
    await settle(client)
  } finally {
    await client.end()
  }
}

/** Takes away what a restore that was cut short had made. */
async function clear(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
  )
  for (const { name } of rows) await client.query(`drop schema ${name} cascade`)
}
