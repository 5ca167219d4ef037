import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Config, readConfig } from '#platform/config'
import type { Context } from '#platform/context'
import type { Db } from '#platform/db'
import { type App, openApp } from '../src/app.ts'
import { databaseLike } from './database.ts'
import { demoPassword } from '../src/demo/accounts.ts'
import { seedTestCity } from './city.ts'

/** An answer over HTTP. */
export interface Reply {
  readonly status: number
  /** Whatever the server said; tests look into it. */
  readonly body: never
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Ask {
  readonly body?: unknown
  /** Sent as Idempotency-Key; a new one by default. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody who talks to the city over HTTP. */
export interface Person {
  get(path: string, ask?: Ask): Promise<Reply>
  post(path: string, body?: unknown, ask?: Ask): Promise<Reply>
  send(method: string, path: string, ask?: Ask): Promise<Reply>
}

/** The app on a database of its own, with a clock that tests turn. */
export interface World {
  readonly app: App
  readonly db: Db
  /** Nobody: no session. */
  readonly visitor: Person
  /** Signs in with an account of the test city (see city.ts); the session is kept. */
  as(account: string, again?: boolean): Promise<Person>
  /** Turns the clock to an instant (ISO 8601), or forward by milliseconds. */
  turn(to: string | number): Date
  now(): Date
  context(job?: string): Context
  /** Waits until everything that was told was heard. */
  settled(): Promise<void>
}

let keys = 0

/** One key for all test files: their databases are copies of one template. */
const masterKey = Buffer.alloc(32, 7).toString('base64')

function configOf(dataDir: string, env: Readonly<Record<string, string>>): Config {
  const read = readConfig({ LINLI_DATA: dataDir, LINLI_MASTER_KEY: masterKey, ...env }, [], dataDir)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.config
}

function person(app: () => App, cookie: string | null): Person {
  const send = async (method: string, path: string, ask: Ask = {}): Promise<Reply> => {
    const write = method !== 'GET'
    const key = ask.key === undefined ? `test-${process.pid}-${++keys}` : ask.key
    const answer = await app().http.inject({
      method: method as 'GET',
      url: path,
      headers: {
        ...(cookie && { cookie }),
        ...(write && key !== null && { 'idempotency-key': key }),
        ...(ask.body !== undefined && { 'content-type': 'application/json' }),
        ...ask.headers,
      },
      ...(ask.body !== undefined && {
        payload: typeof ask.body === 'string' || ask.body instanceof Buffer ? ask.body : JSON.stringify(ask.body),
      }),
    })
    const text = answer.payload
    return {
      status: answer.statusCode,
      body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as never,
      headers: answer.headers,
    }
  }
  return {
    send,
    get: (path, ask) => send('GET', path, ask),
    post: (path, body = {}, ask = {}) => send('POST', path, { ...ask, body }),
  }
}

/** Gives a test file its world; call it at the top of the file. Starts on Monday 2026-11-23 at 09:00 in Shanghai. */
export function world(options: { working?: boolean; env?: Readonly<Record<string, string>> } = {}): World {
  let app: App | undefined
  let now = new Date('2026-11-23T01:00:00Z')
  let cleanUp = async (): Promise<void> => undefined
  const sessions = new Map<string, Person>()
  const open = (url: string, dataDir: string, working: boolean): Promise<App> =>
    openApp({
      config: configOf(dataDir, options.env ?? {}),
      connection: { connectionString: url },
      clock: () => now,
      log: (level, facts, text) => (level === 'error' ? console.error(text, facts) : undefined),
      working,
      limitFactor: 1000,
      seed: seedTestCity,
    })
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'linli-world-'))
    const database = await databaseLike('world', async (url) => (await open(url, dataDir, false)).close())
    app = await open(database.url, dataDir, options.working ?? false)
    cleanUp = async () => {
      await app?.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
  afterAll(() => cleanUp())
  const running = (): App => {
    if (!app) throw new Error('the world begins in beforeAll')
    return app
  }
  return {
    get app() {
      return running()
    },
    get db() {
      return running().db
    },
    visitor: person(running, null),
    async as(account, again = false) {
      const known = again ? undefined : sessions.get(account)
      if (known) return known
      const answer = await running().http.inject({ method: 'POST', url: '/api/session', payload: { account, password: testPassword } })
      const cookie = answer.cookies.find((one) => one.name === 'linli_session')
      if (!cookie) throw new Error(`${account} could not sign in: ${answer.statusCode} ${answer.payload}`)
      const one = person(running, `linli_session=${cookie.value}`)
      sessions.set(account, one)
      return one
    },
    turn(to) {
      now = typeof to === 'number' ? new Date(now.getTime() + to) : new Date(to)
      return now
    },
    now: () => now,
    context: (job = 'test') => running().context(job),
    settled: async () => running().workers?.drained(),
  }
}

/** The password of every account of the test city. */
export const testPassword = demoPassword
