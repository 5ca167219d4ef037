import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { boxOfTile, distance, metresPerDegree, type SpotRange, spotsIn, tileAt } from '#platform/geo'
import { regionOf } from '#platform/ids'
import { rowColumns, rowViews } from './list.ts'
import { type Bind, narrowed, scopesOf, within } from './reach.ts'

/** Zooms of the squares that are looked through, each twice as wide as the one before: from 60 m upwards; nothing farther than some 60 km is near. */
const zooms = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10] as const

interface Found {
  readonly id: string
  readonly lon: number
  readonly lat: number
}

/** The nine tiles around a point, their numbers as few unbroken ranges, and how far in metres everything is surely in them. */
function around(lon: number, lat: number, z: number): { ranges: SpotRange[]; metres: number } {
  const { x, y } = tileAt(lon, lat, z)
  const [west, south, east, north] = boxOfTile({ z, x, y })
  const tiles = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ z, x: x + dx, y: y + dy })))
  const sorted = tiles
    .filter((tile) => tile.x >= 0 && tile.y >= 0 && tile.x < 2 ** z && tile.y < 2 ** z)
    .map(spotsIn)
    .sort((a, b) => a.from - b.from)
  const ranges: SpotRange[] = []
  for (const range of sorted) {
    const last = ranges.at(-1)
    if (last && last.to + 1 === range.from) ranges[ranges.length - 1] = { from: last.from, to: range.to }
    else ranges.push(range)
  }
  const scale = metresPerDegree(lat)
  const [width, height] = [(east - west) * scale.lon, (north - south) * scale.lat]
  // One whole tile lies between the point's own tile and the rim.
  return { ranges, metres: Math.min(width, height) * 0.99 }
}

async function within9(ctx: Context, ranges: readonly SpotRange[], scopes: readonly string[], type: string | undefined): Promise<Found[]> {
  const sql = statement()
  const bind: Bind = sql.bind
  const spots = ranges.map(({ from, to }) => `spot between ${bind(from)}::bigint and ${bind(to)}::bigint`).join(' or ')
  const typed = type === undefined ? '' : ` and type = ${bind(type.replace(/^C/, ''))}`
  const seen = within(scopes, 'area', bind)
  return ctx.db.query<Found>(
    sql.done(`select id, lon, lat from components.component where (${spots}) and state <> 'removed'${typed} and ${seen} limit 20000`),
  )
}

/**
 * The components nearest to a WGS-84 point that this person may see, with their distance in metres, nearest first: squares around the point are looked
 * through (index component_spot), twice as wide each time, until enough of them lie surely within.
 */
export async function nearestComponents(
  ctx: Context,
  asked: { readonly lon: number; readonly lat: number; readonly type?: string | undefined; readonly limit: number },
) {
  const scopes = narrowed(scopesOf(ctx.actor), undefined)
  let best: (Found & { metres: number })[] = []
  for (const z of zooms) {
    const { ranges, metres } = around(asked.lon, asked.lat, z)
    const found = await within9(ctx, ranges, scopes, asked.type)
    best = found
      .map((one) => ({ ...one, metres: distance([asked.lon, asked.lat], [one.lon, one.lat]) }))
      .sort((a, b) => a.metres - b.metres)
      .slice(0, asked.limit)
    if ((best[asked.limit - 1]?.metres ?? Number.POSITIVE_INFINITY) <= metres) break
  }
  return named(ctx, best)
}

async function named(ctx: Context, best: readonly { readonly id: string; readonly metres: number }[]) {
  const rows = await ctx.db.query<Parameters<typeof rowViews>[1][number]>({
    name: 'component.rows',
    text: `select ${rowColumns} from components.component c join unnest($1::text[], $2::uuid[]) as w(region, id) using (region, id)`,
    values: [best.map((one) => regionOf(one.id)), best.map((one) => one.id)],
  })
  const views = new Map((await rowViews(ctx, rows)).map((view) => [view.id, view]))
  return best.flatMap(({ id, metres }) => {
    const view = views.get(id)
    return view ? [{ ...view, away: Math.round(metres) }] : []
  })
}
