import { z } from 'zod'
import type { Role } from '#platform/context'
import { created, type Route, route } from '#platform/route'
import { ruleFromPrecedents } from '../commands/rule-from-precedents.ts'
import { previewEffect } from '../queries/directory-effect.ts'
import { listPrecedents } from '../queries/precedents.ts'
import { returnRows, returnsReport } from '../queries/returns.ts'
import { EffectView } from './effect-views.ts'
import { DraftedRule, DraftRuleBody, PrecedentFilter, PrecedentPage } from './precedent-views.ts'
import { ReturnRows, ReturnRowsFilter, ReturnsFilter, ReturnsReport } from './returns-views.ts'

const preview = route({
  method: 'post',
  path: '/api/directory/editions/{number}/preview',
  operation: 'previewDirectoryEffect',
  tag: 'directory',
  say: {
    zh: '看影响：近 30 天的诉求，按这一版会派给谁，与现行版有什么不同',
    en: 'Look at the effect: whom the matters of the last 30 days would go to by this edition, against the one in force',
  },
  access: ['systemAdmin', 'dispatcher', 'supervisor', 'adjudicator'],
  scope: 'none',
  write: 'none',
  limit: 20,
  params: z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  answers: { 200: EffectView },
  handle: (ctx, { params }) => previewEffect(ctx, params.number),
})

/** Those who dispatch, are dispatched to, rule, supervise, or keep the directory. */
const readers: readonly Role[] = [
  'systemAdmin',
  'dispatcher',
  'communityDesk',
  'departmentHandler',
  'departmentLead',
  'adjudicator',
  'supervisor',
]

const precedents = route({
  method: 'get',
  path: '/api/precedents',
  operation: 'listPrecedents',
  tag: 'directory',
  say: { zh: '裁决先例：按类别、区划、单位和字句找', en: 'Rulings kept as precedents, by class, area, unit and words' },
  access: readers,
  scope: 'area',
  query: PrecedentFilter,
  answers: { 200: PrecedentPage },
  handle: (ctx, { query }) => listPrecedents(ctx, query),
})

const draftRule = route({
  method: 'post',
  path: '/api/precedents/draft-rule',
  operation: 'draftRuleFromPrecedents',
  tag: 'directory',
  say: { zh: '把说法相同的裁决写成派单目录草稿里的一条规则', en: 'Make one rule of the draft of rulings that say the same' },
  access: ['systemAdmin'],
  scope: 'none',
  body: DraftRuleBody,
  answers: { 201: DraftedRule },
  again: async (_ctx, made) => {
    const [edition = '', ...rule] = made.split('/')
    return { edition: Number(edition), rule: rule.join('/') }
  },
  handle: async (ctx, { body }) => {
    const made = await ruleFromPrecedents(ctx, body.precedents)
    return created(`${made.edition}/${made.rule}`, made)
  },
})

const counters: readonly Role[] = ['dispatcher', 'adjudicator', 'supervisor', 'departmentLead']

const returns = route({
  method: 'get',
  path: '/api/returns',
  operation: 'reportReturns',
  tag: 'directory',
  say: { zh: '谁退回了什么：按单位、类别、目录版次、理由和结果', en: 'Who returned what: by unit, class, edition, reason and outcome' },
  access: [...counters, 'systemAdmin'],
  scope: 'area',
  limit: 60,
  query: ReturnsFilter,
  answers: { 200: ReturnsReport },
  handle: (ctx, { query }) => returnsReport(ctx, query),
})

const returned = route({
  method: 'get',
  path: '/api/returns/rows',
  operation: 'listReturns',
  tag: 'directory',
  say: { zh: '退回的派单，一件一件', en: 'The returned orders, one by one' },
  access: counters,
  scope: 'area',
  limit: 60,
  query: ReturnRowsFilter,
  answers: { 200: ReturnRows },
  handle: (ctx, { query }) => returnRows(ctx, query),
})

/** What past matters say about the directory: its effect, the rulings, the returns. */
export const directoryRoutes: readonly Route[] = [preview, precedents, draftRule, returns, returned]
