import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Aedes, Client, PublishPacket } from 'aedes'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { messageProblems } from '../domain/device.ts'
import { FrameLimit } from '../domain/frames.ts'
import { largestMessage, readMessage } from '../domain/message.ts'
import { intakeOf } from './intake.ts'
import { hashOf } from './known.ts'
import { messageOf } from './message.ts'
import { deviceOfTopic, problemsTopic } from './topics.ts'

/** A broker that listens. */
export interface Broker {
  readonly port: number
  close(): Promise<void>
}

/** Connections at once. */
const mostConnections = 20_000

/** Bytes of a frame: the message and its header. A larger one ends the connection before it is read. */
const largestFrame = largestMessage + 1024

/** Lets no frame in that is longer: the broker's own parser would gather any length, even of whoever has no key. */
function bound(socket: Socket): void {
  const limit = new FrameLimit(largestFrame)
  const read = socket.read.bind(socket)
  socket.read = (size?: number): unknown => {
    const bytes = read(size) as Buffer | null
    if (bytes === null || limit.feed(bytes)) return bytes
    socket.destroy()
    return null
  }
}

/** Who is at the other end of a connection. */
interface Proven {
  readonly device: string
  readonly hash: string
}

type Proofs = WeakMap<Client, Proven>

/** Takes a message that a device published; gives whether it may be acknowledged. */
async function publish(broker: Aedes, ctx: Context, proven: Proven, packet: PublishPacket): Promise<boolean> {
  const intake = intakeOf(ctx)
  if (!(await intake.opens(ctx, proven.device, proven.hash))) return false
  const bytes = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload
  try {
    const { problems } = await intake.take(ctx, messageOf(proven.device, readMessage(bytes), ctx.now.getTime()))
    if (problems.length > 0) {
      const told = problems.map((code) => ({ code, say: messageProblems[code] }))
      broker.publish(
        { cmd: 'publish', qos: 0, retain: false, dup: false, topic: problemsTopic(proven.device), payload: JSON.stringify(told) },
        () => undefined,
      )
    }
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Who may connect, publish and subscribe: a device to its own topics, with its key. What is not acknowledged is sent again after the connection ended. */
function guard(broker: Aedes, ctx: () => Context, proofs: Proofs): void {
  const letIn = async (client: Client, proven: Proven): Promise<boolean> => {
    const isOpen = await intakeOf(ctx())
      .opens(ctx(), proven.device, proven.hash)
      .catch(() => false)
    if (isOpen) proofs.set(client, proven)
    return isOpen
  }
  const take = async (client: Client, proven: Proven, packet: PublishPacket, done: (error: null) => void): Promise<void> => {
    const isKept = await publish(broker, ctx(), proven, packet).catch(() => false)
    if (isKept) done(null)
    else client.close()
  }
  broker.authenticate = async (client, username, password, done) => {
    done(null, await letIn(client, { device: username ?? '', hash: hashOf(password?.toString() ?? '') }))
  }
  broker.authorizePublish = (client, packet, done) => {
    const proven = client ? proofs.get(client) : undefined
    if (!client || !proven || deviceOfTopic(packet.topic) !== proven.device) return done(new Error('not its own topic'))
    packet.retain = false // nothing is kept but in the database
    void take(client, proven, packet, done)
  }
  broker.authorizeSubscribe = (client, subscription, done) => {
    const proven = client ? proofs.get(client) : undefined
    done(null, proven && subscription.topic === problemsTopic(proven.device) ? subscription : null)
  }
}

/** The library is read when the first device connects: a city without devices starts without it. */
async function brokerFor(ctx: () => Context): Promise<Aedes> {
  const { Aedes } = await import('aedes')
  const broker = await Aedes.createBroker({ connectTimeout: 10_000, keepaliveLimit: 3600, drainTimeout: 30_000, maxClientsIdLength: 64 })
  guard(broker, ctx, new WeakMap())
  return broker
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen({ port, host }, () => {
      server.off('error', failed)
      done()
    })
  })
}

/**
 * Opens the embedded MQTT broker: devices connect with their id as user name and their key as password, and publish to
 * `linli/devices/<id>/readings`. QoS 1 is acknowledged when the message lies in the database. Port 0 takes any. Errors of the port are thrown.
 */
export async function openBroker(ctx: () => Context, where: { readonly port: number; readonly host: string }): Promise<Broker> {
  let opening: Promise<Aedes> | null = null
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined) // whoever hangs up comes again
    bound(socket)
    opening ??= brokerFor(ctx)
    opening.then((broker) => void broker.handle(socket)).catch(() => socket.destroy())
  })
  server.maxConnections = mostConnections
  await listening(server, where.port, where.host)
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    for (const socket of sockets) socket.destroy()
    await closed
    const broker = await opening?.catch(() => null)
    await new Promise<void>((done) => (broker ? broker.close(() => done()) : done()))
  }
  return { port: (server.address() as AddressInfo).port, close }
}
