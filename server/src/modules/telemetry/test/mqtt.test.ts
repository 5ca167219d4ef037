import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { type Broker, openBroker } from '../ingest/broker.ts'
import { problemsTopic, readingsTopic } from '../ingest/topics.ts'
import { alarms, device, type TestDevice } from './devices.ts'

const w = world()
let broker: Broker
const clients: MqttClient[] = []

beforeAll(async () => {
  broker = await openBroker(() => w.context('telemetry'), { port: 0, host: '127.0.0.1' })
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.endAsync(true)))
})
afterAll(() => broker.close())

async function connected(one: TestDevice): Promise<MqttClient> {
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username: one.id, password: one.key, reconnectPeriod: 0 })
  client.on('error', () => undefined)
  clients.push(client)
  return client
}

const count = async (one: TestDevice): Promise<number> =>
  (await w.db.query<{ n: number }>({ text: 'select count(*) as n from telemetry.reading where device = $1', values: [one.id] }))[0]?.n ?? -1

const closed = (client: MqttClient): Promise<void> => new Promise((done) => client.once('close', () => done()))

const message = (values: object, at = w.now()): string => JSON.stringify({ at: at.toISOString(), values })

describe('a device over MQTT', () => {
  it('is answered when its message is kept', async () => {
    const one = await device(w, 'water', 'answered')
    const client = await connected(one)
    await client.publishAsync(readingsTopic(one.id), message({ level: 2 }), { qos: 1 })
    expect(await count(one)).toBe(1)
  })

  it('sends many at once, of every quality, and copies that change nothing', async () => {
    const one = await device(w, 'water', 'many')
    const client = await connected(one)
    const at = (n: number): Date => new Date(w.now().getTime() - n * 1000)
    await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        client.publishAsync(readingsTopic(one.id), message({ level: 1 }, at(n % 100)), { qos: n % 3 === 0 ? 2 : 1 }),
      ),
    )
    expect(await count(one)).toBe(100)
  })

  it('raises an alarm', async () => {
    const one = await device(w, 'manhole', 'by-mqtt')
    const client = await connected(one)
    await client.publishAsync(readingsTopic(one.id), message({ tilt: 60 }), { qos: 1 })
    expect(await alarms(await w.as('community'), `&device=${one.id}`)).toMatchObject([{ kind: 'manhole-moved', value: 60 }])
  })

  it('is told of what cannot be read, and stays connected', async () => {
    const one = await device(w, 'water', 'babbling')
    const client = await connected(one)
    await client.subscribeAsync(problemsTopic(one.id))
    const told = new Promise<string>((done) => client.once('message', (_, payload) => done(payload.toString())))
    await client.publishAsync(readingsTopic(one.id), 'not JSON', { qos: 1 })
    expect(JSON.parse(await told)).toMatchObject([{ code: 'malformed' }])
    await client.publishAsync(readingsTopic(one.id), message({ level: 1 }), { qos: 1 })
    expect(await count(one)).toBe(1)
  })
})

describe('is refused', () => {
  it('whoever is not known, or shows another key', async () => {
    const one = await device(w, 'bin', 'refused')
    for (const wrong of [
      { ...one, key: 'wrong' },
      { id: 'nobody', key: one.key },
      { id: '', key: '' },
    ])
      await expect(connected(wrong)).rejects.toThrow(/[Nn]ot authorized/)
  })

  it('a message on behalf of another', async () => {
    const [one, other] = [await device(w, 'bin', 'one'), await device(w, 'bin', 'other')]
    const client = await connected(one)
    const end = closed(client)
    client.publish(readingsTopic(other.id), message({ fill: 99 }), { qos: 1 })
    await end
    expect(await count(other)).toBe(0)
  })

  it('listening to others', async () => {
    const one = await device(w, 'bin', 'listening')
    const client = await connected(one)
    for (const topic of ['#', 'linli/#', readingsTopic('+'), '$SYS/#'])
      await expect(client.subscribeAsync(topic).then(([granted]) => granted?.qos)).rejects.toThrow()
  })

  it('a huge message, without harm to the rest', async () => {
    const [one, other] = [await device(w, 'water', 'huge'), await device(w, 'water', 'small')]
    const [client, beside] = [await connected(one), await connected(other)]
    const end = closed(client)
    client.publish(readingsTopic(one.id), 'x'.repeat(2_000_000), { qos: 1 })
    await end
    await beside.publishAsync(readingsTopic(other.id), message({ level: 1 }), { qos: 1 })
    expect([await count(one), await count(other)]).toEqual([0, 1])
  })

  it('a device whose keys were revoked, with its next message', async () => {
    const one = await device(w, 'water', 'revoked')
    const client = await connected(one)
    expect((await (await w.as('system')).send('DELETE', `/api/devices/${one.id}/key`)).status).toBe(200)
    const end = closed(client)
    client.publish(readingsTopic(one.id), message({ level: 1 }), { qos: 1 })
    await end
    expect(await count(one)).toBe(0)
  })
})
