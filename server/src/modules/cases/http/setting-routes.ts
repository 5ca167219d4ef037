import { z } from 'zod'
import { limitSchema, limitUnits } from '#platform/calendar'
import { type Route, route } from '#platform/route'
import { areaSetting, decideArea } from '../commands/area-setting.ts'
import { deciding } from '../domain/area-setting.ts'
import { leastPercent } from '../domain/draw.ts'
import { Words } from './views.ts'

const Limit = z.object({ unit: z.enum(limitUnits), n: z.number().int() })

const Setting = z
  .object({
    scope: z.string(),
    /** Null while nothing was decided: the flows' own limits hold. */
    since: z.string().nullable(),
    limits: z.record(z.string(), Limit),
    skipped: z.array(z.string()),
    clocks: z.array(z.object({ name: z.string(), say: Words, limit: Limit })),
    optional: z.array(z.object({ move: z.string(), say: Words })),
    /** Which share of reporters who stayed silent is called, in percent; a change holds from the next week on. */
    callback: z.object({
      percent: z.number().int(),
      nextPercent: z.number().int(),
      nextPeriod: z.string(),
      least: z.number().int(),
    }),
  })
  .meta({ id: 'CaseSetting' })

const params = z.strictObject({ scope: z.string().regex(/^\d{2,15}$/) })

const Body = z
  .strictObject({
    limits: z.record(z.string().max(40), limitSchema),
    skipped: z.array(z.string().max(40)).max(40),
    callbackPercent: z.number().int().min(leastPercent).max(100).optional(),
  })
  .meta({ id: 'CaseSettingBody' })

/** What an area decides about clocks and optional steps (places differ: 清原 four steps, 彰武 three). */
export const settingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/settings/{scope}',
    operation: 'getCaseSetting',
    tag: 'settings',
    say: { zh: '一个地区的期限和可省步骤', en: 'An area’s limits and the steps it does without' },
    access: ['systemAdmin'],
    scope: 'area',
    params,
    answers: { 200: Setting },
    handle: async (ctx, { params: { scope } }) => ({ ...(await areaSetting(ctx, scope)), ...deciding() }),
  }),
  route({
    method: 'put',
    path: '/api/cases/settings/{scope}',
    operation: 'putCaseSetting',
    tag: 'settings',
    say: { zh: '决定一个地区的期限和可省步骤；已作出的承诺不变', en: 'Decide an area’s limits and steps; promises that were given stay' },
    access: ['systemAdmin'],
    scope: 'area',
    write: 'statement',
    params,
    body: Body,
    answers: { 200: Setting },
    handle: async (ctx, { params: { scope }, body }) => ({ ...(await decideArea(ctx, scope, body)), ...deciding() }),
    again: async (ctx, _, { params: { scope } }) => ({ ...(await areaSetting(ctx, scope)), ...deciding() }),
  }),
]
