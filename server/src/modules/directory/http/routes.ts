import { created, route } from '#platform/route'
import { finishAgreement, makeAgreement } from '../commands.ts'
import { agreements, getAgreement, suggestDispatch } from '../queries.ts'
import { editionRoutes, readers, ruleRoutes } from './edition-routes.ts'
import {
  AgreementBody,
  AgreementList,
  AgreementPage,
  AgreementParam,
  AgreementView,
  agreementView,
  EndBody,
  Suggested,
  SuggestionQuery,
  suggestionView,
} from './schemas.ts'

const suggestion = route({
  method: 'get',
  path: '/api/directory/suggestion',
  operation: 'suggestDispatch',
  tag: 'directory',
  say: { zh: '这件事按目录该派给谁，为什么', en: 'Who should lead a matter by the directory, and why' },
  access: readers,
  scope: 'none',
  query: SuggestionQuery,
  answers: { 200: Suggested },
  handle: async (ctx, { query }) => {
    const { category, area, severity, when } = query
    return suggestionView(await suggestDispatch(ctx, { category, area, severity, ...(when !== undefined && { when: new Date(when) }) }))
  },
})

/** Joint-building agreements (000-05). */
const agreementRoutes = [
  route({
    method: 'get',
    path: '/api/directory/agreements',
    operation: 'listJointAgreements',
    tag: 'directory',
    say: { zh: '列出党建联建共建协议', en: 'List the joint-building agreements' },
    access: readers,
    scope: 'none',
    query: AgreementPage,
    answers: { 200: AgreementList },
    handle: async (ctx, { query }) => {
      const { items, next } = await agreements(ctx, query)
      return { items: items.map(agreementView), next }
    },
  }),
  route({
    method: 'post',
    path: '/api/directory/agreements',
    operation: 'makeJointAgreement',
    tag: 'directory',
    say: { zh: '登记一份共建协议，列明双方不得推诿的事项', en: 'Keep a joint-building agreement with the matters that neither may bounce' },
    access: ['systemAdmin'],
    scope: 'none',
    body: AgreementBody,
    answers: { 201: AgreementView },
    again: async (ctx, id) => agreementView(await getAgreement(ctx, id)),
    handle: async (ctx, { body }) => {
      const made = await makeAgreement(ctx, body)
      return created(made.id, agreementView(made))
    },
  }),
  route({
    method: 'post',
    path: '/api/directory/agreements/{id}/end',
    operation: 'endJointAgreement',
    tag: 'directory',
    say: { zh: '写明一份协议到哪天为止', en: 'End an agreement with a day' },
    access: ['systemAdmin'],
    scope: 'none',
    params: AgreementParam,
    body: EndBody,
    answers: { 200: AgreementView },
    again: async (ctx, _id, { params }) => agreementView(await getAgreement(ctx, params.id)),
    handle: async (ctx, { params, body }) => agreementView(await finishAgreement(ctx, params.id, body.on)),
  }),
]

/** The directory over HTTP. */
export const directoryRoutes = [suggestion, ...editionRoutes, ...ruleRoutes, ...agreementRoutes]
