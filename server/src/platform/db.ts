import { createHash, randomBytes } from 'node:crypto'
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

/** A statement with its values; `name` lets the server keep its plan. */
export interface Query {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name?: string
}

/** The database as commands and queries see it. */
export interface Db {
  /** The typed tables of one module; another module's tables do not exist for the compiler. */
  tables<T>(): Kysely<T>
  /** One raw statement. */
  query<R>(query: Query): Promise<R[]>
  /** Runs `work` in a transaction; joins the one that is open. */
  transaction<R>(work: (db: Db) => Promise<R>): Promise<R>
  readonly inTransaction: boolean
}

/** Connection settings of a pool: a URL, or host (a socket folder), user and database. */
export type Connection = pg.PoolConfig

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

class PoolDb implements Db {
  readonly inTransaction = false
  readonly #pool: pg.Pool
  readonly #kysely: Kysely<unknown>

  constructor(pool: pg.Pool) {
    this.#pool = pool
    this.#kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  }

  tables<T>(): Kysely<T> {
    return this.#kysely as Kysely<T>
  }

  async query<R>(query: Query): Promise<R[]> {
    const result = await this.#pool.query({ ...query, values: [...query.values] })
    return result.rows as R[]
  }

  transaction<R>(work: (db: Db) => Promise<R>): Promise<R> {
    return this.#kysely.transaction().execute((trx) => work(new TransactionDb(trx)))
  }
}

class TransactionDb implements Db {
  readonly inTransaction = true
  readonly #trx: Transaction<unknown>

  constructor(trx: Transaction<unknown>) {
    this.#trx = trx
  }

  tables<T>(): Kysely<T> {
    return this.#trx as unknown as Kysely<T>
  }

  async query<R>(query: Query): Promise<R[]> {
    const result = await this.#trx.executeQuery(CompiledQuery.raw(query.text, [...query.values]))
    return result.rows as R[]
  }

  transaction<R>(work: (db: Db) => Promise<R>): Promise<R> {
    return work(this)
  }
}

/** The name under which this process's sessions are seen by the database: who asks there can tell whether another server is alive. */
export const sessionName = `linli:${randomBytes(6).toString('hex')}`

/** Milliseconds that a query waits for a connection, be it that all are busy or that nobody answers. */
const patience = 10_000

/** Opens a pool. `close` waits for what runs. */
export function openDb(connection: Connection, max = 30): { db: Db; pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: patience,
    application_name: sessionName,
    options: '-c timezone=UTC',
    ...connection,
  })
  pool.on('connect', (client) => void client.on('error', () => undefined))
  pool.on('error', () => undefined) // an idle connection that broke is replaced by the next query
  return { db: new PoolDb(pool), pool, close: () => pool.end() }
}

/** The state of an error from the server (`23505` unique violation, …), or null. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}

/** The constraint that refused a row, or null. */
export function brokenConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = `s${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    if (names.size < 2000) names.set(text, name)
  }
  return name
}

/** Builds one statement of several CTEs: the hot writes of the house. The text must depend on few shapes only, so that plans are kept. */
export interface Statement {
  /** Adds a value and gives its placeholder. */
  bind(value: unknown): string
  /** Adds a CTE. */
  with(name: string, text: string): void
  /** Closes with the final select and gives the query. */
  done(select: string): Query
}

/** A new, empty statement. */
export function statement(): Statement {
  const values: unknown[] = []
  const parts: string[] = []
  return {
    bind: (value) => `$${values.push(value)}`,
    with: (name, text) => void parts.push(`${name} as (${text})`),
    done: (select) => {
      const text = parts.length > 0 ? `with ${parts.join(',\n')}\n${select}` : select
      return { text, values, name: nameOf(text) }
    },
  }
}
