import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { City } from '../../context.ts'
import type { Db } from '../../db.ts'
import { route } from '../../route.ts'
import { buildHttp } from '../server.ts'

const seen = route({
  method: 'get',
  path: '/api/public/seen',
  operation: 'seen',
  tag: 'test',
  say: { zh: '看见谁', en: 'Who is seen' },
  access: 'public',
  scope: 'none',
  answers: { 200: z.object({ ip: z.string() }) },
  handle: async (_ctx, { http }) => ({ ip: http.ip }),
})

/** The address that a server with so many proxies in front sees behind this header. */
async function seenBehind(proxies: number, forwarded: string): Promise<string> {
  const http = await buildHttp({
    db: {} as Db,
    city: { config: { proxies } } as City,
    routes: [seen],
    clock: () => new Date(0),
    authenticate: async () => null,
    secret: Buffer.alloc(32),
    limitFactor: 1,
    wake: () => undefined,
    log: () => undefined,
  })
  const answer = await http.inject({ url: '/api/public/seen', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } })
  await http.close()
  return answer.json<{ ip: string }>().ip
}

describe('the address of a caller', () => {
  it('is the one that connects, whatever a header claims, while no proxy is declared', async () => {
    expect(await seenBehind(0, '203.0.113.9')).toBe('10.0.0.1')
  })

  it('is the one that the declared proxies saw, and no earlier claim', async () => {
    expect(await seenBehind(1, '203.0.113.9')).toBe('203.0.113.9')
    expect(await seenBehind(1, '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9')
    expect(await seenBehind(2, '6.6.6.6, 203.0.113.9, 10.0.0.2')).toBe('203.0.113.9')
  })
})
