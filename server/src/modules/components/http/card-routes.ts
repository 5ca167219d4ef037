import { created, type Route, route } from '#platform/route'
import { asBearer, Receipt, receiptById, receiptOf } from '#modules/cases'
import { reportFault } from '../commands/report-fault.ts'
import { readers } from '../domain/component-flow.ts'
import { componentCard } from '../queries/card.ts'
import { componentByCode } from '../queries/component-view.ts'
import { ComponentCard } from './card-views.ts'
import { Code, FaultReport } from './schemas.ts'
import { ComponentView } from './views.ts'

const tag = 'components'

const card = route({
  method: 'get',
  path: '/api/public/components/{code}',
  operation: 'componentCard',
  tag,
  say: { zh: '扫码看部件', en: 'A component by its card' },
  access: 'public',
  scope: 'none',
  limit: 120,
  params: Code,
  answers: { 200: ComponentCard },
  handle: (ctx, { params }) => componentCard(ctx, params.code),
})

const report = route({
  method: 'post',
  path: '/api/public/components/{code}/reports',
  operation: 'reportComponentFault',
  tag,
  say: { zh: '扫码报修', en: 'Report what is wrong with a component' },
  access: 'public',
  scope: 'none',
  write: 'statement',
  limit: 30,
  params: Code,
  body: FaultReport,
  answers: { 201: Receipt },
  handle: async (ctx, { params, body }) => {
    const made = await reportFault(ctx, params.code, body)
    return created(made.id, await receiptOf(ctx, made))
  },
  again: (ctx, id) => receiptById(asBearer(ctx, id), id),
})

const staffCard = route({
  method: 'get',
  path: '/api/components/by-code/{code}',
  operation: 'getComponentByCode',
  tag,
  say: { zh: '按编号看部件', en: 'A component by its code, for staff' },
  access: readers,
  scope: 'area',
  params: Code,
  answers: { 200: ComponentView },
  handle: (ctx, { params }) => componentByCode(ctx, params.code),
})

export const cardRoutes: readonly Route[] = [card, report, staffCard]
