import { fork } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A request that is made again and again. */
export interface Call {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** How long each of them took, and how many bytes the last one brought. */
export interface Timed {
  readonly ms: readonly number[]
  readonly bytes: number
}

/** Times rounds of calls, one after another, from another process, so that what it costs to ask weighs on none of them. */
export async function timedEach(rounds: readonly (readonly Call[])[], warm: number): Promise<Timed[]> {
  const client = fork(fileURLToPath(new URL('./timing-client.js', import.meta.url)))
  try {
    return await new Promise((resolve, reject) => {
      client.on('message', (message: { timed?: Timed[]; problem?: string }) =>
        message.timed ? resolve(message.timed) : reject(new Error(message.problem)),
      )
      client.on('error', reject)
      client.send({ rounds, warm })
    })
  } finally {
    client.disconnect()
  }
}

/** Times the same calls in turn. */
export function timed(calls: readonly Call[], samples: number, warm = 20): Promise<Timed[]> {
  return timedEach(
    Array.from({ length: samples + warm }, () => calls),
    warm,
  )
}

/** A bare server that answers every request with what `work` gives: raw HTTP around raw SQL. */
export async function bareServer(work: () => Promise<string | Buffer>): Promise<{ url: string; close(): void }> {
  const respond = async (answer: ServerResponse): Promise<void> => {
    try {
      const body = await work()
      answer.setHeader('content-type', 'application/json; charset=utf-8')
      answer.setHeader('content-length', Buffer.byteLength(body))
      answer.end(body)
    } catch (error) {
      answer.writeHead(500).end(String(error))
    }
  }
  const server = createServer((_request, answer) => void respond(answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
