import { z } from 'zod'
import { type Route, route } from '#platform/route'
import { drawPage, publicDraws } from '../queries/draws.ts'

const Area = z.object({ code: z.string(), name: z.string() })

const Period = z.object({
  /** ISO week: `2026-W48`, Monday 00:00 to Monday 00:00 in Asia/Shanghai. */
  period: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** When the seed is published. */
  revealAt: z.string(),
  /** SHA-256 of the seed, hexadecimal. */
  commitment: z.string(),
  committedAt: z.string(),
  /** 32 bytes, hexadecimal; null until it is published. */
  seed: z.string().nullable(),
  revealedAt: z.string().nullable(),
  /** Matters whose reporters stayed silent and that took part; null until the seed is published. */
  silent: z.number().int().nullable(),
  drawn: z.number().int().nullable(),
})

export const DrawsView = z
  .object({
    now: z.string(),
    periods: z.array(Period),
    shares: z.array(z.object({ area: Area, fromPeriod: z.string(), percent: z.number().int() })),
  })
  .meta({ id: 'CallbackDraws' })

export const DrawPage = Period.extend({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      area: Area,
      percent: z.number().int(),
      at: z.string(),
      /** The first 32 bits of HMAC-SHA-256(seed, number); null until the seed is published. */
      lot: z.number().int().nullable(),
      drawn: z.boolean().nullable(),
    }),
  ),
  next: z.string().nullable(),
}).meta({ id: 'CallbackDraw' })

const recipe = {
  zh: '回访抽签公示：每周种子的哈希事先公布，种子在该周结束两周后公布。核对：SHA-256(种子) 等于事先公布的哈希；HMAC-SHA-256(种子，诉求编号) 的前 32 位小于 比例 × 2^32 ÷ 100 的，就是抽中',
  en: 'The callback draw: the hash of each week’s seed is published before the week, the seed two weeks after it. To check: SHA-256(seed) is the hash; a matter is drawn when the first 32 bits of HMAC-SHA-256(seed, its number) lie below percent × 2^32 ÷ 100',
}

const draws = route({
  method: 'get',
  path: '/api/public/callback-draws',
  operation: 'listCallbackDraws',
  tag: 'cases',
  say: recipe,
  access: 'public',
  scope: 'none',
  limit: 60,
  answers: { 200: DrawsView },
  handle: (ctx) => publicDraws(ctx),
})

const draw = route({
  method: 'get',
  path: '/api/callback-draws/{period}',
  operation: 'getCallbackDraw',
  tag: 'cases',
  say: {
    zh: '一周抽签的编号，公布种子后可逐件核对',
    en: 'The numbers of a week’s draw, to be checked one by one once the seed is published',
  },
  access: ['supervisor'],
  scope: 'area',
  params: z.strictObject({ period: z.string().regex(/^\d{4}-W\d{2}$/) }),
  query: z.strictObject({
    area: z
      .string()
      .regex(/^\d{2,15}$/)
      .optional(),
    drawn: z.stringbool().optional(),
    after: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  answers: { 200: DrawPage },
  handle: (ctx, { params, query }) => drawPage(ctx, params.period, query),
})

/** The draw of the callback sample, for everybody to check. */
export const drawRoutes: readonly Route[] = [draws, draw]
