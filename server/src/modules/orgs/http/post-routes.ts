import { z } from 'zod'
import { type Route, route, created } from '#platform/route'
import { abolishPost, changePost, establishPost } from '../commands/posts.ts'
import { postRoles } from '../domain/roles.ts'
import { missing } from '../domain/permit.ts'
import type { Context } from '#platform/context'
import { listPosts, postCardOf } from '../queries/posts.ts'
import { Page, PostBody, PostCard, PostList, Scope, staff, UnitId } from './schemas.ts'
import { page, postCard, withAreaNames } from './views.ts'

const PostPath = z.strictObject({ id: z.string().regex(/^[a-zA-Z]+:[a-zA-Z0-9.-]{1,60}:\d{2,15}$/) })

async function card(ctx: Context, id: string): Promise<z.input<typeof PostCard>> {
  const row = await postCardOf(ctx, id)
  if (!row) throw missing('post')
  return postCard(row)
}

/** Posts: role × organisation × area. Who holds one is the security administrator's matter (accounts). */
export const postRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/posts',
    operation: 'listPosts',
    tag: 'orgs',
    say: { zh: '列出岗位', en: 'List posts' },
    access: staff,
    scope: 'none',
    query: z.strictObject({
      ...Page,
      area: Scope.optional(),
      role: z.enum(postRoles).optional(),
      org: UnitId.optional(),
      vacant: z.stringbool().optional(),
    }),
    answers: { 200: PostList },
    handle: async (ctx, { query }) => page(await withAreaNames(ctx, (await listPosts(ctx, query)).map(postCard)), query.limit),
  }),
  route({
    method: 'post',
    path: '/api/posts',
    operation: 'establishPost',
    tag: 'orgs',
    say: { zh: '设立岗位', en: 'Establish a post' },
    access: ['systemAdmin'],
    scope: 'area',
    body: PostBody,
    answers: { 201: PostCard },
    again: (ctx, id) => card(ctx, id),
    handle: async (ctx, { body }) => {
      const { id } = await establishPost(ctx, body)
      return created(id, await card(ctx, id))
    },
  }),
  route({
    method: 'patch',
    path: '/api/posts/{id}',
    operation: 'changePost',
    tag: 'orgs',
    say: { zh: '调整岗位的服务范围', en: 'Change the further areas of a post' },
    access: ['systemAdmin'],
    scope: 'area',
    params: PostPath,
    body: z.strictObject({ areas: z.array(Scope).max(200) }),
    answers: { 200: PostCard },
    handle: async (ctx, { params, body }) => {
      await changePost(ctx, params.id, body.areas)
      return card(ctx, params.id)
    },
  }),
  route({
    method: 'delete',
    path: '/api/posts/{id}',
    operation: 'abolishPost',
    tag: 'orgs',
    say: { zh: '撤销岗位', en: 'Abolish a post' },
    access: ['systemAdmin'],
    scope: 'area',
    params: PostPath,
    answers: { 200: PostCard },
    handle: async (ctx, { params }) => {
      await abolishPost(ctx, params.id)
      return card(ctx, params.id)
    },
  }),
]
