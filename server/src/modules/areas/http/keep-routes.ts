import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { addArea } from '../commands/add-area.ts'
import { changeArea, dropArea } from '../commands/change-area.ts'
import { keepSet, setLimit } from '../commands/registers.ts'
import { checkOwnArea } from '../commands/check-area.ts'
import { areaPage } from '../queries/pages.ts'
import { AreaBody, AreaDetail, AreaPatch, CheckAnswer, Code, Done, DropBody, LimitBody, Scheme, SetBody } from './schemas.ts'

const AreaPath = z.strictObject({ code: Code })

/** What the system administrator of an area does with one area at a time. */
export const keepRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/areas',
    operation: 'addArea',
    tag: 'areas',
    say: { zh: '新增区划或网格', en: 'Add a division or a grid' },
    access: ['systemAdmin'],
    scope: 'area',
    bodyLimit: 8_000_000,
    body: AreaBody,
    answers: { 201: AreaDetail },
    again: (ctx, id) => areaPage(ctx, id),
    handle: async (ctx, { body }) => {
      const { code } = await addArea(ctx, body)
      return created(code, await areaPage(ctx, code))
    },
  }),
  route({
    method: 'patch',
    path: '/api/areas/{code}',
    operation: 'changeArea',
    tag: 'areas',
    say: { zh: '修改名称、户数或边界', en: 'Change name, households or border' },
    access: ['systemAdmin'],
    scope: 'area',
    bodyLimit: 8_000_000,
    params: AreaPath,
    body: AreaPatch,
    answers: { 200: AreaDetail },
    handle: async (ctx, { params, body }) => areaPage(ctx, (await changeArea(ctx, params.code, body)).code),
  }),
  route({
    method: 'post',
    path: '/api/areas/{code}/drop',
    operation: 'dropArea',
    tag: 'areas',
    say: { zh: '撤销或并入', en: 'Drop or merge an area' },
    access: ['systemAdmin'],
    scope: 'area',
    params: AreaPath,
    body: DropBody,
    answers: { 200: AreaDetail },
    handle: async (ctx, { params, body }) => areaPage(ctx, (await dropArea(ctx, params.code, body)).code),
  }),
  route({
    method: 'put',
    path: '/api/areas/{code}/limits/{kind}',
    operation: 'setGridLimit',
    tag: 'areas',
    say: { zh: '设定本地网格户数', en: 'Set how many households a grid has here' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ code: Code, kind: z.enum(['general', 'dedicated', 'micro']) }),
    body: LimitBody,
    answers: { 200: AreaDetail },
    handle: async (ctx, { params, body }) => areaPage(ctx, await setLimit(ctx, params.code, params.kind, body.limit)),
  }),
  route({
    method: 'put',
    path: '/api/areas/sets/{set}',
    operation: 'keepAreaSet',
    tag: 'areas',
    say: { zh: '保存跨区划的区域集合', en: 'Keep a named set of areas' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ set: Scheme }),
    body: SetBody,
    answers: { 200: Done },
    handle: async (ctx, { params, body }) => ({ code: await keepSet(ctx, { code: params.set, ...body }) }),
  }),
  route({
    method: 'post',
    path: '/api/areas/checks',
    operation: 'checkAreas',
    tag: 'areas',
    say: { zh: '检查网格：重叠、空白、越界、户数', en: 'Check grids: overlaps, gaps, borders, size' },
    access: ['systemAdmin'],
    scope: 'area',
    write: 'none',
    body: z.strictObject({ area: Code }),
    answers: { 200: CheckAnswer },
    handle: (ctx, { body }) => checkOwnArea(ctx, body.area),
  }),
]
