import { created, type Route, route } from '#platform/route'
import { changeStock, enterSpare } from '../commands/spares.ts'
import { keepers, readers } from '../domain/component-flow.ts'
import { listSpares, spareView } from '../queries/spares.ts'
import { Id } from './schemas.ts'
import { NewSpare, SparePage, SpareQuery, SpareView, StockChange } from './spare-views.ts'

const tag = 'components'

const list = route({
  method: 'get',
  path: '/api/spares',
  operation: 'listSpares',
  tag,
  say: { zh: '备件', en: 'Spare parts' },
  access: readers,
  scope: 'area',
  query: SpareQuery,
  answers: { 200: SparePage },
  handle: (ctx, { query }) => listSpares(ctx, query),
})

const one = route({
  method: 'get',
  path: '/api/spares/{id}',
  operation: 'getSpare',
  tag,
  say: { zh: '一种备件', en: 'Spare parts of one kind' },
  access: readers,
  scope: 'area',
  params: Id,
  answers: { 200: SpareView },
  handle: (ctx, { params }) => spareView(ctx, params.id),
})

const enter = route({
  method: 'post',
  path: '/api/spares',
  operation: 'enterSpare',
  tag,
  say: { zh: '登记备件', en: 'Enter spare parts' },
  access: keepers,
  scope: 'area',
  write: 'transaction',
  body: NewSpare,
  answers: { 201: SpareView },
  handle: async (ctx, { body }) => {
    const made = await enterSpare(ctx, body)
    return created(made.id, await spareView(ctx, made.id))
  },
  again: spareView,
})

const stock = route({
  method: 'post',
  path: '/api/spares/{id}/stock',
  operation: 'changeStock',
  tag,
  say: { zh: '备件进出', en: 'Spare parts in or out' },
  access: keepers,
  scope: 'area',
  write: 'transaction',
  params: Id,
  body: StockChange,
  answers: { 201: SpareView },
  handle: async (ctx, { params, body }) => {
    await changeStock(ctx, params.id, body)
    return created(params.id, await spareView(ctx, params.id))
  },
  again: spareView,
})

export const spareRoutes: readonly Route[] = [list, one, enter, stock]
