import type { z } from 'zod'
import type { Context } from '#platform/context'
import { created, type Http, type Route, route } from '#platform/route'
import { sendSignInCode, signInByPhone } from '../commands/phone-codes.ts'
import { endSessions } from '../commands/sessions.ts'
import { signInByPassword } from '../commands/sign-in.ts'
import { signedIn } from '../commands/signed-in.ts'
import { authenticate } from '../queries/authenticate.ts'
import { me } from '../queries/me.ts'
import { Me, Ok, PhoneBody, SignIn } from './schemas.ts'

/** The cookie that carries a session. */
export const SESSION_COOKIE = 'linli_session'

/** Says that this browser signed in to this account before; kept for a year, and by signing out. */
const DEVICE = 'linli_device'
const YEAR = 365 * 86_400

async function signIn(ctx: Context, typed: z.output<typeof SignIn>, http: Http) {
  const agent = http.headers['user-agent']
  const place = { ip: http.ip, userAgent: typeof agent === 'string' ? agent : '', device: http.cookie(DEVICE) }
  const opened = 'password' in typed ? await signInByPassword(ctx, typed, place) : await signInByPhone(ctx, typed, place)
  http.setCookie(SESSION_COOKIE, opened.token, opened.maxAge)
  http.setCookie(DEVICE, opened.device, YEAR)
  const actor = await authenticate(ctx.db, { session: opened.token, apiKey: null }, ctx.now)
  return created(opened.session, await me({ ...ctx, actor: actor ?? ctx.actor }))
}

/** Signing in and out. */
export const sessionRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/session',
    operation: 'signIn',
    tag: 'accounts',
    say: { zh: '登录', en: 'Sign in' },
    access: 'public',
    scope: 'none',
    write: 'none',
    limit: 60,
    body: SignIn,
    answers: { 201: Me },
    handle: (ctx, { body, http }) => signIn(ctx, body, http),
  }),
  route({
    method: 'delete',
    path: '/api/session',
    operation: 'signOut',
    tag: 'accounts',
    say: { zh: '退出登录', en: 'Sign out' },
    access: 'signedIn',
    scope: 'own',
    write: 'none',
    answers: { 200: Ok },
    handle: async (ctx, { http }) => {
      const account = signedIn(ctx)
      if (ctx.actor.sessionId !== null) await endSessions(ctx, account, { only: ctx.actor.sessionId })
      http.setCookie(SESSION_COOKIE, '', 0)
      return { ok: true }
    },
  }),
  route({
    method: 'post',
    path: '/api/public/sign-in-codes',
    operation: 'sendSignInCode',
    tag: 'accounts',
    say: { zh: '获取短信验证码', en: 'Send a sign-in code' },
    access: 'public',
    scope: 'none',
    write: 'none',
    limit: 10,
    body: PhoneBody,
    answers: { 200: Ok },
    handle: async (ctx, { body }) => {
      await sendSignInCode(ctx, body.phone)
      return { ok: true }
    },
  }),
  route({
    method: 'get',
    path: '/api/me',
    operation: 'readMe',
    tag: 'accounts',
    say: { zh: '我是谁', en: 'Who I am' },
    access: 'signedIn',
    scope: 'own',
    answers: { 200: Me },
    handle: (ctx) => me(ctx),
  }),
]
