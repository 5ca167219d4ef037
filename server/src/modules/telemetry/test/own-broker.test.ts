import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { followBroker } from '../ingest/outside.ts'
import { readingsTopic } from '../ingest/topics.ts'
import { device, type TestDevice } from './devices.ts'

/* A broker of the city's own, which lets devices in by itself; Linli is one of its subscribers. */

const w = world()
let broker: Aedes
let publisher: MqttClient
let url: URL
const server = createServer((socket) => void broker.handle(socket))

beforeAll(async () => {
  broker = await Aedes.createBroker()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  url = new URL(`mqtt://linli:secret@127.0.0.1:${(server.address() as AddressInfo).port}/linli-test`)
  publisher = await connectAsync(`mqtt://127.0.0.1:${url.port}`)
})
afterAll(async () => {
  await publisher.endAsync(true)
  await new Promise<void>((done) => broker.close(() => done()))
  server.close()
})

const values = async (one: TestDevice): Promise<number[]> =>
  (
    await w.db.query<{ value: number }>({ text: 'select value from telemetry.reading where device = $1 order by value', values: [one.id] })
  ).map((row) => row.value)

const follow = async () => {
  const subscribed = new Promise<void>((done) => broker.once('subscribe', () => done()))
  const following = await followBroker(
    () => w.context('telemetry'),
    url,
    () => undefined,
  )
  await subscribed
  return following
}

it('is listened to, unknown devices are passed over, and what came while nobody listened is taken in later', async () => {
  const one = await device(w, 'water', 'outside')
  const tell = (id: string, level: number, payload?: string) =>
    publisher.publishAsync(
      readingsTopic(id),
      payload ?? JSON.stringify({ at: new Date(w.now().getTime() + level).toISOString(), values: { level } }),
      { qos: 1 },
    )
  const first = await follow()
  await tell('019a0000-0000-8000-8000-000000000000', 9)
  await tell(one.id, 0, 'not JSON')
  await tell(one.id, 1)
  await expect.poll(() => values(one)).toEqual([1])
  await first.close()
  await tell(one.id, 2)
  await tell(one.id, 3)
  const second = await follow()
  await expect.poll(() => values(one)).toEqual([1, 2, 3])
  await second.close()
})
