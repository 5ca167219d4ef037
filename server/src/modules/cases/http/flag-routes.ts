import { z } from 'zod'
import { type Route, route } from '#platform/route'
import { flagKinds } from '../domain/flags.ts'
import { flagsIn } from '../queries/flags.ts'
import { Words } from './views.ts'

export const FlagsView = z
  .object({
    area: z.object({ code: z.string(), name: z.string() }),
    /** The month, `2026-11`. */
    period: z.string(),
    items: z.array(
      z.object({
        kind: z.enum(flagKinds),
        say: Words,
        unit: z.object({ id: z.string(), name: z.string() }),
        n: z.number().int(),
        of: z.number().int(),
        /** A few of the matters behind it. */
        cases: z.array(z.object({ id: z.string(), number: z.string() })),
      }),
    ),
  })
  .meta({ id: 'CaseFlags' })

/** What makes figures worth a second look. */
export const flagRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/flags',
    operation: 'listCaseFlags',
    tag: 'cases',
    say: {
      zh: '数据上值得再看一眼的：答复雷同、月末集中、满意却重办、照片重复；只说单位，不说个人',
      en: 'What in the figures is worth a second look: like answers, a rush at a month’s end, satisfied yet reopened, repeated photos; about units, never people',
    },
    access: ['supervisor', 'dispatcher'],
    scope: 'area',
    query: z.strictObject({
      area: z
        .string()
        .regex(/^\d{2,15}$/)
        .optional(),
      period: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
    }),
    answers: { 200: FlagsView },
    handle: (ctx, { query }) => flagsIn(ctx, query),
  }),
]
