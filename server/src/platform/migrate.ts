import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

const source = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'src')

interface Step {
  readonly name: string
  readonly sql: string
}

function stepsIn(folder: string): Step[] {
  const full = join(source, folder, 'migrations')
  if (!existsSync(full)) return []
  return readdirSync(full)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: `${folder}/${file}`, sql: readFileSync(join(full, file), 'utf8') }))
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

/** Brings the database to the present, one transaction a step; two servers that start at once wait for each other. Gives the names that ran. */
export async function migrate(pool: pg.Pool, modules: readonly string[]): Promise<string[]> {
  const client = await pool.connect()
  const ran: string[] = []
  try {
    await client.query("select pg_advisory_lock(hashtext('linli.migrate'))")
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migration (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    const done = new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from platform.migration')).rows.map((row) => [
        row.name,
        row.hash,
      ]),
    )
    for (const step of migrations(modules)) {
      const hash = createHash('sha256').update(step.sql).digest('hex')
      const before = done.get(step.name)
      if (before === hash) continue
      if (before !== undefined) throw new Error(`migration ${step.name} has changed since it ran; write a new one instead`)
      await client.query('begin')
      try {
        await client.query(step.sql)
        await client.query('insert into platform.migration (name, hash) values ($1, $2)', [step.name, hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${step.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
      ran.push(step.name)
    }
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('linli.migrate'))")
    client.release()
  }
  return ran
}
