import { expect } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import { openDb } from '../../src/platform/db.ts'

/** What the built product answers. */
export interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly id: string | undefined
  readonly wait: string | null
  readonly type: string
}

/** Asks and waits no longer than 30 seconds. */
export async function ask(url: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(30_000) })
  const body = (await answer.json()) as { code?: string; id?: string }
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, code: body.code, id: body.id, wait: answer.headers.get('retry-after'), type }
}

/** Signs the demonstration's resident in; gives the cookie. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'resident', password: demoPassword }),
  })
  expect(answer.status).toBe(201)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** Reports a matter in the county of the demonstration. */
export const report = (url: string, cookie: string, key: string, text = '二单元水管漏水'): Promise<Answer> =>
  ask(url, '/api/public/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify({ text, category: '21002', area: '990901' }),
  })

/** Waits until a look gives this status. */
export const becomes = (look: () => Promise<number>, status: number) =>
  expect.poll(() => look().catch(() => 0), { timeout: 300_000, interval: 200 }).toBe(status)

/** Matters without a beginning in their history, or with a state that is not where their history ends. */
export const halfWritten = `select count(*) as n from cases."case" c where c.state is distinct from
  (select t.to_state from flow.trace t where t.region = c.region and t.noun_id = c.id order by t.seq desc limit 1)`

/** The one number `n` of a query. */
export async function scalar(connection: Parameters<typeof openDb>[0], text: string): Promise<number> {
  const { db, close } = openDb(connection, 1)
  const [row] = await db.query<{ n: number }>({ text, values: [] })
  await close()
  return row?.n ?? -1
}
