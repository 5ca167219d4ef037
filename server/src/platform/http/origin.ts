import type { FastifyRequest } from 'fastify'
import { refuse } from '../refusal.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}

/** True when a browser says, or lets be seen, that a page of somebody else is asking. */
function fromElsewhere(request: FastifyRequest, ownHost: string | null): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return true
  const { origin, host } = request.headers
  if (origin === undefined || site === 'same-origin') return false
  const asking = hostOf(origin)
  return asking === null || (asking !== host && asking !== ownHost)
}

/**
 * A page elsewhere may not write here, neither in the name of the one who is signed in nor to sign somebody in. Programs, which send
 * no `Origin`, are let through: they have no cookie that they did not get themselves. Open311 heeds no session and is open to all pages.
 * @throws Refusal `request.cross-site` (403)
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string): void {
  if (safe.has(request.method) || request.url.startsWith('/open311/')) return
  if (!fromElsewhere(request, hostOf(publicUrl))) return
  throw refuse('forbidden', 'request.cross-site', {
    zh: '请求来自别的网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  })
}
