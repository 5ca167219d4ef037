import type { FastifyReply } from 'fastify'
import type { Http } from '../route.ts'

/** A page that listens. */
export interface EventStream {
  /** False when more than 64 kB wait because the page does not read. */
  write(text: string): boolean
  end(): void
  onClose(done: () => void): void
}

/** Turns the answer into server-sent events; the handler gives `undefined` then. */
export function openEvents(http: Http): EventStream {
  const { reply } = http.raw as { reply: FastifyReply }
  reply.hijack()
  const out = reply.raw
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) out.setHeader(name, value)
  out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  return {
    write(text) {
      if (out.destroyed || out.writableEnded) return false
      out.write(text)
      return out.writableLength < 65_536
    },
    end: () => void out.end(),
    onClose: (done) => void out.on('close', done),
  }
}
