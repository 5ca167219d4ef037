import { created, type Route, route } from '#platform/route'
import { addContact, removeContact, showContact } from '../commands/contacts.ts'
import { callers, keepers, readers } from '../domain/permit.ts'
import { building, buildings } from '../queries/buildings.ts'
import { BuildingDetail, BuildingList, BuildingQuery, ContactBody, Done, Id, ShowBody, ShownValue } from './schemas.ts'

const keeping = [...new Set([...keepers, ...callers])]

/** Buildings with their entrances and dwellings, and who is called in them (004-17). */
export const buildingRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/places/buildings',
    operation: 'listBuildings',
    tag: 'places',
    say: { zh: '列出楼栋', en: 'List buildings' },
    access: readers,
    scope: 'area',
    query: BuildingQuery,
    answers: { 200: BuildingList },
    handle: (ctx, { query }) => buildings(ctx, query),
  }),
  route({
    method: 'get',
    path: '/api/places/buildings/{id}',
    operation: 'getBuilding',
    tag: 'places',
    say: { zh: '一栋楼：单元、户室、联系人', en: 'A building: entrances, dwellings, contacts' },
    access: readers,
    scope: 'area',
    params: Id,
    answers: { 200: BuildingDetail },
    handle: (ctx, { params }) => building(ctx, params.id),
  }),
  route({
    method: 'post',
    path: '/api/places/buildings/{id}/contacts',
    operation: 'addBuildingContact',
    tag: 'places',
    say: { zh: '登记一栋楼的联系人，须本人同意', en: 'Enter whom to call in a building; the person has agreed' },
    access: keeping,
    scope: 'area',
    params: Id,
    body: ContactBody,
    answers: { 201: Done },
    again: async (_ctx, id) => ({ id }),
    handle: async (ctx, { params, body }) => {
      const id = await addContact(ctx, params.id, body)
      return created(id, { id })
    },
  }),
  route({
    method: 'delete',
    path: '/api/places/contacts/{id}',
    operation: 'endBuildingContact',
    tag: 'places',
    say: { zh: '撤下一位联系人', en: 'Take a contact away' },
    access: keeping,
    scope: 'area',
    params: Id,
    answers: { 200: Done },
    again: async (_ctx, _id, { params }) => ({ id: params.id }),
    handle: async (ctx, { params }) => {
      await removeContact(ctx, params.id)
      return { id: params.id }
    },
  }),
  route({
    method: 'post',
    path: '/api/places/contacts/{id}/reveal',
    operation: 'showBuildingContact',
    tag: 'places',
    say: { zh: '按用途查看联系人的姓名或电话，留痕', en: 'Show name or phone of a contact for a purpose; a trace is kept' },
    access: callers,
    scope: 'area',
    params: Id,
    body: ShowBody,
    answers: { 200: ShownValue },
    limit: 60,
    again: async (ctx, _id, { params, body }) => ({ value: await showContact(ctx, params.id, body.field, body.purpose) }),
    handle: async (ctx, { params, body }) => ({ value: await showContact(ctx, params.id, body.field, body.purpose) }),
  }),
]
