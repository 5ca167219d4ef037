import { expect } from 'vitest'
import type { Person, Reply, World } from '../../../../test/world.ts'

/** A matter as tests of merging look at it. */
export interface Seen {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly verdict: string | null
  readonly reopened: number
  readonly text: string
  readonly link: string
  readonly together: boolean
  readonly dueAt: string | null
  readonly promise: { readonly zh: string }
  readonly steps: readonly { readonly move: string; readonly words: string | null }[]
  readonly answers: readonly { readonly text: string | null }[]
  readonly offered: readonly { readonly move: string }[]
  readonly joined: readonly { readonly number: string; readonly verdict: string | null }[]
  readonly continuedIn: { readonly number: string } | null
  readonly timeline: readonly { readonly move: string }[]
  readonly clocks: readonly { readonly name: string; readonly dueAt: string; readonly stoppedAt: string | null }[]
  readonly orders: readonly { readonly id: string; readonly state: string }[]
}

export interface Told {
  readonly id: string
  readonly number: string
  /** The path under which this reporter follows the matter. */
  readonly follow: string
}

export const codeOf = (reply: Reply): string => (reply.body as { code: string }).code

/** Somebody without an account says something. */
export async function tell(w: World, text: string, more: object = {}): Promise<Told> {
  const made = await w.visitor.post('/api/public/cases', {
    text,
    category: '21002',
    area: '990901001001',
    reporter: { phone: '10000005678' },
    ...more,
  })
  expect(made.status).toBe(201)
  const { id, number, link } = made.body as { id: string; number: string; link: string }
  return { id, number, follow: `/api/public/follow/${link.slice(3)}` }
}

export async function seen(person: Person, path: string): Promise<Seen> {
  const reply = await person.get(path)
  expect(reply.status).toBe(200)
  return reply.body as Seen
}

export async function ok(reply: Promise<Reply>): Promise<Seen> {
  const { status, body } = await reply
  expect(body).toMatchObject({ number: expect.any(String) as string })
  expect(status).toBe(200)
  return body as Seen
}

/** Dispatches a matter to the water company and lets it answer. */
export async function answer(dispatcher: Person, water: Person, id: string, words: string): Promise<void> {
  const { state } = await seen(dispatcher, `/api/cases/${id}`)
  if (state !== 'open') await ok(dispatcher.post(`/api/cases/${id}/dispatch`, { lead: '990901-water' }))
  const { orders } = await seen(water, `/api/cases/${id}`)
  const order = orders[0]?.id
  if (orders[0]?.state === 'dispatched') await ok(water.post(`/api/orders/${order}/acknowledge`, {}))
  await ok(water.post(`/api/orders/${order}/feedback`, { kind: 'solved', words }))
}
