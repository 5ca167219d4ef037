import type { Limit } from '#platform/calendar'
import type { Context } from '#platform/context'
import type { Noun, Settings } from '#mechanisms/flow'
import { directory } from '#modules/orgs'

interface AreaSetting {
  readonly scope: string
  readonly limits: Record<string, Limit>
  readonly skipped: string[]
}

interface Cached {
  readonly until: number
  readonly rows: readonly AreaSetting[]
}

const cache = new WeakMap<object, Cached>()
const keptMs = 5_000

async function areaSettings(ctx: Context): Promise<readonly AreaSetting[]> {
  const known = cache.get(ctx.city)
  if (known && known.until > Date.now()) return known.rows
  const rows = await ctx.db.query<AreaSetting>({
    name: 'case.settings',
    text: 'select scope, limits, skipped from cases.setting order by length(scope) desc',
    values: [],
  })
  cache.set(ctx.city, { until: Date.now() + keptMs, rows })
  return rows
}

/** Makes this process read the settings anew, after a change. */
export function forgetSettings(ctx: Context): void {
  cache.delete(ctx.city)
}

/** What the areas decided about cases and orders: the longest scope that covers the noun's area counts. */
export async function settingsOf(ctx: Context): Promise<(noun: Pick<Noun, 'area'>) => Settings> {
  const [rows, posts] = [await areaSettings(ctx), await directory(ctx)]
  const calendar = ctx.city.calendar()
  return (noun) => {
    const own = rows.find((row) => noun.area.startsWith(row.scope))
    return { calendar, limits: own?.limits ?? {}, skipped: own?.skipped ?? [], desk: posts.deskFor }
  }
}
