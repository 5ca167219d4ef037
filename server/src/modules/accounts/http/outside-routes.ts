import { z } from 'zod'
import type { OwnSignIn } from '#platform/config'
import type { Context } from '#platform/context'
import { refuse, Refusal } from '#platform/refusal'
import { type Http, type Route, route } from '#platform/route'
import { signInOutside } from '../commands/sign-in-outside.ts'
import type { Attempt } from '../oidc/provider.ts'
import { SESSION_COOKIE } from './session-routes.ts'

/** The library of the provider's protocol is opened by the first who signs in that way. */
const provider = () => import('../oidc/provider.ts')

const attemptCookie = 'linli_sign_in'
const attemptSeconds = 600

const Offered = z.object({ name: z.string().nullable() }).meta({ id: 'OwnSignIn' })

function offered(ctx: Context): OwnSignIn {
  const { ownSignIn } = ctx.city.config
  if (ownSignIn) return ownSignIn
  throw refuse('missing', 'session.noProvider', {
    zh: '本市没有设统一登录，请用账号和密码登录。',
    en: 'This city has no sign-in of its own. Sign in with account and password.',
  })
}

function attemptOf(http: Http): Attempt {
  const [state, nonce, verifier] = (http.cookie(attemptCookie) ?? '').split('.')
  if (state && nonce && verifier) return { state, nonce, verifier }
  throw refuse('unauthenticated', 'session.providerRefused', {
    zh: '这次登录已过期，请再试一次。',
    en: 'This attempt to sign in has expired. Please try again.',
  })
}

function redirect(http: Http, to: string): void {
  http.status(302)
  http.header('location', to)
  http.send('text/plain; charset=utf-8', '')
}

/** A browser is on its way, so a refusal is shown by the sign-in page and not as a problem. */
async function orBack(http: Http, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    redirect(http, `/desk/sign-in?refused=${encodeURIComponent(error.code)}`)
  }
}

async function finish(ctx: Context, http: Http): Promise<void> {
  const { url } = (http.raw as { request: { url: string } }).request
  http.setCookie(attemptCookie, '', 0)
  await orBack(http, async () => {
    const identity = await (await provider()).finishAt(
      ctx.city.config,
      offered(ctx),
      url.includes('?') ? url.slice(url.indexOf('?')) : '',
      attemptOf(http),
    )
    const agent = http.headers['user-agent']
    const opened = await signInOutside(ctx, identity, typeof agent === 'string' ? agent : '')
    http.setCookie(SESSION_COOKIE, opened.token, opened.maxAge)
    redirect(http, '/desk/')
  })
}

/** A city's own sign-in by OpenID Connect: there and back again. */
export const outsideRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/public/sign-in',
    operation: 'readOwnSignIn',
    tag: 'accounts',
    say: { zh: '本市的统一登录', en: 'The city’s own sign-in' },
    access: 'public',
    scope: 'none',
    answers: { 200: Offered },
    handle: async (ctx) => ({ name: ctx.city.config.ownSignIn?.name ?? null }),
  }),
  route({
    method: 'get',
    path: '/api/public/sign-in/begin',
    operation: 'beginOwnSignIn',
    tag: 'accounts',
    say: { zh: '去统一登录', en: 'Go to the city’s own sign-in' },
    access: 'public',
    scope: 'none',
    limit: 60,
    answers: { 302: null },
    handle: (ctx, { http }) =>
      orBack(http, async () => {
        const { url, attempt } = await (await provider()).beginAt(ctx.city.config, offered(ctx))
        http.setCookie(attemptCookie, `${attempt.state}.${attempt.nonce}.${attempt.verifier}`, attemptSeconds)
        redirect(http, url.href)
      }),
  }),
  route({
    method: 'get',
    path: '/api/public/sign-in/callback',
    operation: 'finishOwnSignIn',
    tag: 'accounts',
    say: { zh: '从统一登录回来', en: 'Come back from the city’s own sign-in' },
    access: 'public',
    scope: 'none',
    limit: 60,
    answers: { 302: null },
    handle: (ctx, { http }) => finish(ctx, http),
  }),
]
