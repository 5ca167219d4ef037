import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { record } from '#mechanisms/flow'
import { handlerPosts } from '#modules/orgs'
import type { Case } from '../domain/case.ts'
import { newOrder, type Order } from '../domain/order.ts'
import { caseKind, orderKind } from '../sql/kinds.ts'
import { draftCase, planFor, type Report } from './report.ts'

/** What a grid worker did on the spot; photos are never forced. */
export interface Settled {
  readonly result: string
  readonly photos?: readonly string[] | undefined
}

/**
 * 小事一格解决 (002-15): case and order in one go, both with their trace; somebody else verifies.
 * @throws Refusal `case.no-post-here` (403) when the worker has no post for the place
 */
export async function settleOnSpot(ctx: Context, report: Report, settled: Settled): Promise<Case> {
  const draft = await draftCase(ctx, { ...report, registered: true })
  const { noun } = draft
  const post = ctx.actor.posts.find(
    (one) => ['gridWorker', 'gridLeader', 'communityDesk'].includes(one.role) && noun.area.startsWith(one.area),
  )
  if (!post || ctx.actor.id === null) {
    throw refuse('forbidden', 'case.no-post-here', {
      zh: '这个地点不在您的网格里，请改用上报。',
      en: 'This place is not in your grid; report it instead.',
    })
  }
  const at = ctx.now.toISOString()
  const handling = await handlerPosts(ctx)
  const plan = await planFor(ctx, draft, [...noun.photos, ...(settled.photos ?? [])])
  const done: Case = {
    ...noun,
    state: 'verifying',
    lead_unit: post.org,
    outcome: 'solved',
    dispatched_at: at,
    fed_back_at: at,
    handlers: [ctx.actor.id],
  }
  plan.make(caseKind, done, 'settledOnSpot', post.id, { facts: { channel: report.channel, category: noun.category, lead: post.org } })
  const given = { unit: post.org, lead: true, post: handling(post.org), ruled: false, finish_by: null }
  const fresh = newOrder(noun, newId(noun.region, ctx.now), given, at)
  const order: Order = { ...fresh, state: 'fedBack', acknowledged_at: at, fed_back_at: at, outcome: 'solved', photos: settled.photos ?? [] }
  plan.make(orderKind, order, 'settledOnSpot', post.id, {
    facts: { outcome: 'solved', photos: settled.photos ?? [] },
    words: { words: settled.result },
  })
  await record(ctx, plan, { status: 201, made: noun.id })
  return plan.current(done)
}
