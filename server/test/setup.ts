import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../src/platform/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server on which tests make their databases: a URL of its superuser, and the prefix of this run's names. */
    readonly postgres: { readonly url: string; readonly prefix: string }
  }
}

/** Starts one embedded server for the run, or uses the one that LINLI_TEST_DATABASE names (the run on PostgreSQL 15 does). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `linli_test_${process.pid}_${Date.now().toString(36)}`
  const given = process.env['LINLI_TEST_DATABASE']
  if (given !== undefined && given !== '') {
    project.provide('postgres', { url: given, prefix })
    return () => sweep(given, prefix)
  }
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'))
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await startPostgres({ dataDir: join(folder, 'data'), log: () => undefined, settings: quick })
  const { host, user } = server.connection
  project.provide('postgres', { url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host)}`, prefix })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function sweep(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [prefix])
  for (const { name } of rows) await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
  await client.end()
}
