import { type Route, route } from '#platform/route'
import { acceptInvitation, foundCity, readInvitation } from '../commands/invitations.ts'
import { Accept, Found, Invitation, Ok, TokenPath } from './schemas.ts'

/** Single-use links: to choose a password, and to found a city. */
export const invitationRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/public/invitations/{token}',
    operation: 'readInvitation',
    tag: 'accounts',
    say: { zh: '查看邀请链接', en: 'Read an invitation' },
    access: 'public',
    scope: 'none',
    limit: 30,
    params: TokenPath,
    answers: { 200: Invitation },
    handle: async (ctx, { params }) => {
      const found = await readInvitation(ctx, params.token)
      return { ...found, expiresAt: found.expiresAt.toISOString() }
    },
  }),
  route({
    method: 'post',
    path: '/api/public/invitations/{token}/password',
    operation: 'acceptInvitation',
    tag: 'accounts',
    say: { zh: '凭邀请链接设置密码', en: 'Choose a password by invitation' },
    access: 'public',
    scope: 'none',
    limit: 30,
    params: TokenPath,
    body: Accept,
    answers: { 200: Ok },
    handle: async (ctx, { params, body }) => {
      await acceptInvitation(ctx, params.token, body.password)
      return { ok: true }
    },
  }),
  route({
    method: 'post',
    path: '/api/public/invitations/{token}/city',
    operation: 'foundCity',
    tag: 'accounts',
    say: { zh: '凭邀请链接开始一座城市', en: 'Found a city by invitation' },
    access: 'public',
    scope: 'none',
    limit: 30,
    params: TokenPath,
    body: Found,
    answers: { 200: Ok },
    handle: async (ctx, { params, body }) => {
      await foundCity(ctx, params.token, body)
      return { ok: true }
    },
  }),
]
