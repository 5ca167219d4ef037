import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type * as Mqtt from 'mqtt-packet'
import type { Packet, Parser } from 'mqtt-packet'
import type { Context } from '#platform/context'
import type { Log } from '#platform/jobs'
import { Refusal } from '#platform/refusal'
import { readMessage } from '../domain/message.ts'
import { intakeOf } from './intake.ts'
import { messageOf } from './message.ts'
import { deviceOfTopic, readingsTopic } from './topics.ts'

type Wire = typeof Mqtt

/** Seconds between signs of life. */
const keepalive = 30
/** Messages that are taken in at once; then the broker has to wait. */
const mostAtOnce = 5_000
/** Longest pause between two attempts, ms. */
const longestPause = 30_000

/**
 * One connection to a broker of the city's own: it subscribes to the readings of all devices with QoS 1 and acknowledges each when it is
 * kept. The broker says who may publish to which topic; here the topic says whose reading it is.
 */
class Following {
  readonly #wire: Wire
  readonly #ctx: () => Context
  readonly #url: URL
  readonly #socket: Socket
  readonly #parser: Parser
  readonly ended: Promise<void>
  #running = 0
  /** Whether the broker took the connection. */
  isTaken = false

  constructor(wire: Wire, ctx: () => Context, url: URL) {
    this.#wire = wire
    this.#ctx = ctx
    this.#url = url
    const port = Number(url.port) || (url.protocol === 'mqtts:' ? 8883 : 1883)
    this.#socket =
      url.protocol === 'mqtts:' ? connectTls({ host: url.hostname, port, servername: url.hostname }) : connect({ host: url.hostname, port })
    this.#parser = wire.parser({ protocolVersion: 4 })
    const life = setInterval(() => this.#send({ cmd: 'pingreq' }), (keepalive * 1000) / 2)
    this.ended = new Promise((done) =>
      this.#socket.once('close', () => {
        clearInterval(life)
        done()
      }),
    )
    this.#listen()
  }

  #listen(): void {
    const isSecure = this.#url.protocol === 'mqtts:'
    this.#socket.once(isSecure ? 'secureConnect' : 'connect', () => this.#introduce())
    this.#socket.on('data', (bytes) => void this.#parser.parse(bytes))
    this.#socket.on('error', () => this.end())
    this.#socket.setTimeout(keepalive * 2000, () => this.end())
    this.#parser.on('packet', (packet) => this.#hear(packet))
    this.#parser.on('error', () => this.end())
  }

  #send(packet: Packet): void {
    if (this.#socket.writable) this.#wire.writeToStream(packet, this.#socket)
  }

  #introduce(): void {
    const { username, password, pathname } = this.#url
    this.#send({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: false,
      clientId: pathname.slice(1) || 'linli',
      keepalive,
      ...(username !== '' && { username: decodeURIComponent(username) }),
      ...(password !== '' && { password: Buffer.from(decodeURIComponent(password)) }),
    })
  }

  #hear(packet: Packet): void {
    if (packet.cmd === 'connack') {
      if (packet.returnCode !== 0) return this.end()
      this.isTaken = true
      this.#send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: readingsTopic('+'), qos: 1 }] })
    } else if (packet.cmd === 'publish') {
      this.#running++
      if (this.#running >= mostAtOnce) this.#socket.pause()
      void this.#take(packet.topic, packet.payload, packet.qos === 1 ? (packet.messageId ?? null) : null).finally(() => {
        if (--this.#running < mostAtOnce / 2) this.#socket.resume()
      })
    }
  }

  async #take(topic: string, payload: string | Buffer, messageId: number | null): Promise<void> {
    const ctx = this.#ctx()
    const device = deviceOfTopic(topic)
    try {
      const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload
      if (device !== null) await intakeOf(ctx).take(ctx, messageOf(device, readMessage(bytes), ctx.now.getTime()))
    } catch (error) {
      // A device that nobody knows stays unknown when it is heard again; what could not be kept comes again with the next connection.
      if (!(error instanceof Refusal && error.code === 'telemetry.unknown-device')) return this.end()
    }
    if (messageId !== null) this.#send({ cmd: 'puback', messageId })
  }

  end(): void {
    this.#socket.destroy()
  }
}

/** Listens to a broker of the city's own (`mqtt://` or `mqtts://`, user and password in the address, the session's name as its path) until closed. */
export async function followBroker(ctx: () => Context, url: URL, log: Log): Promise<{ close(): Promise<void> }> {
  const wire = await import('mqtt-packet')
  let [isClosed, pause] = [false, 500]
  let current: Following | null = null
  let wake = (): void => undefined
  const follow = async (): Promise<void> => {
    while (!isClosed) {
      current = new Following(wire, ctx, url)
      await current.ended
      if (isClosed) return
      pause = current.isTaken ? 500 : Math.min(longestPause, pause * 2)
      log('error', { broker: url.host, again: pause }, 'the MQTT broker is not reached')
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pause)
        wake = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
  }
  const following = follow()
  return {
    async close() {
      isClosed = true
      current?.end()
      wake()
      await following
    },
  }
}
