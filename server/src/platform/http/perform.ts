import { createHmac } from 'node:crypto'
import type { Context, Once } from '../context.ts'
import { earlier, isReplay } from '../once.ts'
import { refuse } from '../refusal.ts'
import { type Input, Made, type Route } from '../route.ts'
import { needsKey } from './openapi.ts'

type AnyInput = Input<undefined, undefined, undefined>

/** What goes back to the caller. `body` undefined: the handler has sent its own bytes. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly replayed: boolean
}

/**
 * The request's idempotency key, or null for a route that takes none.
 * @throws Refusal `idempotency.missing` (400), `idempotency.malformed` (400)
 */
export function onceOf(route: Route, ctx: Context, header: unknown, path: string, input: AnyInput, secret: Buffer): Once | null {
  if (route.method === 'get' || route.write === 'none') return null
  if (header === undefined || header === '') {
    if (!needsKey(route)) return null
    throw refuse('malformed', 'idempotency.missing', { zh: '请求缺少 Idempotency-Key。', en: 'The header Idempotency-Key is missing.' })
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(header)) {
    throw refuse('malformed', 'idempotency.malformed', {
      zh: 'Idempotency-Key 须为 1–128 个可见 ASCII 字符。',
      en: 'Idempotency-Key takes 1–128 visible ASCII characters.',
    })
  }
  const hash = createHmac('sha256', secret)
    .update(JSON.stringify([path, input.query ?? null, input.body ?? null]))
    .digest()
  return { caller: ctx.actor.id ?? ctx.actor.kind, route: route.operation, key: header, hash }
}

function statusOf(route: Route): number {
  return Number(Object.keys(route.answers).find((status) => status.startsWith('2')) ?? 200)
}

function unwrap(route: Route, result: unknown): { status: number; id: string | null; body: unknown } {
  return result instanceof Made ? { status: 201, id: result.id, body: result.body } : { status: statusOf(route), id: null, body: result }
}

async function replay(route: Route, ctx: Context, input: AnyInput, once: Once): Promise<Answer> {
  const before = await earlier(ctx.db, once)
  if (!before)
    throw refuse('conflict', 'idempotency.busy', {
      zh: '同一请求正在处理，请稍后再试。',
      en: 'The same request is being handled; please try again.',
    })
  const body = route.again && before.made ? await route.again(ctx, before.made, input) : { id: before.made, replayed: true }
  return { status: before.status, body, replayed: true }
}

/** Opens a transaction, takes the key first (equal requests wait here), then changes. */
async function inTransaction(route: Route, ctx: Context, input: AnyInput, once: Once): Promise<Answer> {
  return ctx.db.transaction(async (db) => {
    await db.query({
      name: 'once.take',
      text: 'insert into platform.once (caller, route, key, hash, status, made, at) values ($1, $2, $3, $4, $5, null, $6)',
      values: [once.caller, once.route, once.key, once.hash, statusOf(route), ctx.now],
    })
    const done = unwrap(route, await route.handle({ ...ctx, db }, input))
    await db.query({
      name: 'once.made',
      text: 'update platform.once set status = $4, made = $5 where caller = $1 and route = $2 and key = $3',
      values: [once.caller, once.route, once.key, done.status, done.id],
    })
    return { status: done.status, body: done.body, replayed: false }
  })
}

/** Runs one request exactly once per key. */
export async function perform(route: Route, ctx: Context, input: AnyInput): Promise<Answer> {
  if (!ctx.once) {
    const done = unwrap(route, await route.handle(ctx, input))
    return { status: done.status, body: done.body, replayed: false }
  }
  try {
    if (route.write === 'statement') {
      const done = unwrap(route, await route.handle(ctx, input))
      return { status: done.status, body: done.body, replayed: false }
    }
    return await inTransaction(route, ctx, input, ctx.once)
  } catch (error) {
    // The first of equal requests may have changed the very thing for which the others are refused.
    if (isReplay(error) || (await earlier(ctx.db, ctx.once))) return replay(route, ctx, input, ctx.once)
    throw error
  }
}
