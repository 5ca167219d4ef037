import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { demoPassword } from '#demo/accounts'

/** What the city acknowledged to somebody: each must be there in the end, and once. */
export interface Acknowledged {
  /** Case id by the number that its text carries. */
  readonly reports: Map<number, string>
  /** `<noun id>:<move>`. */
  readonly moves: Set<string>
  readonly photos: Set<string>
  /** Answers that nobody should get, whatever is killed. */
  readonly wrong: string[]
  /** How often a request was sent again because nobody answered it. */
  retries: number
  /** Answers that said: this was done before. */
  replays: number
}

/** People who report, dispatch, handle and judge until told to stop, and who do not give up before they were answered. */
export interface Load {
  readonly acknowledged: Acknowledged
  /** No new matters are begun; resolves when those begun are through. */
  finish(): Promise<void>
}

/** The words of the n-th report: by them it is found again. */
export const textOf = (n: number): string => `断电试验第 ${n} 号：二单元水管漏水，地上有积水。`

type Answer = Record<string, unknown> & { id: string }

const lasting = 400

/** Sends one request until it is answered: 429 and 5xx and broken connections are no answers. */
class Sender {
  readonly #url: string
  readonly #known: Acknowledged
  readonly #cookies = new Map<string, string>()

  constructor(url: string, known: Acknowledged) {
    this.#url = url
    this.#known = known
  }

  async #once(method: string, path: string, init: RequestInit): Promise<{ status: number; body: Answer; again: boolean } | null> {
    try {
      const answer = await fetch(`${this.#url}${path}`, { ...init, method, signal: AbortSignal.timeout(10_000) })
      const body = (await answer.json()) as Answer
      if (answer.status >= 500 && answer.status !== 503) this.#known.wrong.push(`${path} ${answer.status} ${JSON.stringify(body)}`)
      if (answer.status >= 500 || answer.status === 429) return null
      return { status: answer.status, body, again: answer.headers.get('idempotent-replay') !== null }
    } catch {
      return null
    }
  }

  async insist(method: string, path: string, init: RequestInit, patience = 240_000): Promise<Answer> {
    const until = performance.now() + patience
    for (;;) {
      const answer = await this.#once(method, path, init)
      if (answer) {
        if (answer.again) this.#known.replays++
        if (answer.status < 300) return answer.body
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      }
      if (performance.now() > until) throw new Error(`${method} ${path}: nobody answers`)
      this.#known.retries++
      await sleep(100)
    }
  }

  async as(account: string): Promise<string> {
    const known = this.#cookies.get(account)
    if (known !== undefined) return known
    for (;;) {
      try {
        const answer = await fetch(`${this.#url}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ account, password: demoPassword }),
        })
        const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
        if (answer.status === 201 && cookie !== '') {
          this.#cookies.set(account, cookie)
          return cookie
        }
      } catch {
        // nobody is there: ask again
      }
      await sleep(100)
    }
  }

  /** A write with a key of its own, repeated with the same key until it is answered. */
  async write(account: string | null, path: string, body: object, key: string): Promise<Answer> {
    const cookie = account === null ? {} : { cookie: await this.as(account) }
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...cookie }
    return this.insist('POST', path, { headers, body: JSON.stringify(body) })
  }

  async photo(account: string, bytes: Buffer, key: string): Promise<string> {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
    const headers = { 'idempotency-key': key, cookie: await this.as(account) }
    return (await this.insist('POST', '/api/files', { headers, body: form })).id
  }
}

async function picture(n: number): Promise<Buffer> {
  const noise = Buffer.alloc(64 * 48 * 3)
  for (let at = 0; at < noise.length; at++) noise[at] = (at * 31 + n * 17 + ((at * n) % 251)) % 256
  return sharp(noise, { raw: { width: 64, height: 48, channels: 3 } })
    .resize(320, 240)
    .jpeg()
    .toBuffer()
}

interface Order {
  readonly id: string
}

/** One matter from the report to the reporter's word; each step is remembered when it was acknowledged. */
async function live(sender: Sender, known: Acknowledged, n: number, run: string): Promise<void> {
  const key = (step: string): string => `${run}-${n}-${step}`
  const moved = async (account: string, noun: string, id: string, name: string, body: object): Promise<Answer> => {
    const answer = await sender.write(account, `/api/${noun}/${id}/${name}`, body, key(name))
    known.moves.add(`${id}:${name}`)
    return answer
  }
  const byPhone = n % 3 === 0
  const photos: string[] = []
  if (n % 2 === 0) {
    photos.push(await sender.photo('resident', await picture(n), key('photo')))
    for (const id of photos) known.photos.add(id)
  }
  const report = { text: textOf(n), category: '21002', area: '990901001001001', photos }
  const made = byPhone
    ? await sender.write(
        'hotline',
        '/api/cases',
        { ...report, photos: [], channel: 'phone', reporter: { phone: `139${String(n).padStart(8, '0')}` } },
        key('report'),
      )
    : await sender.write('resident', '/api/public/cases', report, key('report'))
  known.reports.set(n, made.id)
  const open = await moved('dispatcher', 'cases', made.id, 'dispatch', { lead: '990901-water' })
  const [order] = open['orders'] as Order[]
  if (!order) throw new Error(`no order of ${made.id}`)
  await moved('water', 'orders', order.id, 'acknowledge', {})
  await moved('water', 'orders', order.id, 'feedback', { kind: 'solved', words: '接头已更换，试压正常' })
  if (!byPhone) await moved('resident', 'my/cases', made.id, 'say', { solved: 'yes', satisfied: 5 })
}

/** Begins the load: `hands` people at once. */
export function startLoad(url: string, hands: number): Load {
  const known: Acknowledged = { reports: new Map(), moves: new Set(), photos: new Set(), wrong: [], retries: 0, replays: 0 }
  const sender = new Sender(url, known)
  const run = `run${process.pid}`
  let next = 1
  let finishing = false
  const hand = async (): Promise<void> => {
    while (!finishing) {
      const n = next++
      try {
        await live(sender, known, n, run)
      } catch (error) {
        known.wrong.push(`${n}: ${error instanceof Error ? error.message : String(error)}`.slice(0, lasting))
      }
    }
  }
  const all = Promise.all(Array.from({ length: hands }, hand))
  return {
    acknowledged: known,
    async finish() {
      finishing = true
      await all
    },
  }
}
