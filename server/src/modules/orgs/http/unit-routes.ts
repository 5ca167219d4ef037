import { z } from 'zod'
import { type Route, route, created } from '#platform/route'
import { closeUnit, createUnit, unitRow, updateUnit } from '../commands/units.ts'
import { namePartyLevels } from '../commands/settings.ts'
import { partyTree, searchUnits } from '../queries/units.ts'
import { unitKinds } from '../domain/unit.ts'
import { PartyLevels, PartyTree, Page, Scope, staff, UnitBody, UnitCard, UnitId, UnitList, UnitPatch } from './schemas.ts'
import { page, unitCard, withAreaNames } from './views.ts'

const UnitPath = z.strictObject({ id: UnitId })

/** Units: the picker for everybody who works here; the register for the system administrator of the area. */
export const unitRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/units',
    operation: 'listUnits',
    tag: 'orgs',
    say: { zh: '查找单位', en: 'Find units' },
    access: staff,
    scope: 'none',
    query: z.strictObject({
      ...Page,
      q: z.string().trim().max(80).optional(),
      area: Scope.optional(),
      kind: z.enum(unitKinds).optional(),
      parent: UnitId.optional(),
    }),
    answers: { 200: UnitList },
    handle: async (ctx, { query }) => page(await withAreaNames(ctx, (await searchUnits(ctx, query)).map(unitCard)), query.limit),
  }),
  route({
    method: 'get',
    path: '/api/units/{id}',
    operation: 'readUnit',
    tag: 'orgs',
    say: { zh: '查看单位', en: 'Read a unit' },
    access: staff,
    scope: 'none',
    params: UnitPath,
    answers: { 200: UnitCard },
    handle: async (ctx, { params }) => unitCard(await unitRow(ctx, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/units',
    operation: 'createUnit',
    tag: 'orgs',
    say: { zh: '登记单位', en: 'Enter a unit' },
    access: ['systemAdmin'],
    scope: 'area',
    body: UnitBody,
    answers: { 201: UnitCard },
    again: async (ctx, id) => unitCard(await unitRow(ctx, id)),
    handle: async (ctx, { body }) => created(body.id, unitCard(await createUnit(ctx, body))),
  }),
  route({
    method: 'patch',
    path: '/api/units/{id}',
    operation: 'updateUnit',
    tag: 'orgs',
    say: { zh: '修改单位', en: 'Change a unit' },
    access: ['systemAdmin'],
    scope: 'area',
    params: UnitPath,
    body: UnitPatch,
    answers: { 200: UnitCard },
    handle: async (ctx, { params, body }) => unitCard(await updateUnit(ctx, params.id, body)),
  }),
  route({
    method: 'delete',
    path: '/api/units/{id}',
    operation: 'closeUnit',
    tag: 'orgs',
    say: { zh: '撤销单位', en: 'Close a unit' },
    access: ['systemAdmin'],
    scope: 'area',
    params: UnitPath,
    query: z.strictObject({ version: z.coerce.number().int().min(1) }),
    answers: { 200: UnitCard },
    handle: async (ctx, { params, query }) => unitCard(await closeUnit(ctx, params.id, query.version)),
  }),
]

/** The party organisation tree and what its levels are called here (001-53). */
export const partyRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/party-tree',
    operation: 'readPartyTree',
    tag: 'orgs',
    say: { zh: '查看党组织体系', en: 'Read the party organisation tree' },
    access: staff,
    scope: 'none',
    query: z.strictObject({ root: UnitId.optional(), area: Scope.optional() }),
    answers: { 200: PartyTree },
    handle: async (ctx, { query }) => ({ items: await partyTree(ctx, query.root ?? null, query.area ?? null) }),
  }),
  route({
    method: 'put',
    path: '/api/party-levels',
    operation: 'namePartyLevels',
    tag: 'orgs',
    say: { zh: '设定党组织层级名称', en: 'Name the levels of the party organisation tree' },
    access: ['systemAdmin'],
    scope: 'none',
    body: PartyLevels,
    answers: { 200: PartyLevels },
    handle: async (ctx, { body }) => {
      await namePartyLevels(ctx, body.levels)
      return body
    },
  }),
]
