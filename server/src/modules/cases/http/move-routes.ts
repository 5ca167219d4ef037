import { listed, moveBody, moveRoutesOf, splitBody } from '#mechanisms/flow'
import type { Context } from '#platform/context'
import { type Route, route } from '#platform/route'
import { moveCase, moveOrder } from '../commands/move-case.ts'
import { caseFlow } from '../domain/case-flow.ts'
import { orderFlow } from '../domain/order-flow.ts'
import { caseOfOrder, caseView } from '../queries/case-view.ts'
import { publicCase } from '../queries/public-case.ts'
import { asBearer, openLink } from '../queries/follow.ts'
import { Id, Token } from './schemas.ts'
import { CaseView, PublicCase } from './views.ts'

const caseMoves = moveRoutesOf(caseFlow, {
  answer: CaseView,
  run: async (ctx, id, name, input, version) => {
    await moveCase(ctx, id, name, input, version)
    return caseView({ ...ctx, once: null }, id)
  },
  again: caseView,
})

const orderMoves = moveRoutesOf(orderFlow, {
  answer: CaseView,
  run: async (ctx, id, name, input, version) => {
    const order = await moveOrder(ctx, id, name, input, version)
    return caseView({ ...ctx, once: null }, order.case_id)
  },
  again: caseOfOrder,
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
    body: moveBody(spec.asks),
    lateBody: true,
    answers: { 200: PublicCase },
  }) as const

/** As the reporter, not as the member of staff that the same person may be. */
const asReporter = (ctx: Context): Context => ({ ...ctx, actor: { ...ctx.actor, posts: [] } })

async function moveOwn(ctx: Context, id: string, name: string, body: unknown) {
  const { input, version } = splitBody(body)
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
