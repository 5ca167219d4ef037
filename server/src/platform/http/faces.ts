import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { refuse } from '../refusal.ts'

/** What a page may load: only from here; scripts and styles only from files or with this page's nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}

function page(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll('__CSP_NONCE__', nonce))
}

/** Serves the mobile app at `/` and the desk at `/desk/`; every path of theirs that is no file answers with their page. */
export async function faces(app: FastifyInstance, folders: { readonly mobile: string; readonly desk: string } | undefined): Promise<void> {
  const read = (folder: string): string | null =>
    existsSync(join(folder, 'index.html')) ? readFileSync(join(folder, 'index.html'), 'utf8') : null
  const mobile = folders ? read(folders.mobile) : null
  const desk = folders ? read(folders.desk) : null
  const cached = { index: false, wildcard: false, maxAge: '365d', immutable: true, setHeaders: workerHeaders } as const
  if (folders && desk) await app.register(fastifyStatic, { root: folders.desk, prefix: '/desk/', ...cached })
  if (folders && mobile) await app.register(fastifyStatic, { root: folders.mobile, prefix: '/', decorateReply: !desk, ...cached })
  if (desk) {
    app.get('/desk', async (_request, reply) => reply.redirect('/desk/', 308))
    app.get('/desk/', async (_request, reply) => page(reply, desk))
  }
  if (mobile) app.get('/', async (_request, reply) => page(reply, mobile))
  app.setNotFoundHandler(async (request, reply) => {
    const html =
      request.method === 'GET' &&
      request.headers.accept?.includes('text/html') &&
      !/^\/(api|open311|metrics|healthz)(\/|$)/.test(request.url)
    if (html && desk && request.url.startsWith('/desk/')) return page(reply, desk)
    if (html && mobile) return page(reply, mobile)
    throw refuse('missing', 'route.missing', { zh: '没有这个地址。', en: 'There is nothing at this address.' })
  })
}

/** A file opened by itself may load what is here, and the service worker may fetch from here; the page that it keeps for offline shows photos that lie on the phone (blob:). */
const filePolicy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'"

function workerHeaders(reply: FastifyReply, path: string): void {
  void reply.header('content-security-policy', filePolicy)
  if (/(sw|service-worker)\.js$|manifest/.test(path)) void reply.header('cache-control', 'no-cache')
}
