import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { addGridWorker, endGridWorker } from '../commands/grid-staff.ts'
import { completeness } from '../queries/report.ts'
import { listGridWorkers } from '../queries/registers.ts'
import { Completeness, Done, GridWorkerBody, GridWorkerList, Page, Scope, staff } from './schemas.ts'
import { gridWorkerCards, page } from './views.ts'

const WorkerPath = z.strictObject({ id: z.uuid() })

/** Grid staff (001-52, 002-14, 002-100), and how complete grids, posts and compounds are. */
export const gridRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/grid-staff',
    operation: 'listGridStaff',
    tag: 'orgs',
    say: { zh: '列出网格员', en: 'List grid workers' },
    access: staff,
    scope: 'none',
    query: z.strictObject({ after: z.uuid().optional(), limit: Page.limit, area: Scope }),
    answers: { 200: GridWorkerList },
    handle: async (ctx, { query }) =>
      page(await gridWorkerCards(ctx, await listGridWorkers(ctx, query.area, query.after ?? null, query.limit)), query.limit),
  }),
  route({
    method: 'post',
    path: '/api/grid-staff',
    operation: 'addGridWorker',
    tag: 'orgs',
    say: { zh: '登记网格员', en: 'Enter a grid worker' },
    access: ['systemAdmin'],
    scope: 'area',
    body: GridWorkerBody,
    answers: { 201: Done },
    again: async (_ctx, id) => ({ id }),
    handle: async (ctx, { body }) => {
      const { id } = await addGridWorker(ctx, body)
      return created(id, { id })
    },
  }),
  route({
    method: 'delete',
    path: '/api/grid-staff/{id}',
    operation: 'endGridWorker',
    tag: 'orgs',
    say: { zh: '网格员离岗', en: 'End a grid worker’s service' },
    access: ['systemAdmin'],
    scope: 'area',
    params: WorkerPath,
    query: z.strictObject({ consentWithdrawn: z.stringbool().default(false) }),
    answers: { 200: Done },
    handle: async (ctx, { params, query }) => {
      await endGridWorker(ctx, params.id, query.consentWithdrawn)
      return { id: params.id }
    },
  }),
  route({
    method: 'get',
    path: '/api/orgs/completeness',
    operation: 'readCompleteness',
    tag: 'orgs',
    say: { zh: '查看组织与网格的完整情况', en: 'Read how complete organisations and grids are' },
    access: staff,
    scope: 'none',
    query: z.strictObject({ area: Scope }),
    answers: { 200: Completeness },
    handle: (ctx, { query }) => completeness(ctx, query.area),
  }),
]
