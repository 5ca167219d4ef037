import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { sqlState } from './db.ts'

const source = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'src')

/** One migration, as it lies in its file. */
export interface Step {
  /** `<folder>/<file>`. */
  readonly name: string
  readonly sql: string
  readonly hash: string
  /**
   * Its first line is `-- outside a transaction`: for indexes of tables that grow with the city. Its statements run one by one, each must
   * be harmless when repeated (`if not exists`), and a step that was cut short is run again from the beginning.
   */
  readonly outside: boolean
}

/** How the first line of a step says that no transaction goes around it. */
const outsideMark = /^-- outside a transaction\b/

/** A step of this name and text. */
export function stepOf(name: string, sql: string): Step {
  return { name, sql, hash: createHash('sha256').update(sql).digest('hex'), outside: outsideMark.test(sql) }
}

function stepsIn(folder: string): Step[] {
  const full = join(source, folder, 'migrations')
  if (!existsSync(full)) return []
  return readdirSync(full)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => stepOf(`${folder}/${file}`, readFileSync(join(full, file), 'utf8')))
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(source, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
    .sort()
}

/** All migrations in the order in which they run: platform, mechanisms, then the modules as app.ts lists them. */
export function migrations(modules: readonly string[]): Step[] {
  const folders = ['platform', ...foldersIn('platform'), ...foldersIn('mechanisms'), ...modules.map((name) => `modules/${name}`)]
  return folders.flatMap(stepsIn)
}

/** Milliseconds that a step waits for a lock: who waits for a lock makes everybody behind wait too. */
const lockPatience = 2_000

/** How often a step tries again for its locks, with growing pauses: ten minutes in all. */
const lockTries = 60

const pauseOf = (attempt: number): number => Math.min(10_000, 200 * 2 ** attempt)

async function inTransaction(client: pg.ClientBase, step: Step): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    await client.query('begin')
    try {
      await client.query(`set local lock_timeout = ${lockPatience}`)
      await client.query(step.sql)
      await note(client, step)
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback')
      const isBusy = ['55P03', '40P01'].includes(sqlState(error) ?? '')
      if (!isBusy || attempt >= lockTries) throw error
      await sleep(pauseOf(attempt))
    }
  }
}

async function note(client: pg.ClientBase, step: Step): Promise<void> {
  await client.query('insert into platform.migration (name, hash) values ($1, $2)', [step.name, step.hash])
}

/** An index that was being made when its maker was killed is there, but serves nothing: it goes, and is made again. */
async function dropUnfinished(client: pg.ClientBase, step: Step): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_namespace n on n.oid = c.relnamespace where not i.indisvalid`,
  )
  for (const { schema, name } of rows.filter((row) => new RegExp(`\\b${row.name}\\b`).test(step.sql)))
    await client.query(`drop index concurrently if exists ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`)
}

async function outsideOne(client: pg.ClientBase, step: Step): Promise<void> {
  await dropUnfinished(client, step)
  const statements = step.sql
    .split(/;\s*(?:\n|$)/)
    .map((text) => text.replaceAll(/^\s*--.*$/gm, '').trim())
    .filter((text) => text !== '')
  for (const statement of statements) await client.query(statement)
  await note(client, step)
}

async function run(client: pg.ClientBase, step: Step): Promise<void> {
  try {
    if (step.outside) await outsideOne(client, step)
    else await inTransaction(client, step)
  } catch (error) {
    throw new Error(`migration ${step.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Runs those of these steps that have not run; gives the names that did. @throws Error when one has changed since it ran */
export async function runSteps(client: pg.ClientBase, steps: readonly Step[]): Promise<string[]> {
  await client.query('create schema if not exists platform')
  await client.query(
    'create table if not exists platform.migration (name text primary key, hash text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from platform.migration')
  const done = new Map(rows.map((row) => [row.name, row.hash]))
  const ran: string[] = []
  for (const step of steps) {
    const before = done.get(step.name)
    if (before === step.hash) continue
    if (before !== undefined) throw new Error(`migration ${step.name} has changed since it ran; write a new one instead`)
    await run(client, step)
    ran.push(step.name)
  }
  return ran
}

/**
 * Brings the database to the present, one transaction a step unless a step says otherwise; two servers that start at once wait for each
 * other. `wanted` leaves steps out, for a restore. Gives the names that ran.
 */
export async function migrate(pool: pg.Pool, modules: readonly string[], wanted: (step: Step) => boolean = () => true): Promise<string[]> {
  const client = await pool.connect()
  try {
    await waitForTurn(client)
    return await runSteps(client, migrations(modules).filter(wanted))
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('linli.migrate'))").catch(() => undefined)
    client.release()
  }
}

/** Asks again and again instead of waiting in one statement: a waiting statement holds a snapshot, and an index made concurrently waits for that. */
async function waitForTurn(client: pg.ClientBase): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock(hashtext('linli.migrate')) as held")
    if (rows[0]?.held === true) return
    await sleep(100)
  }
}
