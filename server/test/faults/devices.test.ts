import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import { socketOf } from '../../src/platform/postgres.ts'
import { removeFolder } from '../../bench/faults/afterwards.ts'
import { freePort, type KillableServer, killableServer, makeCity } from '../../bench/faults/server.ts'
import { scalar } from './asking.ts'

/** The built product hears a device over MQTT and is killed without warning, once with its database. */

const folder = mkdtempSync(join(tmpdir(), 'linli-devices-'))
const city = join(folder, 'city')
const removed = removeFolder(folder)
let server: KillableServer
let port: number
let client: MqttClient

async function newDevice(url: string): Promise<{ id: string; key: string }> {
  const json = { 'content-type': 'application/json' }
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ account: 'system', password: demoPassword }),
  })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const made = await fetch(`${url}/api/devices`, {
    method: 'POST',
    headers: { ...json, cookie, 'idempotency-key': 'device' },
    body: JSON.stringify({ name: '水位', kind: 'water', component: 'water-1', area: '990901001001001' }),
  })
  const { device, key } = (await made.json()) as { device: { id: string }; key: string }
  return { id: device.id, key }
}

beforeAll(async () => {
  await makeCity(city)
  port = await freePort()
  server = await killableServer(city, { LINLI_MQTT_PORT: String(port) })
  await server.start()
}, 600_000)

afterAll(async () => {
  await client?.endAsync(true)
  await server.kill(true)
  rmSync(folder, { recursive: true, force: true })
  removed()
})

it('loses no message that was acknowledged, and takes the others when they are sent again', async () => {
  const { id, key } = await newDevice(server.url)
  client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    username: id,
    password: key,
    clientId: 'kept',
    clean: false,
    reconnectPeriod: 100,
  })
  client.on('error', () => undefined)
  const begun = Date.now() - 600_000
  const [acknowledged, all] = [new Set<number>(), 4_000]
  const kept = (): Promise<number> => scalar(socketOf(join(city, 'postgres')), 'select count(*) as n from telemetry.reading')
  let sent = 0
  const send = async (): Promise<void> => {
    while (sent < all) {
      const n = sent++
      const payload = JSON.stringify({ at: begun + n * 10, values: { level: 1 } })
      await client.publishAsync(`linli/devices/${id}/readings`, payload, { qos: 1 })
      acknowledged.add(n)
    }
  }
  const sending = Promise.all(Array.from({ length: 50 }, send))
  for (const withDatabase of [false, true]) {
    const before = acknowledged.size
    await vi.waitUntil(() => acknowledged.size > before + 300, { timeout: 300_000, interval: 1 })
    await server.kill(withDatabase)
    const promised = acknowledged.size
    await server.start()
    expect(await kept()).toBeGreaterThanOrEqual(promised)
  }
  await sending
  expect(acknowledged.size).toBe(all)
  expect(await kept()).toBe(all)
}, 600_000)
