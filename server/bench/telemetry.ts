import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { addDevice, openBroker } from '#modules/telemetry'
import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { type BenchCity, openBenchCity } from './rig/city.ts'
import { median, print, say } from './rig/report.ts'
import type { Device } from './rig/telemetry-client.ts'

/*
 * telemetry: messages a second that 100 devices get acknowledged over MQTT with QoS 1, each in its own JSON with its own time, limits and
 * rates checked, alarms kept, workers on; the devices run in a process of their own on the same machine. Roofline: the same readings, 2,000 a
 * statement, into the same table over one connection. The two take turns.
 */

const [devicesAtOnce, window, seconds, rounds] = [100, 40, 4, 5]
const aStatement = 2_000

async function make(ctx: Context, area: string): Promise<Device[]> {
  const made: Device[] = []
  for (let n = 0; n < devicesAtOnce; n++) {
    const { device, key } = await addDevice(ctx, { name: `水位 ${n}`, kind: 'water', component: `bench-${n}`, area })
    made.push({ id: device.id, key })
  }
  return made
}

async function mqttRate(port: number, devices: readonly Device[]): Promise<number> {
  const client = fork(fileURLToPath(new URL('./rig/telemetry-client.js', import.meta.url)))
  const { acknowledged, took } = await new Promise<{ acknowledged: number; took: number }>((resolve, reject) => {
    client.on('message', (message) => resolve(message as { acknowledged: number; took: number }))
    client.once('exit', (code) => code !== 0 && reject(new Error(`the devices ended with ${code}`)))
    client.send({ port, devices, window, seconds })
  })
  return acknowledged / took
}

async function rawRate({ raw }: BenchCity): Promise<number> {
  const device = newId('990901', new Date())
  const begun = performance.now()
  let rows = 0
  while (performance.now() - begun < seconds * 1000) {
    await raw.query({
      name: 'raw.readings',
      text: `insert into telemetry.reading (region, device, measure, at, slot, value)
        select '990901', $1::uuid, 'level', to_timestamp(at), 0, 1 from unnest($2::float8[]) as at on conflict do nothing`,
      values: [device, Array.from({ length: aStatement }, (_, n) => 1.7e9 + rows + n)],
    })
    rows += aStatement
  }
  return rows / ((performance.now() - begun) / 1000)
}

const city = await openBenchCity()
const context = (): Context => city.app.context('telemetry')
const broker = await openBroker(context, { port: 0, host: '127.0.0.1' })
const devices = await make(context(), '990901001001001')
const [rates, rawRates]: [number[], number[]] = [[], []]
for (let round = 0; round <= rounds; round++) {
  const [rate, rawOne] = [await mqttRate(broker.port, devices), await rawRate(city)]
  say(`  round ${round}: ${rate.toFixed(0)} messages/s, raw ${rawOne.toFixed(0)} rows/s`)
  if (round === 0) continue // the first warms up
  rates.push(rate)
  rawRates.push(rawOne)
}
const { rows } = await city.raw.query<{ kept: string; alarms: string }>(
  'select (select count(*) from telemetry.reading) as kept, (select count(*) from telemetry.alarm) as alarms',
)
say(`  ${rows[0]?.kept} readings and ${rows[0]?.alarms} alarms are kept`)
print({ name: 'telemetry', value: median(rates), unit: 'messages/s', roofline: median(rawRates), ratio: median(rates) / median(rawRates) })
await broker.close()
await city.close()
