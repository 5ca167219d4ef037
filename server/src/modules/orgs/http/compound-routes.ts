import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { createCompound, fillSlot, markRed, withdrawRed } from '../commands/compounds.ts'
import { compoundKindCodes, managementCodes } from '../domain/compound.ts'
import { slotCodes } from '../domain/unit.ts'
import { listCompounds, propertyCompanies } from '../queries/registers.ts'
import { CompanyList, CompoundBody, CompoundList, Day, Done, Page, Scope, staff, UnitId } from './schemas.ts'
import { compoundCard, page, withAreaNames } from './views.ts'

const Within = z.strictObject({ ...Page, area: Scope.optional() })

/** Compounds with their 1+3 bodies (000-23), and the register of property companies (000-98). */
export const compoundRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/compounds',
    operation: 'listCompounds',
    tag: 'orgs',
    say: { zh: '列出小区及其治理主体', en: 'List compounds and the bodies around them' },
    access: staff,
    scope: 'none',
    query: Within.extend({ kind: z.enum(compoundKindCodes).optional(), management: z.enum(managementCodes).optional() }),
    answers: { 200: CompoundList },
    handle: async (ctx, { query }) => page((await withAreaNames(ctx, await listCompounds(ctx, query))).map(compoundCard), query.limit),
  }),
  route({
    method: 'post',
    path: '/api/compounds',
    operation: 'createCompound',
    tag: 'orgs',
    say: { zh: '登记小区', en: 'Enter a compound' },
    access: ['systemAdmin'],
    scope: 'area',
    body: CompoundBody,
    answers: { 201: Done },
    again: async (_ctx, id) => ({ id }),
    handle: async (ctx, { body }) => {
      await createCompound(ctx, body)
      return created(body.id, { id: body.id })
    },
  }),
  route({
    method: 'put',
    path: '/api/compounds/{id}/bodies/{slot}',
    operation: 'fillSlot',
    tag: 'orgs',
    say: { zh: '填写或空缺小区的一个治理主体', en: 'Fill a slot of a compound, or mark it vacant' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ id: UnitId, slot: z.enum(slotCodes) }),
    body: z.strictObject({ unit: UnitId.nullable() }),
    answers: { 200: Done },
    handle: async (ctx, { params, body }) => {
      await fillSlot(ctx, params.id, params.slot, body.unit)
      return { id: params.id }
    },
  }),
  route({
    method: 'get',
    path: '/api/property-companies',
    operation: 'listPropertyCompanies',
    tag: 'orgs',
    say: { zh: '列出物业服务企业', en: 'List property service companies' },
    access: staff,
    scope: 'none',
    query: Within,
    answers: { 200: CompanyList },
    handle: async (ctx, { query }) => page(await propertyCompanies(ctx, query.area ?? null, query.after ?? null, query.limit), query.limit),
  }),
  route({
    method: 'put',
    path: '/api/property-companies/{id}/red-mark',
    operation: 'markRedProperty',
    tag: 'orgs',
    say: { zh: '标记红色物业', en: 'Mark a company as red property' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ id: UnitId }),
    body: z.strictObject({ grounds: z.string().trim().min(2).max(500), markedOn: Day }),
    answers: { 200: Done },
    handle: async (ctx, { params, body }) => {
      await markRed(ctx, params.id, body.grounds, body.markedOn)
      return { id: params.id }
    },
  }),
  route({
    method: 'delete',
    path: '/api/property-companies/{id}/red-mark',
    operation: 'withdrawRedProperty',
    tag: 'orgs',
    say: { zh: '撤销红色物业标记', en: 'Withdraw the mark' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ id: UnitId }),
    answers: { 200: Done },
    handle: async (ctx, { params }) => {
      await withdrawRed(ctx, params.id)
      return { id: params.id }
    },
  }),
]
