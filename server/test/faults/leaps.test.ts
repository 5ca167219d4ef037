import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { socketOf } from '../../src/platform/postgres.ts'
import { killableServer } from '../../bench/faults/server.ts'
import { ask, halfWritten, report, scalar, signIn } from './asking.ts'
import { faultCity } from './fault-city.ts'

/** The built product on a machine whose time leaps while the product is stopped, and comes back. */

const { path: city } = faultCity('leaps')

const day = 86_400_000

/** Lets the runtime take the machine's time to be this much later, ms. */
function leapt(by: number): Readonly<Record<string, string>> {
  const source = `const Real = Date; globalThis.Date = class Date extends Real {
    constructor(...given) { given.length === 0 ? super(Real.now() + ${by}) : super(...given) }
    static now() { return Real.now() + ${by} }
  }`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}` }
}

interface Mine {
  readonly dueAt: string
  readonly state: string
}

/** Serves the city for as long as the work takes. */
async function serve<T>(env: Readonly<Record<string, string>>, work: (url: string, cookie: string) => Promise<T>): Promise<T> {
  const server = await killableServer(city, env)
  try {
    await server.start()
    const done = await work(server.url, await signIn(server.url))
    expect((await server.stop()).code, server.said()).toBe(0)
    return done
  } finally {
    await server.kill(true)
  }
}

const mine = async (url: string, cookie: string, id: string): Promise<Mine> =>
  (await fetch(`${url}/api/my/cases/${id}`, { headers: { cookie } })).json() as Promise<Mine>

/** Reports, and waits until an open page of the reporter's was told of it: the queue works. */
async function reportAndHear(url: string, cookie: string, key: string): Promise<string> {
  const page = await fetch(`${url}/api/events`, { headers: { cookie } })
  let heard = ''
  void (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of page.body ?? []) heard += decoder.decode(chunk as Uint8Array)
  })().catch(() => undefined)
  const made = await report(url, cookie, key)
  expect(made.status).toBe(201)
  await expect.poll(() => heard, { timeout: 120_000 }).toContain(made.id)
  return made.id ?? ''
}

describe('the machine’s time leaps while the city is stopped', () => {
  it.each([
    ['a year forward', 'year', 365 * day],
    ['three days back', 'days', -3 * day],
  ])('%s and back: every promise stays as it was given, and everything goes on', async (_, key, by) => {
    const first = await serve({}, async (url, cookie) => {
      const id = await reportAndHear(url, cookie, `${key}-before`)
      return { id, ...(await mine(url, cookie, id)) }
    })
    const during = await serve(leapt(by), async (url, cookie) => {
      expect((await ask(url, '/healthz')).status).toBe(200)
      expect((await mine(url, cookie, first.id)).dueAt).toBe(first.dueAt)
      const { id } = await report(url, cookie, `${key}-during`)
      const { dueAt } = await mine(url, cookie, id ?? '')
      expect(Math.abs(Date.parse(dueAt) - Date.parse(first.dueAt) - by)).toBeLessThan(12 * day)
      return { id: id ?? '', dueAt }
    })
    await serve({}, async (url, cookie) => {
      expect((await mine(url, cookie, first.id)).dueAt).toBe(first.dueAt)
      expect((await mine(url, cookie, during.id)).dueAt).toBe(during.dueAt)
      await reportAndHear(url, cookie, `${key}-after`)
      const there = socketOf(join(city, 'postgres'))
      expect(await scalar(there, `select count(*) as n from cases."case" where id in ('${first.id}', '${during.id}')`)).toBe(2)
      expect(await scalar(there, halfWritten)).toBe(0)
    })
  })
})
