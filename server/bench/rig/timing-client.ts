import { Agent, request } from 'node:http'
import { type Call, type Timed } from './timing.ts'

/** Asks the given addresses in turn, one request at a time, from a process of its own, and tells how long each took. */

interface Order {
  /** Each round asks the same kinds of calls in the same order. */
  readonly rounds: readonly (readonly Call[])[]
  /** So many rounds at first are not counted. */
  readonly warm: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function ask({ url, method = 'GET', headers, body }: Call): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const whole = Buffer.concat(parts)
        if ((answer.statusCode ?? 500) < 300) resolve({ ms: performance.now() - begun, bytes: whole.length })
        else reject(new Error(`${url}: ${answer.statusCode} ${whole.toString()}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

async function measure({ rounds, warm }: Order): Promise<Timed[]> {
  const found = (rounds[0] ?? []).map(() => ({ ms: [] as number[], bytes: 0 }))
  for (const [n, calls] of rounds.entries()) {
    for (const [at, call] of calls.entries()) {
      const one = await ask(call)
      const kind = found[at]
      if (!kind) continue
      if (n >= warm) kind.ms.push(one.ms)
      kind.bytes = one.bytes
    }
  }
  return found
}

process.on('message', (order: Order) => {
  measure(order)
    .then((timed) => process.send?.({ timed }))
    .catch((error: unknown) => process.send?.({ problem: String(error) }))
})
