import { z } from 'zod'
import type { Context } from '#platform/context'
import { created, type Route, route } from '#platform/route'
import { changeAccount, createAccount, lockAccount, resetAccount, revokeSession } from '../commands/administer.ts'
import { listAccounts, readAccount, sessionsOfOther } from '../queries/accounts.ts'
import { Account, AccountBody, AccountList, AccountMade, AccountPatch, IdPath, Link, Ok, Page, SessionList } from './schemas.ts'
import { accountCard, sessionCard } from './views.ts'

const card = async (ctx: Context, id: string) => accountCard(await readAccount(ctx, id))

/** Accounts and their sessions: the security administrator's alone, within the area. */
export const adminRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/accounts',
    operation: 'listAccounts',
    tag: 'accounts',
    say: { zh: '列出账号', en: 'List accounts' },
    access: ['securityAdmin'],
    scope: 'area',
    query: z.strictObject({ ...Page, q: z.string().trim().min(1).max(60).optional(), kind: z.enum(['resident', 'staff']).optional() }),
    answers: { 200: AccountList },
    handle: async (ctx, { query }) => {
      const items = (await listAccounts(ctx, query)).map(accountCard)
      return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
    },
  }),
  route({
    method: 'get',
    path: '/api/accounts/{id}',
    operation: 'readAccount',
    tag: 'accounts',
    say: { zh: '查看账号', en: 'Read an account' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    answers: { 200: Account },
    handle: (ctx, { params }) => card(ctx, params.id),
  }),
  route({
    method: 'post',
    path: '/api/accounts',
    operation: 'createAccount',
    tag: 'accounts',
    say: { zh: '开设账号', en: 'Make an account' },
    access: ['securityAdmin'],
    scope: 'area',
    body: AccountBody,
    answers: { 201: AccountMade },
    again: async (ctx, id) => ({ account: await card(ctx, id), link: null }),
    handle: async (ctx, { body }) => {
      const { account, link } = await createAccount(ctx, body)
      return created(account.id, { account: await card(ctx, account.id), link })
    },
  }),
  route({
    method: 'patch',
    path: '/api/accounts/{id}',
    operation: 'changeAccount',
    tag: 'accounts',
    say: { zh: '更正账号', en: 'Correct an account' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    body: AccountPatch,
    answers: { 200: Account },
    handle: async (ctx, { params, body }) => {
      await changeAccount(ctx, params.id, body)
      return card(ctx, params.id)
    },
  }),
  route({
    method: 'post',
    path: '/api/accounts/{id}/reset',
    operation: 'resetAccount',
    tag: 'accounts',
    say: { zh: '重置密码与动态口令', en: 'Reset password and second factor' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    answers: { 200: Link },
    handle: async (ctx, { params }) => ({ link: await resetAccount(ctx, params.id) }),
  }),
  ...(['lock', 'unlock'] as const).map((name) =>
    route({
      method: 'post',
      path: `/api/accounts/{id}/${name}`,
      operation: `${name}Account`,
      tag: 'accounts',
      say: name === 'lock' ? { zh: '停用账号', en: 'Lock an account' } : { zh: '恢复账号', en: 'Unlock an account' },
      access: ['securityAdmin'],
      scope: 'area',
      params: IdPath,
      answers: { 200: Account },
      handle: async (ctx, { params }) => {
        await lockAccount(ctx, params.id, name === 'lock')
        return card(ctx, params.id)
      },
    }),
  ),
  route({
    method: 'get',
    path: '/api/accounts/{id}/sessions',
    operation: 'listSessions',
    tag: 'accounts',
    say: { zh: '列出账号登录的设备', en: 'List where an account is signed in' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    answers: { 200: SessionList },
    handle: async (ctx, { params }) => ({
      items: (await sessionsOfOther(ctx, params.id)).map((row) => sessionCard(row, ctx.actor.sessionId)),
    }),
  }),
  route({
    method: 'delete',
    path: '/api/sessions/{id}',
    operation: 'revokeSession',
    tag: 'accounts',
    say: { zh: '强制退出', en: 'Sign somebody’s device out' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    answers: { 200: Ok },
    handle: async (ctx, { params }) => {
      await revokeSession(ctx, params.id)
      return { ok: true }
    },
  }),
]
