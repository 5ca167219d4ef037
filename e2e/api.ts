import { randomUUID } from 'node:crypto'
import { expect, inject } from 'vitest'

const password = 'linli-demo-2026'

/** Somebody who acts by the API, to bring a matter to where a journey begins. */
export interface Hand {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body?: unknown) => Promise<T>
  readonly put: <T>(path: string, body: unknown) => Promise<T>
  readonly patch: <T>(path: string, body: unknown) => Promise<T>
}

export interface OrderShort {
  readonly id: string
  readonly lead: boolean
  readonly state: string
  readonly unit: { readonly id: string; readonly name: string }
}

export interface CaseShort {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly orders: readonly OrderShort[]
  readonly photos: readonly unknown[]
  readonly timeline: readonly { readonly move: string }[]
  readonly marks: { readonly supervised: string | null; readonly reminded: number }
}

export interface ReceiptShort {
  readonly number: string
  readonly link: string
  readonly code: string
}

export interface Point {
  readonly lon: number
  readonly lat: number
}

async function ask<T>(cookie: string, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(new URL(path, inject('product')), {
    method,
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const said = await answer.text()
  expect(answer.status, `${method} ${path} ${said.slice(0, 400)}`).toBeLessThan(300)
  return (said === '' ? null : JSON.parse(said)) as T
}

const handOf = (cookie: string): Hand => ({
  get: (path) => ask(cookie, 'GET', path),
  post: (path, body = {}) => ask(cookie, 'POST', path, body),
  put: (path, body) => ask(cookie, 'PUT', path, body),
  patch: (path, body) => ask(cookie, 'PATCH', path, body),
})

/** A visitor's hand. */
export const visitor = (): Hand => handOf('')

const hands = new Map<string, Promise<Hand>>()

/** A demonstration account's hand; it signs in once. */
export function as(account: string): Promise<Hand> {
  const hand = hands.get(account) ?? signedIn(account)
  hands.set(account, hand)
  return hand
}

async function signedIn(account: string): Promise<Hand> {
  const answer = await fetch(new URL('/api/session', inject('product')), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  })
  expect([account, answer.status]).toEqual([account, 201])
  return handOf((answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '')
}

interface Shapes {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly (readonly (readonly number[])[])[] } }[]
}

/** The middle of the demonstration grid worker's grid, WGS-84. */
export async function inTheGrid(): Promise<Point> {
  const worker = await as('gridworker')
  const me = await worker.get<{ posts: { area: { code: string } }[] }>('/api/me')
  const shapes = await worker.get<Shapes>(`/api/areas/grids.geojson?area=${me.posts[0]?.area.code}`)
  const ring = shapes.features[0]?.geometry.coordinates[0]?.slice(1) ?? []
  const middle = (axis: 0 | 1): number => ring.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / ring.length
  return { lon: middle(0), lat: middle(1) }
}

export async function theCase(hand: Hand, id: string): Promise<CaseShort> {
  return hand.get(`/api/cases/${id}`)
}

/** The case with this number, as a dispatcher of its county finds it. */
export async function byNumber(hand: Hand, number: string): Promise<CaseShort> {
  const found = await hand.get<{ items: { id: string }[] }>(`/api/cases?q=${number}`)
  return theCase(hand, found.items[0]?.id ?? number)
}

/** A matter of the housing bureau, reported in the demonstration grid: a stairwell light. */
export async function reported(text: string, more: Record<string, unknown> = { anonymous: true }): Promise<ReceiptShort> {
  const place = { ...(await inTheGrid()), source: 'wgs84' }
  return visitor().post('/api/public/cases', { text, category: '20004', place, ...more })
}

/** The same, dispatched to the housing bureau as lead. */
export async function dispatched(text: string, more?: Record<string, unknown>): Promise<CaseShort & { readonly receipt: ReceiptShort }> {
  const receipt = await reported(text, more)
  const dispatcher = await as('dispatcher')
  const { id } = await byNumber(dispatcher, receipt.number)
  await dispatcher.post(`/api/cases/${id}/dispatch`, { lead: '990901-housing', because: 'other' })
  return { ...(await theCase(dispatcher, id)), receipt }
}

/** Moves the lead order of a case, as this account. */
export async function moveLead(account: string, id: string, move: string, body?: unknown): Promise<CaseShort> {
  const hand = await as(account)
  const order = (await theCase(hand, id)).orders.find((one) => one.lead && one.state !== 'withdrawn')
  await hand.post(`/api/orders/${order?.id}/${move}`, body)
  return theCase(hand, id)
}
