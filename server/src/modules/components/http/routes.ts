import { z } from 'zod'
import { moveRoutesOf } from '#mechanisms/flow'
import { created, type Route, route } from '#platform/route'
import { moveComponent } from '../commands/move-component.ts'
import { registerComponent } from '../commands/register.ts'
import { NewComponent } from '../domain/asks.ts'
import { componentFlow, keepers, readers } from '../domain/component-flow.ts'
import { componentView } from '../queries/component-view.ts'
import { countTypes, findBodies } from '../queries/counts.ts'
import { listComponents } from '../queries/list.ts'
import { nearestComponents } from '../queries/nearest.ts'
import { tileOf } from '../queries/tile.ts'
import { BodyQuery, ComponentQuery, CountQuery, Id, NearQuery, TileParams, TileQuery } from './schemas.ts'
import { ComponentTile } from './tile-views.ts'
import { BodyPage, ComponentPage, ComponentRow, ComponentView, TypeCounts } from './views.ts'

const tag = 'components'

const list = route({
  method: 'get',
  path: '/api/components',
  operation: 'listComponents',
  tag,
  say: { zh: '部件列表', en: 'List components' },
  access: readers,
  scope: 'area',
  query: ComponentQuery,
  answers: { 200: ComponentPage },
  handle: (ctx, { query }) => listComponents(ctx, query),
})

const counts = route({
  method: 'get',
  path: '/api/components/counts',
  operation: 'countComponents',
  tag,
  say: { zh: '各类部件有多少', en: 'How many components of each type' },
  access: readers,
  scope: 'area',
  query: CountQuery,
  answers: { 200: TypeCounts },
  handle: (ctx, { query }) => countTypes(ctx, query.area),
})

const bodies = route({
  method: 'get',
  path: '/api/components/bodies',
  operation: 'findComponentBodies',
  tag,
  say: { zh: '找权属、养护单位', en: 'Find bodies that own or maintain components' },
  access: readers,
  scope: 'none',
  query: BodyQuery,
  answers: { 200: BodyPage },
  handle: (ctx, { query }) => findBodies(ctx, query.q),
})

const nearest = route({
  method: 'get',
  path: '/api/components/nearest',
  operation: 'nearestComponents',
  tag,
  say: { zh: '离这里最近的部件', en: 'The components nearest to a point' },
  access: readers,
  scope: 'area',
  query: NearQuery,
  answers: { 200: z.object({ items: z.array(ComponentRow.extend({ away: z.number().int() })) }) },
  handle: async (ctx, { query }) => ({ items: await nearestComponents(ctx, query) }),
})

const tile = route({
  method: 'get',
  path: '/api/components/tiles/{z}/{x}/{y}',
  operation: 'componentTile',
  tag,
  say: { zh: '一块地图上的部件', en: 'The components of one tile of the map' },
  access: readers,
  scope: 'area',
  params: TileParams,
  query: TileQuery,
  answers: { 200: ComponentTile },
  handle: (ctx, { params, query }) => tileOf(ctx, params, query),
})

const one = route({
  method: 'get',
  path: '/api/components/{id}',
  operation: 'getComponent',
  tag,
  say: { zh: '一个部件', en: 'One component' },
  access: readers,
  scope: 'area',
  params: Id,
  answers: { 200: ComponentView },
  handle: (ctx, { params }) => componentView(ctx, params.id),
})

const register = route({
  method: 'post',
  path: '/api/components',
  operation: 'registerComponent',
  tag,
  say: { zh: '登记部件', en: 'Register a component' },
  access: keepers,
  scope: 'area',
  write: 'transaction',
  body: NewComponent,
  answers: { 201: ComponentView },
  handle: async (ctx, { body }) => {
    const inside = { ...ctx, once: null }
    const made = await registerComponent(inside, body)
    return created(made.id, await componentView(inside, made.id))
  },
  again: componentView,
})

const moves = moveRoutesOf(componentFlow, {
  answer: ComponentView,
  run: async (ctx, id, name, input, version) => {
    await moveComponent(ctx, id, name, input, version)
    return componentView({ ...ctx, once: null }, id)
  },
  again: componentView,
})

export const componentRoutes: readonly Route[] = [list, counts, bodies, nearest, tile, one, register, ...moves]
