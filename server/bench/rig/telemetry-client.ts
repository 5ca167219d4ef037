import { connect } from 'node:net'
import { generate, parser, type Packet } from 'mqtt-packet'

/** Many devices from a process of their own: each keeps some messages of QoS 1 under way and counts those that were acknowledged. */

export interface Device {
  readonly id: string
  readonly key: string
}

interface Asked {
  readonly port: number
  readonly devices: readonly Device[]
  readonly window: number
  readonly seconds: number
}

const readings = (id: string): string => `linli/devices/${id}/readings`

let acknowledged = 0
let until = 0
let clock = Date.now()

/** Values that rise and fall, now and then above the limit of the rule. */
const valueOf = (n: number): number => (n % 500 < 3 ? 20 : n % 5)

function drive({ id, key }: Device, { port, window }: Asked): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.setNoDelay(true)
  let [n, under] = [0, 0]
  const publish = (): Buffer => {
    n++
    under++
    const payload = `{"at":${clock++},"values":{"level":${valueOf(n)}}}`
    return generate({ cmd: 'publish', qos: 1, dup: false, retain: false, messageId: (n % 65_535) + 1, topic: readings(id), payload })
  }
  return new Promise((done, failed) => {
    socket.on('error', failed)
    const read = parser()
    socket.on('data', (bytes) => {
      read.parse(bytes)
      const more: Buffer[] = []
      while (under < window && performance.now() < until) more.push(publish())
      if (more.length > 0) socket.write(Buffer.concat(more))
      else if (under === 0) socket.end()
    })
    read.on('packet', (packet: Packet) => {
      if (packet.cmd === 'connack' && packet.returnCode !== 0) failed(new Error(`not let in: ${packet.returnCode}`))
      if (packet.cmd !== 'puback') return
      under--
      acknowledged++
    })
    socket.on('close', () => done())
    socket.write(
      generate({
        cmd: 'connect',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clean: true,
        clientId: id,
        keepalive: 60,
        username: id,
        password: Buffer.from(key),
      }),
    )
  })
}

process.once('message', async (asked: Asked) => {
  const begun = performance.now()
  until = begun + asked.seconds * 1000
  clock = Date.now() - 600_000
  await Promise.all(asked.devices.map((device) => drive(device, asked)))
  process.send?.({ acknowledged, took: (performance.now() - begun) / 1000 })
  process.disconnect()
})
