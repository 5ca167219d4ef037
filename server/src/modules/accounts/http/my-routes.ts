import { z } from 'zod'
import { type Route, route } from '#platform/route'
import { endOwnSession, eraseOneself } from '../commands/administer.ts'
import { changePassword } from '../commands/passwords.ts'
import { beginSecondFactor, confirmSecondFactor } from '../commands/second-factor.ts'
import { signedIn } from '../commands/signed-in.ts'
import { sessionsOf } from '../queries/accounts.ts'
import { looksAtMe } from '../queries/me.ts'
import { CodeBody, Factor, IdPath, LookList, Ok, Page, PasswordChange, SessionList } from './schemas.ts'
import { lookCards, sessionCard } from './views.ts'

/** What a person does with their own account. */
export const myRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/my/looks',
    operation: 'listLooks',
    tag: 'accounts',
    say: { zh: '谁看过我', en: 'Who looked at my data' },
    access: 'signedIn',
    scope: 'own',
    query: z.strictObject(Page),
    answers: { 200: LookList },
    handle: async (ctx, { query }) => lookCards(await looksAtMe(ctx, query), query.limit),
  }),
  route({
    method: 'get',
    path: '/api/my/sessions',
    operation: 'listMySessions',
    tag: 'accounts',
    say: { zh: '我登录的设备', en: 'Where I am signed in' },
    access: 'signedIn',
    scope: 'own',
    answers: { 200: SessionList },
    handle: async (ctx) => ({ items: (await sessionsOf(ctx, signedIn(ctx))).map((row) => sessionCard(row, ctx.actor.sessionId)) }),
  }),
  route({
    method: 'delete',
    path: '/api/my/sessions/{id}',
    operation: 'endMySession',
    tag: 'accounts',
    say: { zh: '退出我的一台设备', en: 'Sign one of my devices out' },
    access: 'signedIn',
    scope: 'own',
    params: IdPath,
    answers: { 200: Ok },
    handle: async (ctx, { params }) => {
      await endOwnSession(ctx, params.id)
      return { ok: true }
    },
  }),
  route({
    method: 'post',
    path: '/api/my/password',
    operation: 'changePassword',
    tag: 'accounts',
    say: { zh: '修改密码', en: 'Change my password' },
    access: 'signedIn',
    scope: 'own',
    write: 'none',
    limit: 20,
    body: PasswordChange,
    answers: { 200: Ok },
    handle: async (ctx, { body, http }) => {
      await changePassword(ctx, body, http.ip)
      return { ok: true }
    },
  }),
  route({
    method: 'post',
    path: '/api/my/second-factor',
    operation: 'beginSecondFactor',
    tag: 'accounts',
    say: { zh: '开始设置动态口令', en: 'Begin setting up the second factor' },
    access: 'signedIn',
    scope: 'own',
    write: 'none',
    limit: 20,
    answers: { 200: Factor },
    handle: (ctx) => beginSecondFactor(ctx),
  }),
  route({
    method: 'post',
    path: '/api/my/second-factor/confirmation',
    operation: 'confirmSecondFactor',
    tag: 'accounts',
    say: { zh: '启用动态口令', en: 'Turn the second factor on' },
    access: 'signedIn',
    scope: 'own',
    write: 'none',
    limit: 20,
    body: CodeBody,
    answers: { 200: Ok },
    handle: async (ctx, { body }) => {
      await confirmSecondFactor(ctx, body.code)
      return { ok: true }
    },
  }),
  route({
    method: 'delete',
    path: '/api/my/account',
    operation: 'eraseMyAccount',
    tag: 'accounts',
    say: { zh: '注销账号并销毁我的个人信息', en: 'Erase my account and my personal data' },
    access: 'signedIn',
    scope: 'own',
    answers: { 200: Ok },
    handle: async (ctx) => {
      await eraseOneself(ctx)
      return { ok: true }
    },
  }),
]
