import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Route, route } from '#platform/route'
import { csvStream, xlsxStream } from '#platform/spreadsheet'
import { slipStyle } from '../domain/slip-page.ts'
import { callerOf } from '../queries/callers.ts'
import { openExport } from '../queries/export.ts'
import { repeatsOf } from '../queries/repeats.ts'
import { slipOf } from '../queries/slip.ts'
import { RepeatsView } from './repeat-views.ts'
import { staffRoles } from './routes.ts'
import { CaseQuery, Id } from './schemas.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

const exportCases = route({
  method: 'get',
  path: '/api/cases/export',
  operation: 'exportCases',
  tag: 'cases',
  say: {
    zh: '导出诉求（CSV 或 XLSX），条件与列表相同，不含个人信息',
    en: 'Export matters (CSV or XLSX) by the filters of the list, without personal data',
  },
  access: staffRoles,
  scope: 'area',
  limit: 10,
  query: CaseQuery.omit({ after: true, limit: true, order: true }).extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  answers: { 200: null },
  handle: async (ctx, { query: { format, ...filter }, http }) => {
    const { header, rows } = await openExport(ctx, format, filter)
    http.header('content-disposition', `attachment; filename="cases.${format}"`)
    http.send(types[format], format === 'csv' ? csvStream(header, rows) : xlsxStream('cases', header, rows))
    return undefined
  },
})

const slip = route({
  method: 'get',
  path: '/api/cases/{id}/slip',
  operation: 'printCase',
  tag: 'cases',
  say: {
    zh: '打印一件诉求；登记人一天内打印的回执带秘密链接二维码，可用大字',
    en: 'Print a matter; the receipt that its intake clerk prints within a day carries the secret link, in large print if asked for',
  },
  access: staffRoles,
  scope: 'area',
  params: Id,
  query: z.strictObject({ large: z.stringbool().default(false), lang: z.enum(['zh', 'en']).optional() }),
  answers: { 200: null },
  handle: async (ctx, { params, query, http }) => {
    const page = await slipOf({ ...ctx, lang: query.lang ?? ctx.lang }, params.id, query.large)
    const style = createHash('sha256').update(slipStyle(query.large)).digest('base64')
    http.header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${style}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    )
    http.send('text/html; charset=utf-8', page)
    return undefined
  },
})

const Caller = z
  .object({
    known: z.boolean(),
    name: z.string().nullable(),
    open: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string(), reportedAt: z.string() })),
  })
  .meta({ id: 'Caller' })

const caller = route({
  method: 'get',
  path: '/api/callers',
  operation: 'findCaller',
  tag: 'cases',
  say: { zh: '来电人：有哪些未办结的诉求（姓名脱敏，留痕）', en: 'Who calls: masked name and open matters; leaves a trace' },
  access: ['communityDesk', 'hotlineClerk', 'dispatcher'],
  scope: 'area',
  limit: 30,
  query: z.strictObject({ phone: z.string().trim().min(7).max(24) }),
  answers: { 200: Caller },
  handle: (ctx, { query }) => callerOf(ctx, query.phone),
})

const repeats = route({
  method: 'get',
  path: '/api/cases/{id}/repeats',
  operation: 'listRepeats',
  tag: 'cases',
  say: { zh: '好像是同一件事的诉求，附理由', en: 'Matters that are likely the same, with the reasons' },
  access: ['communityDesk', 'dispatcher'],
  scope: 'area',
  params: Id,
  answers: { 200: RepeatsView },
  handle: (ctx, { params }) => repeatsOf(ctx, params.id),
})

/** What a desk does beside moving matters: exports, paper, callers. */
export const deskRoutes: readonly Route[] = [exportCases, slip, caller, repeats]
