import { z } from 'zod'
import type { Role } from '#platform/context'
import { created, type Route, route } from '#platform/route'
import { revealReporter } from '../commands/reveal.ts'
import { takeIn } from '../commands/intake.ts'
import { reportCase } from '../commands/report.ts'
import { caseView, receiptById, receiptOf } from '../queries/case-view.ts'
import { publicCase } from '../queries/public-case.ts'
import { asBearer, lookUp, openLink } from '../queries/follow.ts'
import { listCases, worklist } from '../queries/list.ts'
import { MapView, mapOf } from '../queries/map.ts'
import { myCases } from '../queries/mine.ts'
import { similarTo } from '../queries/similar.ts'
import { SimilarView } from './repeat-views.ts'
import { CaseQuery, Id, Lookup, OwnPaging, PublicReport, Similar, StaffIntake, Token, WorkQuery } from './schemas.ts'
import { CasePage, CaseView, PublicCase, Receipt, Words, WorkPage } from './views.ts'

/** Everybody who may see cases at the desk. */
export const staffRoles: readonly Role[] = [
  'gridWorker',
  'gridLeader',
  'communityDesk',
  'hotlineClerk',
  'dispatcher',
  'departmentHandler',
  'departmentLead',
  'adjudicator',
  'supervisor',
  'callbackAgent',
]
const intakeRoles: readonly Role[] = ['gridWorker', 'gridLeader', 'communityDesk', 'hotlineClerk', 'dispatcher']

const report = route({
  method: 'post',
  path: '/api/public/cases',
  operation: 'reportCase',
  tag: 'cases',
  say: { zh: '说件事', en: 'Report a matter' },
  access: 'public',
  scope: 'none',
  write: 'statement',
  limit: 60,
  body: PublicReport,
  answers: { 201: Receipt },
  handle: async (ctx, { body }) => {
    const made = await reportCase(ctx, { ...body, channel: 'app' })
    return created(made.id, await receiptOf(ctx, made))
  },
  again: async (ctx, id) => receiptById(asBearer(ctx, id), id),
})

const similar = route({
  method: 'post',
  path: '/api/public/similar',
  operation: 'findSimilarCases',
  tag: 'cases',
  say: { zh: '附近看起来一样的事', en: 'Open matters nearby that look the same' },
  access: 'public',
  scope: 'none',
  write: 'none',
  limit: 30,
  body: Similar,
  answers: { 200: SimilarView },
  handle: (ctx, { body }) => similarTo(ctx, body),
})

const follow = route({
  method: 'get',
  path: '/api/public/follow/{token}',
  operation: 'followCase',
  tag: 'cases',
  say: { zh: '凭链接查看', en: 'Follow by the secret link' },
  access: 'public',
  scope: 'own',
  limit: 120,
  params: Token,
  answers: { 200: PublicCase },
  handle: async (ctx, { params }) => {
    const id = await openLink(ctx, params.token)
    return publicCase(asBearer(ctx, id), id)
  },
})

const lookup = route({
  method: 'post',
  path: '/api/public/lookup',
  operation: 'lookUpCase',
  tag: 'cases',
  say: { zh: '凭编号和手机尾号查询', en: 'Look up by number and last digits' },
  access: 'public',
  scope: 'none',
  write: 'none',
  limit: 30,
  body: Lookup,
  answers: { 200: z.object({ number: z.string(), state: z.string(), stateSay: Words, holder: Words, dueAt: z.string().nullable() }) },
  handle: (ctx, { body }) => lookUp(ctx, body),
})

const mine = route({
  method: 'get',
  path: '/api/my/cases',
  operation: 'listMyCases',
  tag: 'cases',
  say: { zh: '我的诉求', en: 'My matters' },
  access: 'signedIn',
  scope: 'own',
  query: OwnPaging,
  answers: { 200: CasePage },
  handle: (ctx, { query }) => myCases(ctx, query),
})

const myCase = route({
  method: 'get',
  path: '/api/my/cases/{id}',
  operation: 'getMyCase',
  tag: 'cases',
  say: { zh: '我的一件诉求', en: 'One of my matters' },
  access: 'signedIn',
  scope: 'own',
  params: Id,
  answers: { 200: PublicCase },
  handle: (ctx, { params }) => publicCase({ ...ctx, actor: { ...ctx.actor, posts: [] } }, params.id),
})

const intake = route({
  method: 'post',
  path: '/api/cases',
  operation: 'takeInCase',
  tag: 'cases',
  say: { zh: '登记诉求', en: 'Take in a matter' },
  access: intakeRoles,
  scope: 'none',
  write: 'statement',
  body: StaffIntake,
  answers: { 201: Receipt },
  handle: async (ctx, { body }) => {
    const made = await takeIn(ctx, body)
    return created(made.id, await receiptOf(ctx, made))
  },
  again: (ctx, id) => receiptById(ctx, id),
})

const list = route({
  method: 'get',
  path: '/api/cases',
  operation: 'listCases',
  tag: 'cases',
  say: { zh: '诉求列表', en: 'List matters' },
  access: staffRoles,
  scope: 'area',
  query: CaseQuery,
  answers: { 200: CasePage },
  handle: (ctx, { query }) => listCases(ctx, query),
})

const map = route({
  method: 'get',
  path: '/api/cases/map',
  operation: 'mapCases',
  tag: 'cases',
  say: { zh: '地图上的诉求', en: 'Matters on the map' },
  access: staffRoles,
  scope: 'area',
  query: CaseQuery.extend({ bbox: z.string().max(100) }),
  answers: { 200: MapView },
  handle: (ctx, { query }) => mapOf(ctx, query),
})

const one = route({
  method: 'get',
  path: '/api/cases/{id}',
  operation: 'getCase',
  tag: 'cases',
  say: { zh: '一件诉求', en: 'One matter' },
  access: staffRoles,
  scope: 'area',
  params: Id,
  answers: { 200: CaseView },
  handle: (ctx, { params }) => caseView(ctx, params.id),
})

const reveal = route({
  method: 'post',
  path: '/api/cases/{id}/reveal',
  operation: 'revealReporter',
  tag: 'cases',
  say: { zh: '查看联系方式', en: 'Show how to reach the reporter' },
  access: staffRoles,
  scope: 'area',
  params: Id,
  body: z.strictObject({ purpose: z.enum(['handle', 'callback', 'verify', 'emergency']) }),
  answers: { 200: z.object({ name: z.string().nullable(), phone: z.string().nullable() }) },
  handle: (ctx, { params, body }) => revealReporter(ctx, params.id, body.purpose),
  again: async () => ({ name: null, phone: null }),
})

const work = route({
  method: 'get',
  path: '/api/worklist',
  operation: 'listWork',
  tag: 'worklist',
  say: { zh: '我的清单', en: 'My list' },
  access: 'signedIn',
  scope: 'own',
  query: WorkQuery,
  answers: { 200: WorkPage },
  handle: (ctx, { query }) => worklist(ctx, query),
})

export const ownRoutes: readonly Route[] = [report, similar, follow, lookup, mine, myCase, intake, list, map, one, reveal, work]
