import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly url: string
  /** Ends every session and removes it. */
  drop(): Promise<void>
}

async function asSuperuser<R>(work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: inject('postgres').url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  const url = new URL(inject('postgres').url)
  url.pathname = `/${name}`
  return url.href
}

async function create(client: pg.Client, name: string, template: string): Promise<void> {
  const [quoted, from] = [client.escapeIdentifier(name), client.escapeIdentifier(template)]
  await client.query(`create database ${quoted} template ${from} encoding 'UTF8'`)
}

/** Makes the template once a run, whichever test file comes first; the others wait for it. */
async function ensureTemplate(client: pg.Client, name: string, make: (url: string) => Promise<void>): Promise<void> {
  await client.query('select pg_advisory_lock(hashtext($1))', [name])
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount !== 0) return
    const making = `${name}_making`
    await client.query(`drop database if exists ${client.escapeIdentifier(making)} with (force)`)
    await create(client, making, 'template0')
    await make(urlOf(making))
    await client.query(`alter database ${client.escapeIdentifier(making)} rename to ${client.escapeIdentifier(name)}`)
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name])
  }
}

/**
 * A fresh copy of a template database. `make` fills the template (migrations, seed) and must close what it opened; it runs once a run
 * for each `kind`.
 */
export async function databaseLike(kind: string, make: (url: string) => Promise<void>): Promise<TestDatabase> {
  const { prefix } = inject('postgres')
  const template = `${prefix}_t${createHash('sha256').update(kind).digest('hex').slice(0, 8)}`
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await asSuperuser(async (client) => {
    await ensureTemplate(client, template, make)
    await create(client, name, template)
  })
  return {
    url: urlOf(name),
    drop: () =>
      asSuperuser(async (client) => void (await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`))),
  }
}
