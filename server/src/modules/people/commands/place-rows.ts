import type { Context } from '#platform/context'
import { areasBelow, cityArea } from '#modules/areas'

/** Areas of the city by name; a name that two of them have leads nowhere. */
export type AreasByName = ReadonlyMap<string, string | null>

const kept = new WeakMap<object, { readonly until: number; readonly names: AreasByName }>()
const keptMs = 10_000

/** Towns, communities and grids by their names, kept for some seconds: a file asks for each of its rows. */
export async function areasByName(ctx: Context): Promise<AreasByName> {
  const known = kept.get(ctx.city)
  if (known && known.until > ctx.now.getTime() && known.until - keptMs <= ctx.now.getTime()) return known.names
  const names = new Map<string, string | null>()
  const city = await cityArea(ctx)
  if (city) {
    for (const level of ['county', 'town', 'community', 'grid'] as const) {
      for (const { name, code } of await areasBelow(ctx, city.code, level)) names.set(name, names.has(name) ? null : code)
    }
  }
  kept.set(ctx.city, { until: ctx.now.getTime() + keptMs, names })
  return names
}
