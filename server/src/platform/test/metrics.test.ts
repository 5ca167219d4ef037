import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { platformWorld, someone } from '../../../test/platform.ts'
import { healthModule } from '../health.ts'
import { openMetrics } from '../metrics.ts'

const metrics = openMetrics()
const world = platformWorld([metrics.module, healthModule])

const figures = (who: string | null, headers: Record<string, string> = {}) => world.inject(who, { method: 'GET', url: '/metrics', headers })

it('shows figures to administrators of system and audit, and to nobody else', async () => {
  for (const role of ['systemAdmin', 'auditAdmin', 'securityAdmin', 'dispatcher', 'resident'] as const) {
    world.be(role, someone(role, role))
    const answer = await figures(role)
    expect([role, answer.statusCode]).toEqual([role, role === 'systemAdmin' || role === 'auditAdmin' ? 200 : 403])
  }
  expect((await figures(null)).statusCode).toBe(401)
})

it('shows them to a collector on this machine, which reads the token from a file that is ours alone', async () => {
  const path = join(world.city.config.dataDir, 'metrics-token')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const token = readFileSync(path, 'utf8').trim()
  expect((await figures(null, { authorization: `Bearer ${token}` })).statusCode).toBe(200)
  expect((await figures(null, { authorization: `Bearer ${token}x` })).statusCode).toBe(401)
})

it('counts by operation and status, never by path, and tells what waits', async () => {
  const [route] = healthModule.routes
  if (!route) throw new Error('health has a route')
  metrics.measure(route, 200, 0.012)
  await world.db.query({
    text: `insert into platform.outbox values ('990101', gen_random_uuid(), 'case.reported', '{}', now())`,
    values: [],
  })
  world.be('systemAdmin', someone('systemAdmin', 'systemAdmin'))
  const { payload, headers } = await figures('systemAdmin')
  expect(headers['content-type']).toContain('text/plain')
  expect(payload).toContain('linli_requests_total{operation="checkHealth",status="200"} 1')
  expect(payload).toContain('linli_request_seconds_bucket{le="0.025",operation="checkHealth"} 1')
  expect(payload).toContain('\nlinli_outbox_rows 1\n')
  expect(payload).toContain('\nlinli_queue_failed 0\n')
  expect(payload).toContain('linli_process_cpu_seconds_total')
  await world.db.query({ text: 'delete from platform.outbox', values: [] })
})

it('says whether the service can serve, without a word of the inside', async () => {
  const answer = await world.inject(null, { method: 'GET', url: '/healthz' })
  expect(answer.statusCode).toBe(200)
  expect(Object.keys(answer.json<object>()).sort()).toEqual(['database', 'disk', 'milliseconds', 'reactions', 'status'])
  expect(answer.json()).toMatchObject({ status: 'ok', reactions: 'ok' })
  await world.db.query({
    text: "insert into platform.outbox values ('990101', gen_random_uuid(), 'case.reported', '{}', $1::timestamptz - interval '3 minutes')",
    values: [world.context().now],
  })
  expect((await world.inject(null, { method: 'GET', url: '/healthz' })).json()).toMatchObject({ status: 'ok', reactions: 'slow' })
})
