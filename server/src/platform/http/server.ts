import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Actor, type City, type Context, holds, systemActor, visitor } from '../context.ts'
import type { Db } from '../db.ts'
import { Refusal, refuse } from '../refusal.ts'
import type { Http, Input, Route } from '../route.ts'
import { addressKey } from '../address.ts'
import { faces } from './faces.ts'
import { guardHeaders } from './headers.ts'
import { LimitStore } from './limit-store.ts'
import { openApi } from './openapi.ts'
import { checkOrigin } from './origin.ts'
import { onceOf, perform } from './perform.ts'
import { checked, checkTexts, mishap, problemOf } from './problem.ts'
import { unavailable } from './unavailable.ts'

/** What a request shows of who it comes from. */
export interface Credentials {
  readonly session: string | null
  readonly apiKey: string | null
}

export interface HttpSetup {
  readonly db: Db
  readonly city: City
  readonly routes: readonly Route[]
  readonly clock: () => Date
  /** Who it is; null when the credentials are wrong, ended or absent. */
  readonly authenticate: (db: Db, credentials: Credentials, now: Date) => Promise<Actor | null>
  readonly secret: Buffer
  /** Multiplies the rate limits of routes: 1 in a real city. */
  readonly limitFactor: number
  /** Called after every answered write, so that what was told is relayed at once. */
  readonly wake: () => void
  readonly measure?: (route: Route, status: number, seconds: number) => void
  readonly log: (level: 'info' | 'error', facts: Record<string, unknown>, text: string) => void
  /** Built faces: folder of the mobile app and of the desk; none in tests. */
  readonly faces?: { readonly mobile: string; readonly desk: string }
}

function langOf(request: FastifyRequest): 'zh' | 'en' {
  const wanted = request.headers['accept-language']
  return typeof wanted === 'string' && /^\s*en/i.test(wanted) ? 'en' : 'zh'
}

/** Open311 knows no sessions: there a key is looked for in the header, the query and the form. */
function credentialsOf(request: FastifyRequest): Credentials {
  const header = request.headers['x-api-key']
  const session = request.cookies['linli_session'] ?? null
  if (!request.url.startsWith('/open311/')) return { session, apiKey: typeof header === 'string' ? header : null }
  const parts = [request.query, request.body].map((part) => (part as Record<string, unknown> | null | undefined)?.['api_key'])
  return { session: null, apiKey: [header, ...parts].find((key) => typeof key === 'string') ?? null }
}

/** The program that shows the route's own token, compared in constant time. */
function byBearer(route: Route, request: FastifyRequest, city: City): Actor | null {
  const shown = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!route.bearer || shown === undefined) return null
  const [one, other] = [shown, route.bearer(city)].map((token) => createHash('sha256').update(token).digest())
  return one && other && timingSafeEqual(one, other) ? systemActor(route.operation) : null
}

function httpOf(request: FastifyRequest, reply: FastifyReply): Http {
  return {
    ip: request.ip,
    headers: request.headers,
    raw: { request, reply },
    status: (code) => void reply.status(code),
    header: (name, value) => void reply.header(name, value),
    setCookie: (name, value, maxAge) =>
      void reply.setCookie(name, value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure: request.protocol === 'https' }),
    cookie: (name) => request.cookies[name],
    send: (type, body) => void reply.type(type).send(body),
  }
}

function permit(route: Route, actor: Actor | null): Actor {
  if (!actor || actor.kind === 'visitor') {
    throw refuse('unauthenticated', 'session.missing', { zh: '请先登录。', en: 'Please sign in first.' })
  }
  if (route.access !== 'signedIn' && route.access !== 'public' && !holds(actor, route.access)) {
    throw refuse('forbidden', 'post.missing', {
      zh: '您的岗位没有这项权限。如有需要，请联系本单位管理员。',
      en: 'None of your posts may do this. Ask your administrator if you need it.',
    })
  }
  return actor
}

/** Who a request comes from, found before its body is read: whoever may not ask learns nothing about what is asked. */
const callers = new WeakMap<FastifyRequest, Actor>()

/** Public routes are asked who it is only once the body is read: Open311 carries its key there. */
async function identify(setup: HttpSetup, request: FastifyRequest): Promise<void> {
  const { route } = request.routeOptions.config as { route?: Route }
  if (!route) return
  if (route.access !== 'public') {
    const actor =
      byBearer(route, request, setup.city) ?? permit(route, await setup.authenticate(setup.db, credentialsOf(request), setup.clock()))
    callers.set(request, actor)
  }
  checkOrigin(request, setup.city.config.publicUrl)
}

const AnyObject = z.record(z.string(), z.unknown())

