import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { findArea } from '#modules/areas'

/** Units, posts and staff stand in areas that exist. Seeds are trusted: a city may be founded before its areas are imported. @throws orgs.noArea */
export async function knownArea(ctx: Context, ...codes: readonly string[]): Promise<void> {
  if (ctx.actor.kind === 'system') return
  for (const code of codes) {
    if (await findArea(ctx, code)) continue
    throw refuse('invalid', 'orgs.noArea', {
      zh: `没有编号为 ${code} 的区划或网格，请先导入或核对编号。`,
      en: `There is no area or grid ${code}. Import it first, or check the code.`,
    })
  }
}
