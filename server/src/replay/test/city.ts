import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { readConfig } from '#platform/config'
import type { Context } from '#platform/context'
import { type App, openApp } from '../../app.ts'
import { databaseLike } from '../../../test/database.ts'

/** Where the real data lies, when it is there. */
export const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))

/** A city with nothing in it, on a database of its own. */
export function emptyCity(): { app(): App; context(): Context } {
  let app: App | undefined
  let cleanUp = async (): Promise<void> => undefined
  const open = (url: string, dataDir: string): Promise<App> => {
    const read = readConfig({ LINLI_DATA: dataDir, LINLI_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }, [], dataDir)
    if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
    const log = (level: string, facts: unknown, text: string): void => (level === 'error' ? console.error(text, facts) : undefined)
    return openApp({
      config: read.config,
      connection: { connectionString: url },
      clock: () => new Date('2026-11-23T01:00:00Z'),
      log,
      working: false,
      limitFactor: 1000,
    })
  }
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'linli-replay-'))
    const database = await databaseLike('empty city', async (url) => (await open(url, dataDir)).close())
    app = await open(database.url, dataDir)
    cleanUp = async () => {
      await app?.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
  afterAll(() => cleanUp())
  const running = (): App => {
    if (!app) throw new Error('the city begins in beforeAll')
    return app
  }
  return { app: running, context: () => running().context('replay') }
}
