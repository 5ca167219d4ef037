import { z } from 'zod'
import { checked } from '#platform/http/problem'
import { type Route, route } from '#platform/route'
import { moveDoubt } from '../commands/settle-doubt.ts'
import { doubtFlow } from '../domain/doubt-flow.ts'
import { keepers } from '../domain/permit.ts'
import { doubtPage, listDoubts } from '../queries/doubts.ts'
import { DoubtList, DoubtView, Id, Page } from './schemas.ts'

const list = route({
  method: 'get',
  path: '/api/doubts',
  operation: 'listDoubts',
  tag: 'people',
  say: { zh: '等人判断是不是同一个人', en: 'Pairs that may be one person, to be decided' },
  access: keepers,
  scope: 'area',
  query: z.strictObject(Page),
  answers: { 200: DoubtList },
  handle: async (ctx, { query }) => {
    const items = await listDoubts(ctx, query)
    return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
  },
})

const one = route({
  method: 'get',
  path: '/api/doubts/{id}',
  operation: 'readDoubt',
  tag: 'people',
  say: { zh: '一对疑似同一人：分数、理由、两边对照（留痕）', en: 'A doubtful pair: score, reasons and both side by side; leaves a trace' },
  access: keepers,
  scope: 'area',
  params: Id,
  answers: { 200: DoubtView },
  handle: (ctx, { params }) => doubtPage(ctx, params.id),
})

const version = { version: z.number().int().min(1).optional() }

/** One route a move that a person makes, from the flow. */
const moves = Object.entries(doubtFlow.moves)
  .filter(([, spec]) => !spec.internal)
  .map(([name, spec]) =>
    route({
      method: 'post',
      path: `/api/doubts/{id}/${name}`,
      operation: `${name}Doubt`,
      tag: 'people',
      say: spec.say,
      access: keepers,
      scope: 'area',
      write: 'statement',
      params: Id,
      body: spec.asks instanceof z.ZodObject ? spec.asks.extend(version) : z.strictObject(version),
      lateBody: true,
      answers: { 200: DoubtView },
      handle: async (ctx, { params, body }) => {
        const { version: seen, ...typed } = body as { version?: unknown }
        await moveDoubt(ctx, params.id, name, typed, checked(version.version, 'body/version', seen))
        return doubtPage({ ...ctx, once: null }, params.id)
      },
      again: (ctx, id) => doubtPage(ctx, id),
    }),
  )

export const doubtRoutes: readonly Route[] = [list, one, ...moves]
