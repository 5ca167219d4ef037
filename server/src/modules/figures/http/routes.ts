import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { lastRecount } from '#mechanisms/metric'
import { caseSubject } from '#modules/cases'
import { setBaseline } from '../commands/set-baseline.ts'
import { figureRoles } from '../domain/permit.ts'
import { figureCard, figureParts, figureRows } from '../queries/one.ts'
import { figuresPage } from '../queries/page.ts'
import {
  BaselineBody,
  FigureCard,
  FigureCheck,
  FigurePage,
  FigureParts,
  FigureRows,
  FilterQuery,
  Key,
  PageQuery,
  PartsQuery,
  RowsQuery,
} from './schemas.ts'

const page = route({
  method: 'get',
  path: '/api/figures',
  operation: 'listFigures',
  tag: 'figures',
  say: { zh: '数据：一页指标', en: 'A page of figures' },
  access: figureRoles,
  scope: 'area',
  query: PageQuery,
  answers: { 200: FigurePage },
  handle: (ctx, { query }) => figuresPage(ctx, query),
})

const check = route({
  method: 'get',
  path: '/api/figures/check',
  operation: 'checkFigures',
  tag: 'figures',
  say: { zh: '上次重新计数的结果', en: 'What the last recount found' },
  access: ['systemAdmin', 'auditAdmin', 'supervisor'],
  scope: 'none',
  answers: { 200: FigureCheck },
  handle: async (ctx) => {
    const last = await lastRecount(ctx, caseSubject.name)
    return last ? { ...last, at: last.at.toISOString() } : { at: null, checked: 0, differing: 0, differences: [] }
  },
})

const card = route({
  method: 'get',
  path: '/api/figures/{key}',
  operation: 'getFigure',
  tag: 'figures',
  say: { zh: '一个指标的口径', en: 'The definition card of a figure' },
  access: figureRoles,
  scope: 'area',
  params: Key,
  query: FilterQuery,
  answers: { 200: FigureCard },
  handle: (ctx, { params, query }) => figureCard(ctx, params.key, query),
})

const parts = route({
  method: 'get',
  path: '/api/figures/{key}/parts',
  operation: 'splitFigure',
  tag: 'figures',
  say: { zh: '按类别或渠道看一个指标', en: 'A figure by category or channel' },
  access: figureRoles,
  scope: 'area',
  params: Key,
  query: PartsQuery,
  answers: { 200: FigureParts },
  handle: (ctx, { params, query }) => figureParts(ctx, params.key, query),
})

const rows = route({
  method: 'get',
  path: '/api/figures/{key}/rows',
  operation: 'listFigureRows',
  tag: 'figures',
  say: { zh: '指标背后的每一件', en: 'The rows behind a figure' },
  access: figureRoles,
  scope: 'area',
  params: Key,
  query: RowsQuery,
  answers: { 200: FigureRows },
  handle: (ctx, { params, query }) => figureRows(ctx, params.key, query),
})

const baseline = route({
  method: 'post',
  path: '/api/figures/{key}/baselines',
  operation: 'setBaseline',
  tag: 'figures',
  say: { zh: '记一个有出处的基线', en: 'Set a baseline with its source' },
  access: ['supervisor'],
  scope: 'area',
  write: 'transaction',
  params: Key,
  body: BaselineBody,
  answers: { 201: z.object({ id: z.string() }) },
  handle: async (ctx, { params, body }) => {
    const id = await setBaseline(ctx, params.key, body)
    return created(id, { id })
  },
})

export const figureRoutes: readonly Route[] = [page, check, card, parts, rows, baseline]
