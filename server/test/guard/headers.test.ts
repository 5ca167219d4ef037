import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { City } from '#platform/context'
import type { Db } from '#platform/db'
import { buildHttp } from '#platform/http/server'
import { route } from '#platform/route'

/* The headers of every kind of answer: pages of both faces, their files, the interfaces, problems, broken addresses. */

const say = { zh: '试', en: 'Test' }
const base = { tag: 'test', say, access: 'public', scope: 'none' } as const
const fails = route({
  ...base,
  method: 'get',
  path: '/api/public/fails',
  operation: 'fails',
  answers: { 200: z.object({}) },
  handle: async () => Promise.reject(new Error('select secret from "accounts"')),
})
const fine = route({
  ...base,
  method: 'get',
  path: '/open311/v2/fine.json',
  operation: 'fine',
  answers: { 200: z.object({ ok: z.boolean() }) },
  handle: async () => ({ ok: true }),
})

const folder = mkdtempSync(join(tmpdir(), 'linli-faces-'))
const html = '<!doctype html><script type="module" nonce="__CSP_NONCE__" src="/assets/a.js"></script><style nonce="__CSP_NONCE__"></style>'
let http: FastifyInstance

beforeAll(async () => {
  for (const face of ['mobile', 'desk']) {
    mkdirSync(join(folder, face, 'assets'), { recursive: true })
    writeFileSync(join(folder, face, 'index.html'), html)
    writeFileSync(join(folder, face, 'assets', 'a.js'), 'export {}')
    writeFileSync(join(folder, face, 'sw.js'), 'self')
    writeFileSync(join(folder, face, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  }
  http = await buildHttp({
    db: {} as Db,
    city: { config: { proxies: 1, publicUrl: 'https://linli.example' } } as City,
    routes: [fails, fine],
    clock: () => new Date(0),
    authenticate: async () => null,
    secret: Buffer.alloc(32),
    limitFactor: 1,
    wake: () => undefined,
    log: () => undefined,
    faces: { mobile: join(folder, 'mobile'), desk: join(folder, 'desk') },
  })
})
afterAll(async () => {
  await http.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => http.inject({ url, headers: { accept: 'text/html', ...headers } })

const addresses = [
  '/',
  '/cases/1',
  '/desk/',
  '/desk/cases/1',
  '/desk',
  '/assets/a.js',
  '/desk/assets/a.js',
  '/sw.js',
  '/icon.svg',
  '/api/public/fails',
  '/api/nothing',
  '/open311/v2/fine.json',
  '/healthz',
  '/%E0%A4%A',
  `/${'a'.repeat(400)}`,
]

describe('an answer', () => {
  it.each(addresses)('of %s is taken for nothing else, is in no frame, and tells no other site', async (url) => {
    const { headers } = await get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('geolocation=(self)')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['server']).toBeUndefined()
  })

  it.each(addresses.filter((url) => url !== '/desk' && url !== '/%E0%A4%A'))(
    'of %s has a policy that lets no words on a page run',
    async (url) => {
      const policy = String((await get(url)).headers['content-security-policy'])
      expect(policy).toMatch(/default-src '(none|self)'/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/unsafe-|https?:|\*/)
    },
  )

  it('of a page has a nonce of its own each time, in its policy and on its scripts', async () => {
    const nonces = await Promise.all(
      ['/', '/desk/', '/'].map(async (url) => {
        const page = await get(url)
        const nonce = /'nonce-([^']+)'/.exec(String(page.headers['content-security-policy']))?.[1] ?? 'none'
        expect(page.payload).toContain(`nonce="${nonce}"`)
        expect(page.payload).not.toContain('__CSP_NONCE__')
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(3)
  })

  it('asks for TLS for a year where it came by TLS, and only there', async () => {
    expect((await get('/', { 'x-forwarded-proto': 'https' })).headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await get('/')).headers['strict-transport-security']).toBeUndefined()
  })

  it('shows nothing of the inside when the fault is ours, or when the address cannot be read', async () => {
    const ours = await get('/api/public/fails')
    expect([ours.statusCode, ours.json().code]).toEqual([500, 'server.mishap'])
    expect(ours.headers['content-type']).toContain('application/problem+json')
    expect(ours.payload).not.toMatch(/select|accounts|\.ts/)
    const unread = await get('/api/public/%E0%A4%A')
    expect([unread.statusCode, unread.json().code]).toEqual([400, 'request.malformed'])
    expect(unread.headers['content-type']).toContain('application/problem+json')
  })

  it('never sends anybody elsewhere: the one redirect is to our own desk', async () => {
    for (const url of [
      '/desk',
      '/desk?next=//evil.example',
      '//evil.example',
      '//evil.example/%2e%2e',
      '/\\evil.example',
      '/desk//evil.example',
    ]) {
      const { headers } = await get(url)
      expect(headers.location ?? '/desk/').toBe('/desk/')
    }
  })
})
