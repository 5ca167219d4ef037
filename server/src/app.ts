import { makeWorkerUtils } from 'graphile-worker'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { auditModule } from '#platform/audit'
import { type Calendar, loadCalendar } from '#platform/calendar'
import type { Config } from '#platform/config'
import type { City, Context } from '#platform/context'
import { type Connection, type Db, openDb } from '#platform/db'
import { configuredStore, openFiles } from '#platform/files'
import calendarModule from './platform/calendar/module.ts'
import filesModule from './platform/files/module.ts'
import { givenUpModule } from '#platform/given-up'
import { healthModule } from '#platform/health'
import { openApi } from '#platform/http/openapi'
import { referenceModule } from '#platform/http/reference'
import { buildHttp } from '#platform/http/server'
import { jobContext, type Log, startWorkers, type Workers } from '#platform/jobs'
import { type Metrics, openMetrics } from '#platform/metrics'
import { migrate } from '#platform/migrate'
import type { Job, Module } from '#platform/module'
import { onceModule } from '#platform/once-forget'
import { openLive } from '#platform/notify'
import notifyModule from './platform/notify/module.ts'
import { openVault, sameMasterKey } from '#platform/vault'
import { traceSource } from '#mechanisms/flow'
import { metricModule } from '#mechanisms/metric'
import { authenticate } from '#modules/accounts'
import { caseSubject } from '#modules/cases'
import accounts from './modules/accounts/module.ts'
import areas from './modules/areas/module.ts'
import cases from './modules/cases/module.ts'
import catalogue from './modules/catalogue/module.ts'
import components from './modules/components/module.ts'
import directory from './modules/directory/module.ts'
import figures from './modules/figures/module.ts'
import imports from './modules/imports/module.ts'
import open311 from './modules/open311/module.ts'
import orgs from './modules/orgs/module.ts'
import people from './modules/people/module.ts'
import places from './modules/places/module.ts'
import telemetry from './modules/telemetry/module.ts'

/** The modules of the city, in the order in which they may know each other. */
export const modules: readonly Module[] = [
  areas,
  orgs,
  accounts,
  people,
  places,
  catalogue,
  directory,
  cases,
  components,
  figures,
  imports,
  open311,
  telemetry,
]

/** A running city, listening to nothing yet. */
export interface App {
  readonly http: FastifyInstance
  readonly db: Db
  readonly city: City
  readonly workers: Workers | null
  /** All periodic jobs, for those who run one at once. */
  readonly jobs: readonly Job[]
  /** A context in the name of a job, for seeds and scripts. */
  context(job: string): Context
  close(): Promise<void>
}

export interface AppSetup {
  readonly config: Config
  readonly connection: Connection
  readonly clock: () => Date
  readonly log: Log
  /** Whether this process relays, reacts and runs jobs. */
  readonly working: boolean
  /** Multiplies rate limits: 1 in a real city. */
  readonly limitFactor: number
  readonly faces?: { readonly mobile: string; readonly desk: string }
  /** Runs after migration and the modules' own seeds. */
  readonly seed?: (ctx: Context) => Promise<void>
}

async function prepareQueue(connection: Connection): Promise<void> {
  const { pool, close } = openDb(connection, 1)
  const utils = await makeWorkerUtils({ pgPool: pool })
  await utils.migrate()
  await utils.release()
  await close()
}

/** The platform's own routes, reactions and jobs, then the modules'. */
function everything(metrics: Metrics): readonly Module[] {
  const running = [metrics.module, healthModule, onceModule, givenUpModule]
  const namings = modules.flatMap((one) => (one.naming ? [one.naming] : []))
  const platform = [calendarModule, filesModule, notifyModule, auditModule([traceSource], namings), ...running]
  const all: Module[] = [...platform, metricModule([caseSubject]), ...modules]
  all.push(referenceModule(() => all.flatMap((one) => one.routes)))
  return all
}

/** The contract of the product, OpenAPI 3.1, without a city behind it. */
export function contract(): Record<string, unknown> {
  return openApi(everything(openMetrics()).flatMap((one) => one.routes))
}

async function openCityIn(setup: AppSetup, db: Db): Promise<City> {
  const { config, clock } = setup
  const vault = await openVault(config.dataDir, config.masterKey ?? undefined)
  await sameMasterKey(db, vault, clock())
  let calendar: Calendar = await loadCalendar(db)
  const reloadCalendar = async (): Promise<void> => {
    calendar = await loadCalendar(db)
  }
  const files = openFiles(await configuredStore(config))
  return { config, vault, files, live: openLive(), calendar: () => calendar, reloadCalendar }
}

async function migrated(setup: AppSetup, pool: pg.Pool): Promise<void> {
  const names = modules.map((module) => module.name)
  const ran = await migrate(pool, names)
  if (ran.length > 0) setup.log('info', { migrations: ran.length }, 'the database was brought to the present')
  await prepareQueue(setup.connection)
}

/** Opens the city: database, migration, seeds, modules, HTTP, workers. */
export async function openApp(setup: AppSetup): Promise<App> {
  const { log, clock } = setup
  const { db, pool, close } = openDb(setup.connection)
  await migrated(setup, pool)
  const city = await openCityIn(setup, db)
  const metrics = openMetrics(pool)
  const all = everything(metrics)
  const context = (job: string): Context => jobContext(db, city, job, clock())
  for (const module of all) await module.seed?.(context(module.name))
  await setup.seed?.(context('seed'))
  for (const module of all) await module.start?.(context(module.name), city)
  const [reactions, jobs, routes] = [
    all.flatMap((one) => one.reactions ?? []),
    all.flatMap((one) => one.jobs ?? []),
    all.flatMap((one) => one.routes),
  ]
  const workers = setup.working ? await startWorkers({ db, pool, city, log, clock, reactions, jobs }) : null
  const http = await buildHttp({
    db,
    city,
    clock,
    log,
    authenticate,
    routes,
    secret: city.vault.digest('http.once', 'request'),
    limitFactor: setup.limitFactor,
    wake: () => workers?.wake(),
    measure: metrics.measure,
    ...(setup.faces && { faces: setup.faces }),
  })
  const reload = setInterval(() => void city.reloadCalendar().catch(() => undefined), 60_000)
  reload.unref()
  const end = async (): Promise<void> => {
    clearInterval(reload)
    await http.close()
    await workers?.stop()
    await close()
  }
  return { http, db, city, workers, jobs, context, close: end }
}
