import { z } from 'zod'
import { type Route, route } from '#platform/route'
import { revealPerson } from '../commands/reveal.ts'
import { splitPerson } from '../commands/split-person.ts'
import { keepers, lookers } from '../domain/permit.ts'
import { findPersons } from '../queries/found.ts'
import { personPage } from '../queries/person-page.ts'
import { sourceViews } from '../queries/source-views.ts'
import { FoundList, Id, PersonView, PurposeName, Revealed, RevealBody, SearchBody, SourceList, SplitBody, SplitMade } from './schemas.ts'

const find = route({
  method: 'post',
  path: '/api/people/search',
  operation: 'findPeople',
  tag: 'people',
  say: {
    zh: '按身份证号、电话或姓名找人（要用途，留痕，结果遮盖）',
    en: 'Find somebody by number, phone or whole name: a purpose is asked, a trace is left, answers are masked',
  },
  access: lookers,
  scope: 'area',
  write: 'none',
  body: SearchBody,
  answers: { 200: FoundList },
  handle: (ctx, { body }) => findPersons(ctx, body),
})

const one = route({
  method: 'get',
  path: '/api/people/{id}',
  operation: 'readPerson',
  tag: 'people',
  say: {
    zh: '看一个人：各项遮盖，写明来源和取舍理由（留痕）',
    en: 'A person: masked fields with their sources and reasons; leaves a trace',
  },
  access: lookers,
  scope: 'area',
  params: Id,
  query: z.strictObject({ purpose: PurposeName }),
  answers: { 200: PersonView },
  handle: (ctx, { params, query }) => personPage(ctx, params.id, query.purpose),
})

const reveal = route({
  method: 'post',
  path: '/api/people/{id}/reveal',
  operation: 'revealPerson',
  tag: 'people',
  say: {
    zh: '显示一项（要用途，限次数，本人看得到）',
    en: 'Show one field: a purpose is asked, few in an hour, the person sees who looked',
  },
  access: lookers,
  scope: 'area',
  write: 'none',
  params: Id,
  body: RevealBody,
  answers: { 200: Revealed },
  handle: (ctx, { params, body }) => revealPerson(ctx, params.id, body.field, body.purpose),
})

const split = route({
  method: 'post',
  path: '/api/people/{id}/split',
  operation: 'splitPerson',
  tag: 'people',
  say: { zh: '拆开合错的人', en: 'Undo a wrong joining' },
  access: keepers,
  scope: 'area',
  write: 'statement',
  params: Id,
  body: SplitBody,
  answers: { 200: SplitMade },
  handle: async (ctx, { params, body }) => ({ id: await splitPerson(ctx, params.id, body.records, body.reason) }),
  again: async (_ctx, id) => ({ id }),
})

const sources = route({
  method: 'get',
  path: '/api/people/sources',
  operation: 'listPeopleSources',
  tag: 'people',
  say: { zh: '送来人口记录的部门及各项可信程度', en: 'The departments that send records, and how far each is believed' },
  access: lookers,
  scope: 'none',
  answers: { 200: SourceList },
  handle: async (ctx) => ({ items: await sourceViews(ctx) }),
})

export const peopleRoutes: readonly Route[] = [find, sources, one, reveal, split]
