import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { refuse } from './refusal.ts'
import { reachableBinaries } from './postgres/binaries.ts'
import { ensureCluster, superuser } from './postgres/cluster.ts'
import { alreadyRunning, ensureDatabase, guardSession, takeGuard } from './postgres/guard.ts'
import { type Postmaster, type Seat, adopt, lastWords, launch, shutDown, socketName } from './postgres/postmaster.ts'
import { chooseRunner, namesWorkingFolder } from './postgres/runner.ts'

/** Milliseconds until a database that does not start, because its disk is full, is tried again. */
const betweenMends = 3_000

/** How to reach the embedded database. Holds in this process; in others too unless the data folder's path is very long. */
export interface SocketConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly ssl: false
}

/** The embedded database, served for this process alone. */
export interface Postgres {
  readonly connection: SocketConnection
  /** True when the server had outlived a process that was killed. */
  readonly adopted: boolean
  /** Stops the server; resolves when it is gone, within 9 s. */
  stop(): Promise<void>
}

/** What a start needs; `binaries` replaces the installed programs. */
export interface PostgresOptions {
  /** Absolute. The cluster lies in its folder `postgres`. */
  readonly dataDir: string
  readonly log: (line: string) => void
  readonly binaries?: string
  /** Where programs are copied to when the runner cannot reach the installed ones. */
  readonly copyTo?: readonly string[]
  /** Settings of the server beside the usual ones; tests give up safety for speed. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Longest path of a socket, bytes (macOS; Linux has 107). */
const longestSocket = 103

/**
 * Starts the embedded database of a data folder, or takes over the server that a killed process left running.
 * Throws `postgres.alreadyRunning` while another process serves the same folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const folder = join(options.dataDir, 'postgres')
  const runner = chooseRunner(folder)
  const native = reachableBinaries(runner, options.binaries, options.copyTo)
  ensureCluster(folder, native, runner, options.log)
  const connection = socketOf(folder)
  const service = new Service(options, { folder, native, runner, settings: options.settings ?? {} }, connection)
  await service.open()
  return { connection, adopted: service.adopted, stop: () => service.stop() }
}

/** How to reach the embedded database whose cluster lies in `folder`. */
export function socketOf(folder: string): SocketConnection {
  return { host: socketFolder(folder), port: 5432, user: superuser, database: 'linli', ssl: false }
}

/** A folder's name short enough for a socket: its path, or on Linux the name of an open handle on it. */
function socketFolder(folder: string): string {
  if (!namesWorkingFolder || Buffer.byteLength(join(folder, socketName)) <= longestSocket) return folder
  return `/proc/self/fd/${openSync(folder, 'r')}`
}

/** Keeps one server up for as long as the process wants it. */
class Service {
  readonly #options: PostgresOptions
  readonly #seat: Seat
  readonly #connection: SocketConnection
  #postmaster: Postmaster | null = null
  #mending: Promise<void> = Promise.resolve()
  #stopping = false

  constructor(options: PostgresOptions, seat: Seat, connection: SocketConnection) {
    this.#options = options
    this.#seat = seat
    this.#connection = connection
  }

  get adopted(): boolean {
    return this.#postmaster?.adopted ?? false
  }

  /** Finds or starts the server and takes the guard; a server that goes meanwhile is another process's, and the loop begins again. */
  async open(): Promise<void> {
    for (let attempt = 0; !this.#stopping; attempt++) {
      const postmaster = adopt(this.#seat.folder) ?? (await launch(this.#seat))
      const guard = await this.#ready(postmaster)
      if (guard !== null && (await this.#settle(guard))) {
        this.#postmaster = postmaster
        guard.once('end', () => {
          this.#mending = this.#mend()
        })
        return
      }
      const failedHere = !postmaster.adopted && adopt(this.#seat.folder) === null
      if (failedHere && attempt >= 3) throw notStarted(this.#options.dataDir, lastWords(this.#seat.folder))
      await sleep(200)
    }
  }

  /** Waits until the server takes connections; null when it goes away instead. Recovery after a crash may take minutes. */
  async #ready(postmaster: Postmaster): Promise<pg.Client | null> {
    const since = Date.now()
    for (let said = since; postmaster.isAlive() && !this.#stopping; await sleep(30)) {
      const client = guardSession(this.#connection)
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(() => undefined)
        const recovering = (error as { code?: string }).code === '57P03'
        if (Date.now() - since > (recovering ? 600_000 : 60_000)) throw notStarted(this.#options.dataDir, String(error))
        if (Date.now() - said > 10_000) this.#options.log('the database is recovering')
        if (Date.now() - said > 10_000) said = Date.now()
      }
    }
    return null
  }

  /** Takes the guard and makes the database; false when the server went away meanwhile. */
  async #settle(guard: pg.Client): Promise<boolean> {
    let refused = null
    try {
      if (await takeGuard(guard, 3_000)) {
        await ensureDatabase(guard, this.#connection.database)
        return true
      }
      refused = await alreadyRunning(guard, this.#options.dataDir)
    } catch (error) {
      await guard.end().catch(() => undefined)
      const isGoing = !(error instanceof pg.DatabaseError) || (error.code ?? '').startsWith('57P')
      if (isGoing) return false
      throw error
    }
    await guard.end()
    throw refused
  }

  /** The guard's session ended though nobody asked: the server was killed or crashed, and comes back. */
  async #mend(): Promise<void> {
    if (this.#stopping) return
    this.#options.log('the database went away and is started again')
    while (!this.#stopping) {
      try {
        await this.open()
        this.#options.log('the database is back')
        return
      } catch (error) {
        this.#options.log(`the database does not come back yet: ${error instanceof Error ? error.message : String(error)}`)
        await sleep(betweenMends)
      }
    }
  }

  async stop(): Promise<void> {
    if (this.#stopping || this.#postmaster === null) return
    this.#stopping = true
    await this.#mending
    if (!(await shutDown(adopt(this.#seat.folder) ?? this.#postmaster)))
      this.#options.log('the database did not stop in time; the next start takes it over')
  }
}

function notStarted(dataDir: string, why: string) {
  return refuse('unavailable', 'postgres.notStarted', {
    zh: `内置数据库没有启动(${dataDir})。它最后说：\n${why}`,
    en: `The embedded database did not start (${dataDir}). Its last words:\n${why}`,
  })
}
