import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import { type Config, type Mistake, exposedDemo, readConfig } from './config.ts'
import type { Connection } from './db.ts'
import { startPostgres } from './postgres.ts'
import { checkGiven } from './postgres/given.ts'
import { Refusal, type Say, refuse } from './refusal.ts'

/** A city that is migrated and seeded, and not yet heard from outside. */
export interface OpenCity {
  /** Its accounts and passwords are known to everybody. */
  readonly isDemonstration: boolean
  /** The single-use link for the administrator of a city that begins; null otherwise. */
  readonly invitation: string | null
  listen(): Promise<void>
  /** Ends what runs: requests, pages that listen, workers, connections. */
  stop(): Promise<void>
}

/** Migrates, seeds and puts a city together; the list of modules lives in app.ts. */
export type Opener = (config: Config, connection: Connection) => Promise<OpenCity>

/** Exit codes of sysexits(3). */
const exits = { unavailable: 69, failed: 70, configuration: 78 } as const

/** Milliseconds for requests and workers; with the database's 9 s this stays below the 15 s of the contract. */
const graceOfCity = 4_000
const graceInAll = 14_000

const print = (line: string): boolean => process.stdout.write(`${line}\n`)
const warn = (line: string): boolean => process.stderr.write(`${line}\n`)

function tell(say: Say): void {
  warn(say.zh)
  warn(say.en)
}

/** What must be undone at the end, the latest first; each waits for its own beginning. */
type Closers = (() => Promise<void>)[]

async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.toReversed()) {
    await close().catch((error: unknown) => warn(String(error)))
  }
}

/** Reads the configuration, opens the database and the city, serves until a signal comes, and stops everything in order. */
export async function live(open: Opener): Promise<void> {
  const read = readConfig(process.env, process.argv.slice(2), process.cwd())
  if ('mistakes' in read) return refused(read.mistakes)
  const { config } = read
  const closers: Closers = []
  let ending = false
  const grace = closeWithGrace({ delay: graceInAll, logger: { error: (text: string) => warn(String(text)) } }, async ({ err }) => {
    ending = true
    if (err !== undefined) warn(err.stack ?? String(err))
    await closeAll(closers)
  })
  try {
    await begin(config, open, closers)
  } catch (error) {
    if (ending) return // a signal came while starting; what broke, broke because of it
    grace.uninstall()
    await closeAll(closers)
    report(error)
  }
}

function refused(mistakes: readonly Mistake[]): void {
  for (const { say } of mistakes) tell(say)
  process.exit(exits.configuration)
}

function report(error: unknown): void {
  if (error instanceof Exposed) return refused([error.mistake])
  if (!(error instanceof Refusal)) {
    warn(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exit(exits.failed)
  }
  tell(error.say)
  process.exit(exits.unavailable)
}

async function begin(config: Config, open: Opener, closers: Closers): Promise<void> {
  const foreseen = willBeDemonstration(config) ? exposedDemo(config) : null
  if (foreseen !== null) throw new Exposed(foreseen)
  checkRestored(config)
  await checkPort(config)
  const connection = await database(config, closers)
  const opening = open(config, connection)
  closers.push(async () => {
    const end = opening.then(
      (city) => city.stop(),
      () => undefined,
    )
    await Promise.race([end, sleep(graceOfCity)]) // a first start may be minutes from its end
  })
  const city = await opening
  const exposed = city.isDemonstration ? exposedDemo(config) : null
  if (exposed !== null) throw new Exposed(exposed)
  await city.listen()
  if (city.invitation !== null) print(`管理员一次性链接 / Single-use link for the administrator: ${city.invitation}`)
  print(`Linli is ready at http://localhost:${config.port}`)
}

/** True for a first start without --new-city on the embedded database. */
function willBeDemonstration(config: Config): boolean {
  return !config.newCity && config.databaseUrl === null && !existsSync(join(config.dataDir, 'postgres'))
}

/** The demonstration would be reachable from other machines. */
class Exposed extends Error {
  readonly mistake: Mistake

  constructor(mistake: Mistake) {
    super(mistake.say.en)
    this.mistake = mistake
  }
}

/** Lies in the data folder from the first write of a restore to its last. */
export function restoringMark(dataDir: string): string {
  return join(dataDir, 'restoring')
}

/** Half a city is not served. @throws Refusal `restore.unfinished` */
function checkRestored({ dataDir }: Config): void {
  if (!existsSync(restoringMark(dataDir))) return
  throw refuse('unavailable', 'restore.unfinished', {
    zh: `${dataDir} 的恢复没有完成。请再运行一次 ./restore。`,
    en: `The restore of ${dataDir} was not finished. Run ./restore once more.`,
  })
}

async function database(config: Config, closers: Closers): Promise<Connection> {
  if (config.databaseUrl !== null) {
    await checkGiven(config.databaseUrl)
    return { connectionString: config.databaseUrl }
  }
  const starting = startPostgres({ dataDir: config.dataDir, log: warn })
  closers.push(async () => {
    const postgres = await starting.catch(() => null)
    await postgres?.stop()
  })
  return (await starting).connection
}

/** Says at once that the port is taken, not after minutes of seeding. */
async function checkPort({ port, host }: Config): Promise<void> {
  const probe = createServer()
  const code = await new Promise<string | null>((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ port, host, exclusive: true }, () => resolve(null))
  })
  await new Promise((resolve) => probe.close(resolve))
  if (code === null) return
  throw refuse('unavailable', 'server.port', {
    zh: `不能在 ${host} 的 ${port} 端口上服务(${code})。它可能已被占用；请换一个 PORT，或检查 HOST。`,
    en: `Cannot serve on port ${port} of ${host} (${code}). It may be taken; choose another PORT, or look at HOST.`,
  })
}
