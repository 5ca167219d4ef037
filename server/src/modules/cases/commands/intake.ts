import type { Context } from '#platform/context'
import { type Report, reportCase } from './report.ts'
import type { Case } from '../domain/case.ts'
import { type Settled, settleOnSpot } from './settle-on-spot.ts'

/** What staff take in: the same report, whoever brings it (004-11). */
export interface Intake extends Omit<Report, 'anonymous'> {
  readonly onSpot?: Settled | undefined
}

/** A grid worker's or a desk's intake. A desk registers at once; what a grid worker passes on goes to the desk (大事全网联动). */
export async function takeIn(ctx: Context, intake: Intake): Promise<Case> {
  const { onSpot, ...report } = intake
  if (onSpot) return settleOnSpot(ctx, { ...report, channel: 'gridWorker' }, onSpot)
  const desk = ctx.actor.posts.some((post) => ['communityDesk', 'hotlineClerk', 'dispatcher'].includes(post.role))
  return reportCase(ctx, { ...report, registered: desk && report.channel !== 'gridWorker' && report.category !== undefined })
}
