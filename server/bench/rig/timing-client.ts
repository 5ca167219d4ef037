import { Agent, request } from 'node:http'
import { type Call, type Timed } from './timing.ts'

/** Asks the given addresses in turn, one request at a time, from a process of its own, and tells how long each took. */

interface Order {
  readonly calls: readonly Call[]
  readonly samples: number
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

async function measure({ calls, samples, warm }: Order): Promise<Timed[]> {
  const times = calls.map((): number[] => [])
  const bytes = calls.map(() => 0)
  for (let n = -warm; n < samples; n++) {
    for (const [at, call] of calls.entries()) {
      const one = await ask(call)
      if (n >= 0) times[at]?.push(one.ms)
      bytes[at] = one.bytes
    }
  }
  return times.map((ms, at) => ({ ms, bytes: bytes[at] ?? 0 }))
}

process.on('message', (order: Order) => {
  measure(order)
    .then((timed) => process.send?.({ timed }))
    .catch((error: unknown) => process.send?.({ problem: String(error) }))
})
