import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { City, Context } from './context.ts'
import type { Module } from './module.ts'
import { type Route, route } from './route.ts'

/** Figures of the running server, in the format of Prometheus. */
export interface Metrics {
  /** Takes note of an answered request: operation and status alone, never a path. */
  measure(route: Route, status: number, seconds: number): void
  readonly module: Module
}

/** The token by which a collector on this machine may read `/metrics`; derived from the master key. */
function metricsToken(city: City): string {
  return city.vault.digest('metrics.token', '').toString('base64url')
}

/** Writes the token where only this server's user can read it: `<data folder>/metrics-token`. */
async function writeToken(_ctx: Context, city: City): Promise<void> {
  await mkdir(city.config.dataDir, { recursive: true })
  await writeFile(join(city.config.dataDir, 'metrics-token'), `${metricsToken(city)}\n`, { mode: 0o600 })
}

function poolGauges(registry: Registry, pool: pg.Pool | undefined): void {
  if (!pool) return
  const gauge = new Gauge({
    name: 'linli_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  registry.registerMetric(gauge)
}

/** What waits behind the scenes: told and not relayed, queued, given up (the queue has no dead letter of its own). */
async function backlog(ctx: Context): Promise<string> {
  const [row] = await ctx.db.query<{ told: number; queued: number; failed: number; late: number }>({
    name: 'metrics.backlog',
    text: `select (select count(*) from (select 1 from platform.outbox limit 10000) o) as told,
      (select count(*) from (select 1 from graphile_worker.jobs where attempts < max_attempts limit 10000) q) as queued,
      (select count(*) from graphile_worker.jobs where attempts >= max_attempts) as failed,
      (select count(*) from platform.job where next_at < $1::timestamptz - interval '10 minutes' or last_error is not null) as late`,
    values: [ctx.now],
  })
  const line = (name: string, help: string, value: number): string => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`
  return [
    line('linli_outbox_rows', 'Events told and not yet relayed, counted to 10000', row?.told ?? 0),
    line('linli_queue_jobs', 'Jobs queued, counted to 10000', row?.queued ?? 0),
    line('linli_queue_failed', 'Jobs given up', row?.failed ?? 0),
    line('linli_periodic_jobs_late', 'Periodic jobs that failed or did not run', row?.late ?? 0),
    line('linli_live_pages', 'Pages that listen to events', ctx.city.live.size),
  ].join('')
}

function metricsRoute(registry: Registry): Route {
  return route({
    method: 'get',
    path: '/metrics',
    operation: 'readMetrics',
    tag: 'server',
    say: { zh: '读取运行指标（Prometheus 格式）', en: 'Read figures of the running server (Prometheus format)' },
    access: ['systemAdmin', 'auditAdmin'],
    scope: 'none',
    bearer: metricsToken,
    answers: { 200: null },
    handle: async (ctx, { http }) => {
      http.send(registry.contentType, `${await registry.metrics()}${await backlog(ctx)}`)
    },
  })
}

/** Begins to count. Streams are left out of the durations: they last as long as a page is open. */
export function openMetrics(pool?: pg.Pool): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'linli_' })
  poolGauges(registry, pool)
  const requests = new Counter({
    name: 'linli_requests_total',
    help: 'Requests answered',
    labelNames: ['operation', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'linli_request_seconds',
    help: 'Seconds until a request was answered',
    labelNames: ['operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return {
    measure(asked, status, took) {
      requests.inc({ operation: asked.operation, status: String(status) })
      if (asked.operation !== 'listenToEvents') seconds.observe({ operation: asked.operation }, took)
    },
    module: { name: 'metrics', routes: [metricsRoute(registry)], start: writeToken },
  }
}
