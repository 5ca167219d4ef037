import { z } from 'zod'
import { listed } from '#mechanisms/flow'
import { type Role, roles } from '#platform/context'
import { checked } from '#platform/http/problem'
import { created, type Route, route } from '#platform/route'
import { breakGlass } from '../commands/ask.ts'
import { endConsent, giveConsent } from '../commands/consent.ts'
import { moveRequest } from '../commands/settle-request.ts'
import { lookers } from '../domain/permit.ts'
import { requestFlow } from '../domain/request-flow.ts'
import { listRequests, requestPage } from '../queries/requests.ts'
import { ConsentBody, Done, Id, Opened, Page, ReasonBody, RequestList, RequestView } from './schemas.ts'

const holders: readonly [Role, ...Role[]] = ['peopleKeeper', 'auditAdmin']

const list = route({
  method: 'get',
  path: '/api/person-requests',
  operation: 'listPersonRequests',
  tag: 'people',
  say: { zh: '本人申请，和待复核的紧急调阅', en: 'What persons ask about their own data; emergency openings to be reviewed' },
  access: holders,
  scope: 'area',
  query: z.strictObject(Page),
  answers: { 200: RequestList },
  handle: async (ctx, { query }) => {
    const items = await listRequests(ctx, query)
    return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
  },
})

const one = route({
  method: 'get',
  path: '/api/person-requests/{id}',
  operation: 'readPersonRequest',
  tag: 'people',
  say: { zh: '一条申请或紧急调阅', en: 'A request or an emergency opening' },
  access: holders,
  scope: 'area',
  params: Id,
  answers: { 200: RequestView },
  handle: (ctx, { params }) => requestPage(ctx, params.id),
})

const version = { version: z.number().int().min(1).optional() }

const moves = Object.entries(requestFlow.moves).map(([name, spec]) => {
  const named = listed(spec.by).flatMap((who) => who.roles)
  return route({
    method: 'post',
    path: `/api/person-requests/{id}/${name}`,
    operation: `${name}PersonRequest`,
    tag: 'people',
    say: spec.say,
    access: roles.filter((role) => named.includes(role)),
    scope: 'area',
    write: 'statement',
    params: Id,
    body: spec.asks instanceof z.ZodObject ? spec.asks.extend(version) : z.strictObject(version),
    lateBody: true,
    answers: { 200: RequestView },
    handle: async (ctx, { params, body }) => {
      const { version: seen, ...typed } = body as { version?: unknown }
      await moveRequest(ctx, params.id, name, typed, checked(version.version, 'body/version', seen))
      return requestPage({ ...ctx, once: null }, params.id)
    },
    again: (ctx, id) => requestPage(ctx, id),
  })
})

const open = route({
  method: 'post',
  path: '/api/people/{id}/break-glass',
  operation: 'openPersonInEmergency',
  tag: 'people',
  say: {
    zh: '紧急调阅：写明原因，次日由审计复核',
    en: 'Open somebody in an emergency: with a reason, reviewed by the auditor the next day',
  },
  access: lookers,
  scope: 'area',
  write: 'statement',
  params: Id,
  body: ReasonBody,
  answers: { 201: Opened },
  handle: async (ctx, { params, body }) => {
    const { fields, request } = await breakGlass(ctx, params.id, body.reason)
    return created(request, { fields, request })
  },
  again: async (_ctx, id) => ({ fields: {}, request: id }),
})

const consent = (['post', 'delete'] as const).map((method) =>
  method === 'post'
    ? route({
        method,
        path: '/api/people/{id}/guardian-consent',
        operation: 'giveGuardianConsent',
        tag: 'people',
        say: { zh: '登记监护人同意', en: 'Take down a guardian’s consent' },
        access: ['communityDesk', 'peopleKeeper'],
        scope: 'area',
        write: 'statement',
        params: Id,
        body: ConsentBody,
        answers: { 200: Done },
        handle: async (ctx, { params, body }) => {
          await giveConsent(ctx, params.id, body.guardian)
          return { ok: true }
        },
        again: async () => ({ ok: true }),
      })
    : route({
        method,
        path: '/api/people/{id}/guardian-consent',
        operation: 'endGuardianConsent',
        tag: 'people',
        say: { zh: '监护人收回同意', en: 'A guardian takes the consent back' },
        access: ['communityDesk', 'peopleKeeper'],
        scope: 'area',
        write: 'statement',
        params: Id,
        answers: { 200: Done },
        handle: async (ctx, { params }) => {
          await endConsent(ctx, params.id)
          return { ok: true }
        },
        again: async () => ({ ok: true }),
      }),
)

export const requestRoutes: readonly Route[] = [list, one, ...moves, open, ...consent]
