import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { givePost, takePost } from '../commands/administer.ts'
import { createApiKey, endApiKey, listApiKeys } from '../commands/api-keys.ts'
import { holdersOfPost } from '../queries/accounts.ts'
import { HolderList, HoldingMade, IdPath, KeyBody, KeyList, KeyMade, Ok, PostPath } from './schemas.ts'
import { holderCards, keyCards } from './views.ts'

/** Who holds which post, and which partner has a key: the security administrator's alone. */
export const rightRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/posts/{id}/holders',
    operation: 'listHolders',
    tag: 'accounts',
    say: { zh: '列出在岗人员', en: 'List who holds a post' },
    access: ['securityAdmin', 'systemAdmin'],
    scope: 'none',
    params: PostPath,
    answers: { 200: HolderList },
    handle: async (ctx, { params }) => holderCards(await holdersOfPost(ctx, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/posts/{id}/holders',
    operation: 'givePost',
    tag: 'accounts',
    say: { zh: '授予岗位', en: 'Give a post' },
    access: ['securityAdmin'],
    scope: 'area',
    params: PostPath,
    body: z.strictObject({ account: z.uuid() }),
    answers: { 201: HoldingMade },
    handle: async (ctx, { params, body }) => {
      const { id, post, account } = await givePost(ctx, params.id, body.account)
      return created(id, { id, post, account })
    },
  }),
  route({
    method: 'delete',
    path: '/api/holdings/{id}',
    operation: 'takePost',
    tag: 'accounts',
    say: { zh: '解除岗位', en: 'Take a post away' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    answers: { 200: Ok },
    handle: async (ctx, { params }) => {
      await takePost(ctx, params.id)
      return { ok: true }
    },
  }),
  route({
    method: 'get',
    path: '/api/api-keys',
    operation: 'listApiKeys',
    tag: 'accounts',
    say: { zh: '列出接口密钥', en: 'List API keys' },
    access: ['securityAdmin'],
    scope: 'area',
    answers: { 200: KeyList },
    handle: async (ctx) => ({ items: await keyCards(ctx, await listApiKeys(ctx)) }),
  }),
  route({
    method: 'post',
    path: '/api/api-keys',
    operation: 'createApiKey',
    tag: 'accounts',
    say: { zh: '开设接口密钥', en: 'Make an API key' },
    access: ['securityAdmin'],
    scope: 'area',
    body: KeyBody,
    answers: { 201: KeyMade },
    again: async (_ctx, id) => ({ id, key: null }),
    handle: async (ctx, { body }) => {
      const { id, key } = await createApiKey(ctx, body.name, body.area)
      return created(id, { id, key })
    },
  }),
  route({
    method: 'delete',
    path: '/api/api-keys/{id}',
    operation: 'endApiKey',
    tag: 'accounts',
    say: { zh: '停用接口密钥', en: 'End an API key' },
    access: ['securityAdmin'],
    scope: 'area',
    params: IdPath,
    answers: { 200: Ok },
    handle: async (ctx, { params }) => {
      await endApiKey(ctx, params.id)
      return { ok: true }
    },
  }),
]
