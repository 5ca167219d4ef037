import type { Context } from '#platform/context'
import type { Noun, Settings } from '#mechanisms/flow'

/** No promise runs in the life of a component, and nobody waits: an area has nothing to decide about it. */
export function settingsOf(ctx: Context): (noun: Pick<Noun, 'area'>) => Settings {
  const calendar = ctx.city.calendar()
  return () => ({ calendar, limits: {}, skipped: [], desk: () => null })
}
