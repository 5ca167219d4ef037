import { z } from 'zod'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { type Cell, cellOf, clustered } from '../domain/map-dots.ts'
import { type CaseFilter, conditions } from './conditions.ts'

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
/** `more`: there are more matters here than are counted at once. */
export const MapView = z.object({ items: z.array(Dot), total: z.number().int(), more: z.boolean() }).meta({ id: 'CaseMap' })

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(text: string): Box {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = text.split(',').map(Number)
  if (![west, south, east, north].every(Number.isFinite) || west >= east || south >= north) {
    throw refuse('malformed', 'map.bbox', { zh: '地图范围不对。', en: 'The box is not west,south,east,north in degrees.' })
  }
  return [west, south, east, north]
}

/** Matters that are counted for one view; with more in view it is drawn by a part of them and says so. */
const counted = 200_000

/** The condition by which index case_map_open is found; a list of states that a person chose goes by case_place. */
const isOpen = "c.state not in ('closed', 'declined', 'referred', 'merged', 'transferred')"

function placed(ctx: Context, query: CaseFilter & { readonly bbox: string }): { where: string; values: unknown[] } {
  const [west, south, east, north] = boxOf(query.bbox)
  const { where, values } = conditions(ctx, query)
  const bind = (value: number): string => `$${values.push(value)}::float8`
  const inBox = query.state
    ? `c.lon is not null and point(c.lon, c.lat) <@ box(point(${bind(west)}, ${bind(south)}), point(${bind(east)}, ${bind(north)}))`
    : `c.lon between ${bind(west)} and ${bind(east)} and c.lat between ${bind(south)} and ${bind(north)} and ${isOpen}`
  return { where: [inBox, ...where].join(' and '), values }
}

/** What is shown of the matters that lie alone, by their place (index case_map_open, or case_place). */
async function alone(ctx: Context, query: CaseFilter & { readonly bbox: string }, cells: readonly Cell[]) {
  if (cells.length === 0) return new Map<string, { id: string; title: string; state: string }>()
  const { where, values } = placed(ctx, query)
  const bind = (value: unknown): string => `$${values.push(value)}`
  const rows = await ctx.db.query<{ lon: number; lat: number; id: string; title: string; state: string }>({
    text: `select w.lon, w.lat, found.id, found.title, found.state
      from unnest(${bind(cells.map((one) => one.lon))}::float8[], ${bind(cells.map((one) => one.lat))}::float8[]) as w(lon, lat)
      cross join lateral (select c.id::text as id, c.title, c.state from cases."case" c where c.lon = w.lon and c.lat = w.lat and ${where} limit 1) found`,
    values,
  })
  return new Map(rows.map((row) => [`${row.lon} ${row.lat}`, row]))
}

/**
 * The open matters in a box, clustered on cells of the view: a bounded answer whatever the number of matters (index case_map_open;
 * with chosen states case_place). Degrees serve to sort into cells only; no distance is worked out of them.
 */
export async function mapOf(ctx: Context, query: CaseFilter & { readonly bbox: string }): Promise<z.infer<typeof MapView>> {
  const [west, , east] = boxOf(query.bbox)
  const { where, values } = placed(ctx, query)
  const bind = (value: unknown): string => `$${values.push(value)}`
  const { width, height } = cellOf(west, east)
  const cells = await ctx.db.query<Cell>({
    text: `select floor(lon / ${bind(width)}::float8)::int as x, floor(lat / ${bind(height)}::float8)::int as y, count(*)::int as n,
        (count(*) filter (where due_at < ${bind(ctx.now)}))::int as late, sum(lon) as lon, sum(lat) as lat
      from (select c.lon, c.lat, c.due_at from cases."case" c where ${where} limit ${counted + 1}) as seen
      group by 1, 2`,
    values,
  })
  const dots = clustered(cells)
  const known = await alone(
    ctx,
    query,
    dots.filter((dot) => dot.n === 1),
  )
  const total = dots.reduce((sum, one) => sum + one.n, 0)
  return {
    items: dots.map(({ lon, lat, n, late }) => {
      const one = n === 1 ? known.get(`${lon} ${lat}`) : undefined
      return { lon: lon / n, lat: lat / n, n, late, id: one?.id ?? null, title: one?.title ?? null, state: one?.state ?? null }
    }),
    total: Math.min(total, counted),
    more: total > counted,
  }
}
