import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type App, openApp } from '#app'
import { demoPassword } from '#demo/accounts'
import { seedDemonstration } from '#demo/seed'
import { readConfig } from '#platform/config'
import type { Connection } from '#platform/db'
import { startPostgres } from '#platform/postgres'

/** A demonstration city on a fresh embedded database with every safety on, for measuring. */
export interface BenchCity {
  readonly app: App
  readonly connection: Connection
  /** Where it listens. */
  readonly url: string
  /** Connections beside the product's own, for rooflines. */
  readonly raw: pg.Pool
  /** Signs in with an account of the demonstration and gives its cookie. */
  cookie(account: string): Promise<string>
  close(): Promise<void>
}

/** Signs in with an account of the demonstration; gives the cookie of its session. */
export async function signIn(url: string, account: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: demoPassword }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** Opens it in a folder of its own, which is removed at the end; with the demonstration's own matters when asked. */
export async function openBenchCity(options: { withCases?: boolean; working?: boolean } = {}): Promise<BenchCity> {
  const folder = mkdtempSync(join(process.env['LINLI_BENCH'] ?? tmpdir(), 'linli-bench-'))
  const dataDir = join(folder, 'data')
  const postgres = await startPostgres({ dataDir, log: () => undefined })
  const read = readConfig({ LINLI_DATA: dataDir }, [], process.cwd())
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  const app = await openApp({
    config: read.config,
    connection: postgres.connection,
    clock: () => new Date(),
    log: (level, facts, text) => (level === 'error' ? console.error(text, facts) : undefined),
    working: options.working ?? true,
    limitFactor: 1_000_000,
    seed: (ctx) => seedDemonstration(ctx, 'small', options.withCases ?? false),
  })
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const raw = new pg.Pool({ ...postgres.connection, max: 32 })
  const close = async (): Promise<void> => {
    await raw.end()
    await app.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const giveUp = async (): Promise<void> => {
    await close()
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void giveUp())
  process.once('uncaughtException', (error) => {
    console.error(error)
    void giveUp()
  })
  return { app, connection: postgres.connection, url, raw, cookie: (account) => signIn(url, account), close }
}
