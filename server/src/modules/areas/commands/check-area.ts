import type { Context } from '#platform/context'
import { isCode, scopeOf } from '../domain/code.ts'
import { keeperPost } from '../domain/permit.ts'
import { checkArea, type CheckReport } from '../queries/checks.ts'

/** The report on the grids of an area, for who keeps it; large cities take seconds. @throws Refusal `areas.missing` (404) */
export async function checkOwnArea(ctx: Context, code: string): Promise<CheckReport> {
  keeperPost(ctx.actor, isCode(code) ? scopeOf(code) : code)
  return checkArea(ctx, code)
}
