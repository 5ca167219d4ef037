import type { Context } from '#platform/context'
import { type Http, route } from '#platform/route'
import { checkKey, postRequest, receipt } from '../commands/post-request.ts'
import { definitionOf, requestOf, serviceOf } from '../domain/answers.ts'
import { type Asked, readWanted, textOf } from '../domain/asked.ts'
import { discoveryOf } from '../domain/discovery.ts'
import { readPosted } from '../domain/posted.ts'
import { request, requests, service, services } from '../queries.ts'
import { type Format, refused, sendAs } from './format.ts'
import {
  CodeParam,
  Definition,
  Discovery,
  FormatParam,
  ListQuery,
  NumberParam,
  PostBody,
  Posted,
  Requests,
  Services,
  TokenParam,
  Tokens,
} from './schemas.ts'

const open = { tag: 'open311', access: 'public', scope: 'none', limit: 600, refused } as const

function mediaUrl(ctx: Context, photos: readonly string[]): string | null {
  const [first] = photos
  return first === undefined ? null : `${ctx.city.config.publicUrl}/api/public/files/${first}`
}

/** The same answer for a post and for its replay. */
async function answerPost(ctx: Context, http: Http, format: Format, id: string, asked: Asked): Promise<undefined> {
  const answer = await receipt(ctx, id, textOf(asked, 'description'))
  http.status(201)
  return sendAs(http, format, 'service_requests', [answer])
}

const discovery = (path: string, operation: string) =>
  route({
    ...open,
    method: 'get',
    path,
    operation,
    say: { zh: 'Open311 服务发现', en: 'Open311 service discovery' },
    params: FormatParam,
    answers: { 200: Discovery },
    handle: async (ctx, { params, http }) => sendAs(http, params.format, 'discovery', discoveryOf(ctx.city.config.publicUrl, ctx.lang)),
  })

/** Open311 GeoReport v2, in XML and JSON. Reads are public; only posting needs a key. */
export const open311Routes = [
  discovery('/open311/v2/discovery.{format}', 'open311Discovery'),
  discovery('/open311/discovery.{format}', 'open311RootDiscovery'),
  route({
    ...open,
    method: 'get',
    path: '/open311/v2/services.{format}',
    operation: 'open311Services',
    say: { zh: 'Open311：全部类别', en: 'Open311: the whole catalogue' },
    params: FormatParam,
    query: ListQuery,
    answers: { 200: Services },
    handle: async (ctx, { params, http }) => {
      const list = await services(ctx)
      return sendAs(
        http,
        params.format,
        'services',
        list.map((one) => serviceOf(one, ctx.lang)),
      )
    },
  }),
  route({
    ...open,
    method: 'get',
    path: '/open311/v2/services/{code}.{format}',
    operation: 'open311Service',
    say: { zh: 'Open311：一个类别要填什么', en: 'Open311: what one category asks for' },
    params: CodeParam,
    query: ListQuery,
    answers: { 200: Definition },
    handle: async (ctx, { params, http }) =>
      sendAs(http, params.format, 'service_definition', definitionOf(await service(ctx, params.code), ctx.lang)),
  }),
  route({
    ...open,
    method: 'get',
    path: '/open311/v2/requests.{format}',
    operation: 'open311Requests',
    say: { zh: 'Open311：查询诉求', en: 'Open311: list requests' },
    params: FormatParam,
    query: ListQuery,
    answers: { 200: Requests },
    handle: async (ctx, { params, query, http }) => {
      const list = await requests(ctx, readWanted(query, ctx.now))
      return sendAs(
        http,
        params.format,
        'service_requests',
        list.map((one) => requestOf(one, ctx.lang, mediaUrl(ctx, one.photos))),
      )
    },
  }),
  route({
    ...open,
    method: 'get',
    path: '/open311/v2/requests/{id}.{format}',
    operation: 'open311Request',
    say: { zh: 'Open311：查询一件诉求', en: 'Open311: one request' },
    params: NumberParam,
    query: ListQuery,
    answers: { 200: Requests },
    handle: async (ctx, { params, http }) => {
      const one = await request(ctx, params.id)
      return sendAs(http, params.format, 'service_requests', [requestOf(one, ctx.lang, mediaUrl(ctx, one.photos))])
    },
  }),
  route({
    ...open,
    method: 'get',
    path: '/open311/v2/tokens/{token}.{format}',
    operation: 'open311Token',
    say: {
      zh: 'Open311：由令牌查编号（本系统提交即得编号，编号就是令牌）',
      en: 'Open311: the id behind a token (ids are given at once here, so the id is its own token)',
    },
    params: TokenParam,
    query: ListQuery,
    answers: { 200: Tokens },
    handle: async (ctx, { params, http }) => {
      const { number } = await request(ctx, params.token)
      return sendAs(http, params.format, 'service_requests', [{ service_request_id: number, token: params.token }])
    },
  }),
  route({
    ...open,
    method: 'post',
    path: '/open311/v2/requests.{format}',
    operation: 'open311PostRequest',
    say: {
      zh: 'Open311：提交诉求（需 api_key，可带 Idempotency-Key）',
      en: 'Open311: post a request (needs api_key, honours Idempotency-Key)',
    },
    params: FormatParam,
    query: ListQuery,
    body: PostBody,
    answers: { 201: Posted },
    write: 'statement',
    again: (ctx, id, { params, body, http }) => {
      http.header('idempotent-replay', 'true')
      return answerPost(ctx, http, params.format, id, body)
    },
    handle: async (ctx, { params, body, http }) => {
      checkKey(ctx)
      return answerPost(ctx, http, params.format, await postRequest(ctx, readPosted(body)), body)
    },
  }),
]
