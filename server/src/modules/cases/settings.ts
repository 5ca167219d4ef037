import type { Limit } from '#platform/calendar'
import type { Context } from '#platform/context'
import type { Noun, Sample, Settings } from '#mechanisms/flow'
import { directory } from '#modules/orgs'
import { isBelow, percentFor, quietClock, type Share, weekOf } from './domain/draw.ts'
import { commitmentOf, lotOf, seedOf } from './lot.ts'

interface AreaSetting {
  readonly scope: string
  readonly limits: Record<string, Limit>
  readonly skipped: string[]
}

interface Decided {
  readonly areas: readonly AreaSetting[]
  readonly shares: readonly Share[]
  /** Hashes of seeds by week, as far as they were committed before the week began. */
  readonly commitments: ReadonlyMap<string, Buffer>
}

interface Cached {
  readonly until: number
  readonly decided: Decided
}

const cache = new WeakMap<object, Cached>()
const keptMs = 5_000

async function readSettings(ctx: Context): Promise<Decided> {
  const [areas, shares, periods] = [
    await ctx.db.query<AreaSetting>({
      name: 'case.settings',
      text: 'select scope, limits, skipped from cases.setting order by length(scope) desc',
      values: [],
    }),
    await ctx.db.query<Share>({ name: 'case.shares', text: 'select scope, from_period, percent from cases.callback_share', values: [] }),
    await ctx.db.query<{ period: string; commitment: Buffer }>({
      name: 'case.commitments',
      text: 'select period, commitment from cases.callback_period where committed_at < starts_at',
      values: [],
    }),
  ]
  return { areas, shares, commitments: new Map(periods.map((row) => [row.period, row.commitment])) }
}

async function decidedBy(ctx: Context): Promise<Decided> {
  const known = cache.get(ctx.city)
  if (known && known.until > Date.now()) return known.decided
  const decided = await readSettings(ctx)
  cache.set(ctx.city, { until: Date.now() + keptMs, decided })
  return decided
}

/** Makes this process read the settings anew, after a change. */
export function forgetSettings(ctx: Context): void {
  cache.delete(ctx.city)
}

/** The draw by the city's seeds: a week counts only when the seed that would be used is the one that was committed before it began. */
function sampleOf(ctx: Context, { shares, commitments }: Decided): Sample {
  const { vault } = ctx.city
  return {
    terms: (noun, now) => {
      const { period } = weekOf(now)
      const committed = commitments.get(period)?.equals(commitmentOf(seedOf(vault, period))) ?? false
      return committed ? { period, percent: percentFor(shares, noun.area, period) } : null
    },
    isDrawn: (number, { period, percent }) => isBelow(lotOf(seedOf(vault, period), number), percent),
  }
}

/** What the areas decided about cases and orders: the longest scope that covers the noun's area counts. */
export async function settingsOf(ctx: Context): Promise<(noun: Pick<Noun, 'area'>) => Settings> {
  const [decided, posts] = [await decidedBy(ctx), await directory(ctx)]
  const calendar = ctx.city.calendar()
  const sample = sampleOf(ctx, decided)
  return (noun) => {
    const own = decided.areas.find((row) => noun.area.startsWith(row.scope))
    const asked = own?.limits['callback']
    const limits = { ...own?.limits, ...(asked && { [quietClock]: asked }) }
    return { calendar, limits, skipped: own?.skipped ?? [], desk: posts.deskFor, sample }
  }
}
