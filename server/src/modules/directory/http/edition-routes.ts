import type { Role } from '#platform/context'
import { created, route } from '#platform/route'
import { beginDraft, discardDraft, dropRule, publishDraft, putRule } from '../commands.ts'
import { compareEditions, draftFaults, editions, entriesOf, getEdition, getRule } from '../queries.ts'
import {
  CompareQuery,
  Comparison,
  comparisonView,
  DraftBody,
  Dropped,
  Edition,
  EditionList,
  EditionPage,
  EditionParam,
  editionView,
  FaultList,
  PublishBody,
  Rule,
  RuleBody,
  RuleList,
  RulePage,
  RuleParam,
  ruleView,
} from './schemas.ts'

/** Everybody who dispatches or is dispatched to may read by which rules. */
export const readers: readonly Role[] = [
  'systemAdmin',
  'dispatcher',
  'hotlineClerk',
  'communityDesk',
  'departmentHandler',
  'departmentLead',
  'adjudicator',
  'supervisor',
]
const keepers: readonly Role[] = ['systemAdmin']
const edition = '/api/directory/editions/{number}'

/** The directory in its editions: one draft at a time is written, checked and published with a date. */
export const editionRoutes = [
  route({
    method: 'get',
    path: '/api/directory/editions',
    operation: 'listDirectoryEditions',
    tag: 'directory',
    say: { zh: '列出派单目录各版', en: 'List the editions of the dispatch directory' },
    access: readers,
    scope: 'none',
    query: EditionPage,
    answers: { 200: EditionList },
    handle: async (ctx, { query }) => {
      const { items, next } = await editions(ctx, query)
      return { items: items.map(editionView), next }
    },
  }),
  route({
    method: 'post',
    path: '/api/directory/editions',
    operation: 'beginDirectoryDraft',
    tag: 'directory',
    say: { zh: '照现行版起草新的一版', en: 'Begin a draft as a copy of the edition in force' },
    access: keepers,
    scope: 'none',
    body: DraftBody,
    answers: { 201: Edition },
    again: async (ctx, number) => editionView(await getEdition(ctx, Number(number))),
    handle: async (ctx, { body }) => {
      const number = await beginDraft(ctx, body.title)
      return created(String(number), editionView(await getEdition(ctx, number)))
    },
  }),
  route({
    method: 'get',
    path: edition,
    operation: 'getDirectoryEdition',
    tag: 'directory',
    say: { zh: '查看一版派单目录', en: 'Look at an edition' },
    access: readers,
    scope: 'none',
    params: EditionParam,
    answers: { 200: Edition },
    handle: async (ctx, { params }) => editionView(await getEdition(ctx, params.number)),
  }),
  route({
    method: 'delete',
    path: edition,
    operation: 'discardDirectoryDraft',
    tag: 'directory',
    say: { zh: '作废草稿', en: 'Throw a draft away' },
    access: keepers,
    scope: 'none',
    params: EditionParam,
    answers: { 200: Dropped },
    again: async (_ctx, _id, { params }) => ({ edition: params.number }),
    handle: async (ctx, { params }) => {
      await discardDraft(ctx, params.number)
      return { edition: params.number }
    },
  }),
  route({
    method: 'get',
    path: `${edition}/faults`,
    operation: 'listDirectoryFaults',
    tag: 'directory',
    say: { zh: '检查草稿还有哪些要改', en: 'List what keeps a draft from being published' },
    access: keepers,
    scope: 'none',
    params: EditionParam,
    answers: { 200: FaultList },
    handle: async (ctx, { params }) => ({ items: await draftFaults(ctx, params.number) }),
  }),
  route({
    method: 'get',
    path: `${edition}/changes`,
    operation: 'compareDirectoryEditions',
    tag: 'directory',
    say: { zh: '与另一版（默认是上一版）比较', en: 'Compare an edition with another, by default the one before it' },
    access: readers,
    scope: 'none',
    params: EditionParam,
    query: CompareQuery,
    answers: { 200: Comparison },
    handle: async (ctx, { params, query }) => comparisonView(await compareEditions(ctx, params.number, query.with)),
  }),
  route({
    method: 'post',
    path: `${edition}/publish`,
    operation: 'publishDirectoryDraft',
    tag: 'directory',
    say: { zh: '发布草稿，写明从哪天起用', en: 'Publish a draft, with the day from which it is in force' },
    access: keepers,
    scope: 'none',
    params: EditionParam,
    body: PublishBody,
    answers: { 200: Edition },
    again: async (ctx, _id, { params }) => editionView(await getEdition(ctx, params.number)),
    handle: async (ctx, { params, body }) => {
      await publishDraft(ctx, params.number, body)
      return editionView(await getEdition(ctx, params.number))
    },
  }),
]

/** The rules of an edition. */
export const ruleRoutes = [
  route({
    method: 'get',
    path: `${edition}/rules`,
    operation: 'listDirectoryRules',
    tag: 'directory',
    say: { zh: '列出一版目录的规则', en: 'List the rules of an edition' },
    access: readers,
    scope: 'none',
    params: EditionParam,
    query: RulePage,
    answers: { 200: RuleList },
    handle: async (ctx, { params, query }) => {
      const { items, next } = await entriesOf(ctx, params.number, query)
      return { items: items.map(ruleView), next }
    },
  }),
  route({
    method: 'put',
    path: `${edition}/rules/{rule}`,
    operation: 'putDirectoryRule',
    tag: 'directory',
    say: { zh: '在草稿里写一条规则', en: 'Put a rule into a draft' },
    access: keepers,
    scope: 'none',
    params: RuleParam,
    body: RuleBody,
    answers: { 200: Rule },
    again: async (ctx, _id, { params }) => ruleView(await getRule(ctx, params.number, params.rule)),
    handle: async (ctx, { params, body }) => ruleView(await putRule(ctx, params.number, params.rule, body)),
  }),
  route({
    method: 'delete',
    path: `${edition}/rules/{rule}`,
    operation: 'dropDirectoryRule',
    tag: 'directory',
    say: { zh: '从草稿里去掉一条规则', en: 'Take a rule out of a draft' },
    access: keepers,
    scope: 'none',
    params: RuleParam,
    answers: { 200: Dropped },
    again: async (_ctx, _id, { params }) => ({ edition: params.number }),
    handle: async (ctx, { params }) => {
      await dropRule(ctx, params.number, params.rule)
      return { edition: params.number }
    },
  }),
]
