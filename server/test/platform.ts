import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { makeWorkerUtils } from 'graphile-worker'
import { afterAll, beforeAll } from 'vitest'
import { loadCalendar } from '#platform/calendar'
import { readConfig } from '#platform/config'
import type { Actor, City, Context, Role } from '#platform/context'
import { type Db, openDb } from '#platform/db'
import { configuredStore, openFiles } from '#platform/files'
import { buildHttp } from '#platform/http/server'
import { jobContext } from '#platform/jobs'
import { migrate } from '#platform/migrate'
import type { Module } from '#platform/module'
import { openLive } from '#platform/notify'
import { openVault } from '#platform/vault'
import { databaseLike } from './database.ts'

/** The platform alone, without a module, on a database of its own; tests say who is who. */
export interface PlatformWorld {
  readonly db: Db
  readonly city: City
  readonly http: FastifyInstance
  context(job?: string): Context
  turn(milliseconds: number): void
  /** Whoever sends the cookie `linli_session=<name>` is this actor. */
  be(name: string, actor: Actor): void
  inject(who: string | null, options: InjectOptions): Promise<LightMyRequestResponse>
}

/** A member of staff with one post, or a resident without any. */
export function someone(name: string, role: Role, area = '990101'): Actor {
  const isResident = role === 'resident'
  const posts = isResident ? [] : [{ id: `${role}:org:${area}`, role, org: 'org', area }]
  return { kind: isResident ? 'resident' : 'staff', id: name, posts, subjectId: null, link: null, sessionId: `session-${name}` }
}

async function fill(url: string): Promise<void> {
  const { pool, close } = openDb({ connectionString: url }, 2)
  await migrate(pool, [])
  const utils = await makeWorkerUtils({ pgPool: pool })
  await utils.migrate()
  await utils.release()
  await close()
}

/** Gives a test file the platform; call it at the top of the file. */
export function platformWorld(modules: readonly Module[], options: { limitFactor?: number } = {}): PlatformWorld {
  const people = new Map<string, Actor>()
  let now = new Date('2026-11-23T01:00:00Z')
  let made: { db: Db; city: City; http: FastifyInstance } | undefined
  let cleanUp = async (): Promise<void> => undefined
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'linli-platform-'))
    const database = await databaseLike('platform', fill)
    const { db, close } = openDb({ connectionString: database.url })
    const read = readConfig({ LINLI_DATA: dataDir }, [], '/')
    if (!('config' in read)) throw new Error('the configuration of the test is wrong')
    const vault = await openVault(dataDir, Buffer.alloc(32, 7).toString('base64'))
    const calendar = await loadCalendar(db)
    const city: City = {
      config: read.config,
      vault,
      files: openFiles(await configuredStore({ dataDir, objectStore: null })),
      live: openLive(),
      calendar: () => calendar,
      reloadCalendar: async () => undefined,
    }
    for (const module of modules) await module.start?.(jobContext(db, city, module.name, now), city)
    const http = await buildHttp({
      db,
      city,
      clock: () => now,
      log: (level, facts, text) => (level === 'error' ? console.error(text, facts) : undefined),
      authenticate: async (_, credentials) => people.get(credentials.session ?? credentials.apiKey ?? '') ?? null,
      routes: modules.flatMap((module) => module.routes),
      secret: Buffer.alloc(32, 1),
      limitFactor: options.limitFactor ?? 1000,
      wake: () => undefined,
    })
    made = { db, city, http }
    cleanUp = async () => {
      city.live.close()
      await http.close()
      await close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
  afterAll(() => cleanUp())
  const got = (): NonNullable<typeof made> => {
    if (!made) throw new Error('the platform begins in beforeAll')
    return made
  }
  return {
    get db() {
      return got().db
    },
    get city() {
      return got().city
    },
    get http() {
      return got().http
    },
    context: (job = 'test') => jobContext(got().db, got().city, job, now),
    turn: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
    be: (name, actor) => void people.set(name, actor),
    inject: (who, asked) => got().http.inject({ ...asked, headers: { ...(who && { cookie: `linli_session=${who}` }), ...asked.headers } }),
  }
}
