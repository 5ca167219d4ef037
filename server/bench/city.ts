import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '#app'
import { seedDemonstration } from '#demo/seed'
import { readConfig } from '#platform/config'
import type { Connection } from '#platform/db'
import { startPostgres } from '#platform/postgres'

/** A demonstration city without matters on a fresh embedded database with every safety on, for measuring. */
export interface BenchCity {
  readonly app: App
  readonly connection: Connection
  close(): Promise<void>
}

/** Opens it in a folder of its own, which is removed at the end. */
export async function openBenchCity(): Promise<BenchCity> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const dataDir = join(folder, 'data')
  const postgres = await startPostgres({ dataDir, log: () => undefined })
  const read = readConfig({ LINLI_DATA: dataDir }, [], process.cwd())
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  const app = await openApp({
    config: read.config,
    connection: postgres.connection,
    clock: () => new Date(),
    log: (level, facts, text) => (level === 'error' ? console.error(text, facts) : undefined),
    working: true,
    limitFactor: 1_000_000,
    seed: (ctx) => seedDemonstration(ctx, 'small', false),
  })
  return {
    app,
    connection: postgres.connection,
    async close() {
      await app.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
