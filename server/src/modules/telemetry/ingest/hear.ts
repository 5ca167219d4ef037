import type { Context } from '#platform/context'
import type { Log } from '#platform/jobs'
import { refuse } from '#platform/refusal'
import { openBroker } from './broker.ts'
import { followBroker } from './outside.ts'

/** Where MQTT comes from; the rest of the configuration does not matter here. */
export interface Hearing {
  readonly host: string
  /** Null: the usual port on this machine alone, if it is free; 0: none. */
  readonly mqttPort: number | null
  /** A broker of the city's own. */
  readonly mqttUrl: string | null
}

/** MQTT's usual port. */
const usualPort = 1883

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

type Closer = { close(): Promise<void> }

async function ownBroker(ctx: () => Context, { host, mqttPort }: Hearing, log: Log): Promise<Closer | null> {
  const where = mqttPort === null ? { port: usualPort, host: '127.0.0.1' } : { port: mqttPort, host }
  try {
    const broker = await openBroker(ctx, where)
    log('info', { mqtt: `mqtt://${where.host}:${broker.port}` }, 'devices may connect')
    return broker
  } catch (error) {
    if (mqttPort !== null)
      throw refuse('unavailable', 'telemetry.port', {
        zh: `不能在 ${where.host} 的 ${where.port} 端口上接收设备消息（${codeOf(error)}）。请换一个 LINLI_MQTT_PORT；设为 0 则不接收。`,
        en: `Cannot hear devices on port ${where.port} of ${where.host} (${codeOf(error)}). Choose another LINLI_MQTT_PORT; 0 hears none.`,
      })
    log('info', { port: usualPort, code: codeOf(error) }, 'the usual MQTT port is taken; set LINLI_MQTT_PORT to hear devices')
    return null
  }
}

/** Begins to hear devices over MQTT, as configured. @throws Refusal `telemetry.port` (503) when a port that was asked for cannot be had */
export async function hear(ctx: () => Context, hearing: Hearing, log: Log): Promise<Closer> {
  const own = hearing.mqttPort === 0 ? null : await ownBroker(ctx, hearing, log)
  const outside = hearing.mqttUrl === null ? null : await followBroker(ctx, new URL(hearing.mqttUrl), log)
  return {
    async close() {
      await Promise.all([own?.close(), outside?.close()])
    },
  }
}
