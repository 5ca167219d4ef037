import type { Context } from '#platform/context'
import { areasBelow } from '#modules/areas'
import { completeness, type ReportLine } from './report.ts'

/** What an area's grids, posts and compounds lack, n/N (001-52, 002-12, 002-37). */
export async function gridReport(ctx: Context, area: string): Promise<{ area: string; asOf: string; lines: ReportLine[] }> {
  return { area, asOf: ctx.now.toISOString(), lines: await completeness(ctx, area, await areasBelow(ctx, area, 'grid')) }
}
