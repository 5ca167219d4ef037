import { type Context, holds } from '#platform/context'
import { type Report, reportCase } from './report.ts'
import type { Case } from '../domain/case.ts'
import { type Settled, settleOnSpot } from './settle-on-spot.ts'

/** What staff take in: the same report, whoever brings it (004-11). */
export interface Intake extends Omit<Report, 'anonymous'> {
  readonly onSpot?: Settled | undefined
}

/** Where a desk has a place only in words, or none, the matter lies in the desk's own area. */
function near(report: Omit<Intake, 'onSpot'>, own: string | undefined): Omit<Intake, 'onSpot'> {
  return report.place || report.area !== undefined || own === undefined ? report : { ...report, area: own }
}

/** A grid worker's or a desk's intake. A desk registers at once; what a grid worker passes on goes to the desk (大事全网联动). */
export async function takeIn(ctx: Context, intake: Intake): Promise<Case> {
  const { onSpot, ...given } = intake
  const desk = holds(ctx.actor, ['communityDesk', 'hotlineClerk', 'dispatcher'])
  const report = near(given, desk?.area)
  if (onSpot) return settleOnSpot(ctx, { ...report, channel: 'gridWorker' }, onSpot)
  return reportCase(ctx, { ...report, registered: desk !== null && report.channel !== 'gridWorker' && report.category !== undefined })
}
