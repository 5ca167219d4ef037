import { z } from 'zod'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { type CaseFilter, conditions } from './list.ts'

/** A dot of the map: one matter, or several that lie together. */
export const Dot = z.object({
  lon: z.number(),
  lat: z.number(),
  n: z.number().int(),
  late: z.number().int(),
  id: z.string().nullable(),
  title: z.string().nullable(),
  state: z.string().nullable(),
})
export const MapView = z.object({ items: z.array(Dot), total: z.number().int() }).meta({ id: 'CaseMap' })

function boxOf(text: string): [number, number, number, number] {
  const [west, south, east, north] = text.split(',').map(Number)
  const box = [west, south, east, north]
  if (
    box.some((one) => one === undefined || !Number.isFinite(one)) ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    west >= east ||
    south >= north
  ) {
    throw refuse('malformed', 'map.bbox', { zh: '地图范围不对。', en: 'The box is not west,south,east,north in degrees.' })
  }
  return [west, south, east, north]
}

/** About forty cells across the box: dots nearer to each other than that are drawn as one. */
const cells = 40

/** The open matters in a box, clustered on a grid of the box (index case_place). Degrees serve to sort into cells only; no distance is worked out of them. */
export async function mapOf(ctx: Context, query: CaseFilter & { readonly bbox: string }): Promise<z.infer<typeof MapView>> {
  const [west, south, east, north] = boxOf(query.bbox)
  const { where, values } = conditions(ctx, query)
  const bind = (value: unknown): string => `$${values.push(value)}`
  const box = `box(point(${bind(west)}::float8, ${bind(south)}::float8), point(${bind(east)}::float8, ${bind(north)}::float8))`
  const cell = bind((east - west) / cells)
  const items = await ctx.db.query<z.infer<typeof Dot>>({
    text: `select avg(lon) as lon, avg(lat) as lat, count(*) as n, count(*) filter (where due_at < ${bind(ctx.now)}) as late,
        case when count(*) = 1 then min(id::text) end as id, case when count(*) = 1 then min(title) end as title, case when count(*) = 1 then min(state) end as state
      from cases."case" c
      where c.lon is not null and point(c.lon, c.lat) <@ ${box} and ${where.join(' and ')}
        ${query.state ? '' : "and c.state not in ('closed', 'declined', 'referred', 'merged', 'transferred')"}
      group by floor(lon / ${cell}::float8), floor(lat / ${cell}::float8) limit 5000`,
    values,
  })
  return { items, total: items.reduce((sum, one) => sum + one.n, 0) }
}