function serve(setup: HttpSetup, route: Route) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const now = setup.clock()
    const actor = callers.get(request) ?? (await setup.authenticate(setup.db, credentialsOf(request), now)) ?? visitor
    checkTexts([request.params, request.query, request.body])
    const input = {
      params: route.params ? checked(route.params, 'path', request.params) : undefined,
      query: route.query ? checked(route.query, 'query', request.query) : undefined,
      body: route.body ? checked(route.lateBody ? AnyObject : route.body, 'body', request.body ?? {}) : undefined,
      http: httpOf(request, reply),
    } as Input<undefined, undefined, undefined>
    const bare: Context = { db: setup.db, actor, now, city: setup.city, once: null, lang: langOf(request), requestId: request.id }
    const once = onceOf(route, bare, request.headers['idempotency-key'], request.url, input, setup.secret)
    const answer = await perform(route, { ...bare, once }, input)
    if (route.method !== 'get') setup.wake()
    if (reply.sent || answer.body === undefined) return reply
    reply.status(answer.status)
    if (answer.replayed) reply.header('idempotent-replay', 'true')
    const schema = route.answers[answer.status]
    return schema && !(answer.replayed && !route.again) ? schema.parse(answer.body) : answer.body
  }
}

function malformed(): Refusal {
  return refuse('malformed', 'request.malformed', {
    zh: '请求的格式不对，没有保存。',
    en: 'The request is malformed; nothing was saved.',
  })
}

function unknownMedia(): Refusal {
  return refuse('malformed', 'request.media-type', { zh: '不支持这种内容格式。', en: 'This media type is not supported.' })
}

function plainErrors(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const { statusCode } = error as { statusCode?: number }
  if (statusCode === 413)
    return refuse('tooLarge', 'request.too-large', { zh: '内容太大，没有保存。', en: 'The request is too large; nothing was saved.' })
  if (statusCode === 429)
    return refuse(
      'limited',
      'request.limited',
      { zh: '请求太频繁，请一分钟后再试。', en: 'Too many requests; please try again in a minute.' },
      { retryAfter: 60 },
    )
  if (statusCode === 415) return unknownMedia()
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return malformed()
  }
  return unavailable(error)
}

function answerErrors(app: FastifyInstance, setup: HttpSetup): void {
  app.setErrorHandler((error, request, reply) => {
    const lang = langOf(request)
    const refusal = plainErrors(error)
    if (!refusal) {
      setup.log(
        'error',
        {
          requestId: request.id,
          route: request.routeOptions.url,
          problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
        },
        'a request failed',
      )
      return reply.status(500).type('application/problem+json').send(mishap(lang, request.id))
    }
    const problem = problemOf(refusal, lang, request.id)
    if (refusal.retryAfter !== null) reply.header('retry-after', String(refusal.retryAfter))
    const own = (request.routeOptions.config as { route?: Route } | undefined)?.route?.refused?.(refusal, request.url, lang)
    if (own) return reply.status(own.status).type(own.type).send(own.body)
    return reply.status(problem.status).type('application/problem+json').send(problem)
  })
}

/** An address that cannot even be read (a broken escape) reaches no route and no hook. */
function unroutable(request: FastifyRequest, reply: FastifyReply): void {
  guardHeaders(request, reply)
  const problem = problemOf(malformed(), langOf(request), request.id)
  void reply.status(problem.status).type('application/problem+json').send(problem)
}

function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string
    try {
      text = decoder.decode(body as Buffer)
    } catch {
      done(refuse('malformed', 'request.bad-text', { zh: '文字编码不是 UTF-8。', en: 'The text is not valid UTF-8.' }))
      return
    }
    if (text === '') done(null, {})
    else void parse(request, text, done)
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith('/open311/')) done(null, Object.fromEntries(new URLSearchParams(body as string)))
    else done(unknownMedia())
  })
}

function addHooks(app: FastifyInstance, setup: HttpSetup): void {
  app.addHook('onRequest', async (request, reply) => {
    guardHeaders(request, reply)
    await identify(setup, request)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = (request.routeOptions.config as { route?: Route } | undefined)?.route
    if (route) setup.measure?.(route, reply.statusCode, reply.elapsedTime / 1000)
  })
}

function addRoutes(app: FastifyInstance, setup: HttpSetup): void {
  for (const route of setup.routes) {
    app.route({
      method: route.method.toUpperCase() as 'GET',
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
      config: {
        route,
        ...(route.limit !== undefined && { rateLimit: { max: route.limit * setup.limitFactor, timeWindow: 60_000 } }),
      } as object,
      handler: serve(setup, route),
    })
  }
}

/** Builds the HTTP server of the city: every route of every module, the faces, health; listens to nothing yet. */
export async function buildHttp(setup: HttpSetup): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomBytes(9).toString('base64url'),
    bodyLimit: 1_048_576,
    // The schemas of routes say how long an id may be; whoever may not ask is told so first.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: (_error, request, reply) => unroutable(request, reply),
    forceCloseConnections: true,
    trustProxy: (_address, hop) => hop < setup.city.config.proxies,
  })
  answerErrors(app, setup)
  readBodies(app)
  await app.register(cookie)
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'identity'] })
  await app.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 1, fields: 10 } })
  await app.register(rateLimit, {
    global: false,
    store: LimitStore,
    keyGenerator: (request) => callers.get(request)?.id ?? addressKey(request.ip),
  })
  addHooks(app, setup)
  addRoutes(app, setup)
  let document: string | null = null
  app.get('/api/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApi(setup.routes)) // takes a third of a second, which a start does not wait for
    return reply.type('application/json').send(document)
  })
  await faces(app, setup.faces)
  return app
}
