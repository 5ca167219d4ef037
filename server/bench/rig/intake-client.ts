import { Agent, request } from 'node:http'

/** A load from a process of its own: keeps its connections busy for some seconds and tells how many reports were taken in. */

const [url = '', session = '', connections = '1', seconds = '1'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const begun = performance.now()
const until = begun + Number(seconds) * 1000
let done = 0
let failed = 0
let first = ''
let n = 0

function post(): Promise<void> {
  n++
  const body = JSON.stringify({
    channel: 'phone',
    text: `${n} 号楼楼道灯坏了，晚上黑，老人上下楼不敢走。`,
    category: '20003',
    place: { lon: 121.65 + (n % 97) / 20000, lat: 42.02 + (n % 89) / 20000, words: `${n} 号楼` },
  })
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/api/cases`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: session,
          'idempotency-key': `${process.pid}-${n}`,
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          if (answer.statusCode === 201) done++
          else {
            failed++
            first ||= Buffer.concat(parts).toString()
          }
          resolve()
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (performance.now() < until) await post()
  }),
)
agent.destroy()
process.send?.({ done, failed, first, took: (performance.now() - begun) / 1000 })
process.disconnect()
