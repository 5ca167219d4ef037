import { z } from 'zod'
import { type Flow, listed, type Noun } from '#mechanisms/flow'
import { type Context, type Role, roles } from '#platform/context'
import { checked } from '#platform/http/problem'
import { type Route, route } from '#platform/route'
import { moveCase, moveOrder } from '../commands/move-case.ts'
import { caseFlow } from '../domain/case-flow.ts'
import { orderFlow } from '../domain/order-flow.ts'
import { caseOfOrder, caseView } from '../queries/case-view.ts'
import { publicCase } from '../queries/public-case.ts'
import { asBearer, openLink } from '../queries/follow.ts'
import { Id, Token } from './schemas.ts'
import { CaseView, PublicCase } from './views.ts'

/** What a move asks, with the version that the screen showed. */
function bodyOf(asks: z.ZodType | undefined): z.ZodType {
  const version = { version: z.number().int().min(1).optional() }
  return asks instanceof z.ZodObject ? asks.extend(version) : z.strictObject(version)
}

function split(body: unknown): { input: unknown; version: number | undefined } {
  const { version, ...input } = body as { version?: unknown }
  return { input, version: checked(z.number().int().min(1).optional(), 'body/version', version) }
}

function staffOf<N extends Noun>(flow: Flow<N>, name: string): Role[] {
  const spec = flow.moves[name]
  const named = listed(spec?.by).flatMap((who) => who.roles)
  return roles.filter((role) => named.includes(role) && role !== 'resident')
}

/** One route a move, made from the flow; moves that only a reporter makes have the secret link and `/api/my`. */
function movesOf<N extends Noun>(flow: Flow<N>, run: (name: string) => Route['handle']): Route[] {
  return Object.entries(flow.moves).flatMap(([name, spec]) => {
    const access = staffOf(flow, name)
    if (spec.internal || access.length === 0) return []
    return [
      route({
        method: 'post',
        path: `/api/${flow.kind}s/{id}/${name}`,
        operation: `${name}${flow.kind === 'case' ? 'Case' : 'Order'}`,
        tag: `${flow.kind}s`,
        say: spec.say,
        access,
        scope: 'area',
        write: 'statement',
        params: Id,
        body: bodyOf(spec.asks),
        lateBody: true,
        answers: { 200: CaseView },
        handle: run(name) as never,
        again: async (ctx, id) => (flow.kind === 'case' ? caseView(ctx, id) : caseOfOrder(ctx, id)),
      }),
    ]
  })
}

const caseMoves = movesOf(caseFlow, (name) => async (ctx, input) => {
  const { id } = input.params as unknown as { id: string }
  const { input: typed, version } = split(input.body)
  await moveCase(ctx, id, name, typed, version)
  return caseView({ ...ctx, once: null }, id)
})

const orderMoves = movesOf(orderFlow, (name) => async (ctx, input) => {
  const { id } = input.params as unknown as { id: string }
  const { input: typed, version } = split(input.body)
  const order = await moveOrder(ctx, id, name, typed, version)
  return caseView({ ...ctx, once: null }, order.case_id)
})

const reporterMoves = Object.entries(caseFlow.moves).filter(
  ([, spec]) => !spec.internal && listed(spec.by).some((who) => who.name === 'reporter'),
)

type Spec = (typeof reporterMoves)[number][1]

const common = (spec: Spec) =>
  ({
    method: 'post',
    tag: 'cases',
    say: spec.say,
    scope: 'own',
    write: 'statement',
    body: bodyOf(spec.asks),
    lateBody: true,
    answers: { 200: PublicCase },
  }) as const

/** As the reporter, not as the member of staff that the same person may be. */
const asReporter = (ctx: Context): Context => ({ ...ctx, actor: { ...ctx.actor, posts: [] } })

async function moveOwn(ctx: Context, id: string, name: string, body: unknown) {
  const { input, version } = split(body)
  await moveCase(ctx, id, name, input, version)
  return publicCase({ ...ctx, once: null }, id)
}

const named = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`

const byLink = reporterMoves.map(([name, spec]) =>
  route({
    ...common(spec),
    path: `/api/public/follow/{token}/${name}`,
    operation: `byLink${named(name)}`,
    access: 'public',
    limit: 60,
    params: Token,
    handle: async (ctx, { params, body }) => {
      const id = await openLink(ctx, params.token)
      return moveOwn(asBearer(asReporter(ctx), id), id, name, body)
    },
    again: (ctx, id) => publicCase(asBearer(ctx, id), id),
  }),
)

const signedIn = reporterMoves.map(([name, spec]) =>
  route({
    ...common(spec),
    path: `/api/my/cases/{id}/${name}`,
    operation: `my${named(name)}`,
    access: 'signedIn',
    params: Id,
    handle: (ctx, { params, body }) => moveOwn(asReporter(ctx), params.id, name, body),
    again: (ctx, id) => publicCase(asReporter(ctx), id),
  }),
)

export const moveRoutes: readonly Route[] = [...caseMoves, ...orderMoves, ...byLink, ...signedIn]
