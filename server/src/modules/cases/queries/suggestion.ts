import type { z } from 'zod'
import { type Context, holds } from '#platform/context'
import { suggestDispatch, weighedSay } from '#modules/directory'
import type { CaseMatter } from '../domain/moves/matter.ts'
import type { SuggestionView } from '../http/views.ts'
import { namesFor } from './names.ts'

/** Whom the directory would send a matter to, why, and why nobody else; null when there is nothing to send or this person does not. */
export async function suggestionFor(ctx: Context, { noun }: CaseMatter): Promise<z.infer<typeof SuggestionView> | null> {
  if (!['submitted', 'registered'].includes(noun.state) || !holds(ctx.actor, ['dispatcher', 'communityDesk'], noun.area)) return null
  const found = await suggestDispatch(ctx, { category: noun.category, area: noun.area, severity: noun.severity })
  const names = await namesFor(ctx, {})
  const named = new Set([found.rule, ...found.alternatives.map((one) => one.rule)])
  const whyNot = (rule: string) => weighedSay[found.weighed.find((one) => one.rule === rule)?.because ?? 'widerClass']
  return {
    lead: found.lead ? names.unit(found.lead) : null,
    support: found.support.map(names.unit),
    because: found.because,
    rule: found.rule,
    version: found.version,
    alternatives: found.alternatives.map((one) => ({ unit: names.unit(one.unit), because: one.because, whyNot: whyNot(one.rule) })),
    passed: found.weighed
      .filter((one) => !named.has(one.rule))
      .map((one) => ({ rule: one.rule, unit: one.unit === null ? null : names.unit(one.unit), say: weighedSay[one.because] })),
  }
}
