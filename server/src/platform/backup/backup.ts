import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Connection } from '../db.ts'
import { refuse } from '../refusal.ts'
import { copyOut } from './copy.ts'
import { type Manifest, manifestFormat, manifestName } from './manifest.ts'
import { countersOf, tablesOf, type TableShape } from './tables.ts'

export interface BackupSetup {
  readonly connection: Connection
  /** Folder whose `files` holds the photos. */
  readonly dataDir: string
  /** Must not exist yet. */
  readonly target: string
  readonly say: (line: string) => void
}

/** Counts rows on their way: in COPY's text format a line is a row. */
function counting(): { stream: Transform; rows(): number } {
  let rows = 0
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    },
  })
  return { stream, rows: () => rows }
}

/** Writes one table, packed, and syncs it; gives rows and the hash of the packed file. Memory does not grow with the table. */
async function writeTable(client: pg.Client, table: TableShape, folder: string): Promise<Manifest['tables'][number]> {
  const file = `tables/${table.name.replaceAll('"', '')}.copy.gz`
  const hash = createHash('sha256')
  const counted = counting()
  const hashed = new PassThrough()
  hashed.on('data', (chunk: Buffer) => hash.update(chunk))
  await pipeline(
    copyOut(client, `copy ${table.name} (${table.columns.join(', ')}) to stdout`),
    counted.stream,
    createGzip({ level: 3 }),
    hashed,
    createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { name: table.name, columns: [...table.columns], file, rows: counted.rows(), sha256: hash.digest('hex') }
}

const atOnce = 1000

/** Copies the photos that the picture names. One that was removed meanwhile had belonged to nothing for a day, and is counted. */
async function copyPhotos(client: pg.Client, setup: BackupSetup, folder: string): Promise<Manifest['files']> {
  let [count, bytes, missing] = [0, 0, 0]
  let [region, id] = ['', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await client.query<{ region: string; id: string; key: string }>(
      `select region, id, key from files.photo where (region, id) > ($1, $2::uuid) and noun is distinct from 'removed' order by region, id limit ${atOnce}`,
      [region, id],
    )
    for (const { key } of rows) {
      for (const path of [`${key}.jpg`, `${key}.small.jpg`]) {
        const [from, to] = [join(setup.dataDir, 'files', path), join(folder, 'files', path)]
        if (!existsSync(from)) {
          missing++
          continue
        }
        await mkdir(dirname(to), { recursive: true, mode: 0o700 })
        await copyFile(from, to)
        count++
        bytes += (await stat(to)).size
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return { count, bytes, missing }
    ;({ region, id } = last)
    setup.say(`${count} 个照片文件 / ${count} photo files`)
  }
}

async function one<R>(client: pg.Client, text: string): Promise<R> {
  const { rows } = await client.query(text)
  return rows[0] as R
}

async function picture(client: pg.Client, setup: BackupSetup, folder: string): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  const { at } = await one<{ at: Date }>(client, 'select now() as at')
  const { rows: migrations } = await client.query<{ name: string; hash: string }>(
    'select name, hash from platform.migration order by at, name',
  )
  const { queue } = await one<{ queue: number }>(client, 'select max(id) as queue from graphile_worker.migrations')
  const { fingerprint } = await one<{ fingerprint: string }>(
    client,
    `select value #>> '{}' as fingerprint from platform.setting where key = 'vault.fingerprint'`,
  )
  const tables: Manifest['tables'] = []
  for (const table of await tablesOf(client)) {
    const written = await writeTable(client, table, folder)
    tables.push(written)
    if (written.rows >= 10_000) setup.say(`${written.name}: ${written.rows} 行 / rows`)
  }
  const files = await copyPhotos(client, setup, folder)
  await client.query('commit')
  // Counters stand outside of transactions: read last, they lie ahead of every row in the picture.
  const counters = await countersOf(client)
  return { format: manifestFormat, at: at.toISOString(), fingerprint, migrations, queue, tables, counters, files }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}

/**
 * Writes a backup of a city that may go on working: every table as of one moment, then the photos it names, never the master key.
 * The folder gets its name when it is complete.
 * @throws Refusal `backup.target-exists`
 */
export async function backUp(setup: BackupSetup): Promise<Manifest> {
  const { target } = setup
  if (existsSync(target)) {
    throw refuse('conflict', 'backup.target-exists', {
      zh: `${target} 已经存在。备份不覆盖任何东西，请换一个新的文件夹名。`,
      en: `${target} exists already. A backup overwrites nothing; name a new folder.`,
    })
  }
  const making = `${target}.${process.pid}.part`
  await mkdir(join(making, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ ...setup.connection, application_name: 'linli backup', options: '-c timezone=UTC -c statement_timeout=0' })
  try {
    await client.connect()
    const manifest = await picture(client, setup, making)
    await writeFile(join(making, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
    await rename(making, target)
    await synced(dirname(target))
    return manifest
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}
