import type { FastifyReply, FastifyRequest } from 'fastify'

/** What an answer that is no page of ours may do when a browser opens it: nothing. Pages set their own. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** A place and a voice are asked for by our own pages; nothing else is ever used. */
const permissions =
  'geolocation=(self), microphone=(self), camera=(self), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=()'

/** A year; only where the request came by TLS, as a browser heeds it there alone. */
const onlyByTls = 'max-age=31536000'

/** Answers of the interfaces; all else is a file of a face. */
const interfaces = /^\/(api|open311|metrics|healthz)(\/|\?|$)/

/** What pages of other cities may read. */
const forOthers = /^\/(open311|api\/public\/files)\//

/** Headers of every answer, problems included. */
export function guardHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'permissions-policy': permissions,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': forOthers.test(request.url) ? 'cross-origin' : 'same-origin',
  })
  if (request.protocol === 'https') reply.header('strict-transport-security', onlyByTls)
  if (interfaces.test(request.url)) reply.header('content-security-policy', nothing)
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
}
