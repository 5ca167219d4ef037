import type { z } from 'zod'
import type { Context } from '#platform/context'
import { cellAt, finestZoom, isTile, spotsIn, type Tile } from '#platform/geo'
import { refuse } from '#platform/refusal'
import { readingOf } from '../domain/cells.ts'
import type { State } from '../domain/component.ts'
import type { ComponentTile } from '../http/tile-views.ts'
import { type Bind, narrowed, scopesOf, within } from './reach.ts'

export interface TileFilter {
  readonly area?: string | undefined
  readonly type?: string | undefined
  /** Only those that are damaged or lost. */
  readonly wrong?: boolean | undefined
}

interface Together {
  readonly cell: number
  readonly n: number
  readonly wrong: number
  readonly lon: number
  readonly lat: number
  /** A number of one of them; it finds the one where it is alone. */
  readonly spot: number
}

/** Components that are read for one tile; with more it is drawn by a part of them and says so. */
const counted = 100_000

function plain(type: string | undefined): string {
  return type?.replace(/^C/, '') ?? ''
}

/** From the counted cells (primary key of components.cell): a few cells of a few communities, whatever lies in them. */
function countedCells(tile: Tile, filter: TileFilter, scopes: readonly string[], level: number, together: number) {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const { from, to } = spotsIn(tile)
  const [n, wrong] = filter.wrong ? ['wrong', 'wrong'] : ['n', 'wrong']
  const part = bind(4 ** (level - together))
  const text = `select cell / ${part}::bigint as cell, sum(${n})::int as n, sum(${wrong})::int as wrong, sum(lon) / sum(n) as lon, sum(lat) / sum(n) as lat, 0 as spot
    from components.cell where level = ${level} and cell between ${bind(cellAt(from, level))}::bigint and ${bind(cellAt(to, level))}::bigint
      and type = ${bind(plain(filter.type))} and n > 0 and ${within(scopes, 'community', bind)}
    group by 1 having sum(${n}) > 0`
  return { text, values }
}

/** From the components themselves: one unbroken range of index component_spot, read from the index alone. */
function componentCells(tile: Tile, filter: TileFilter, scopes: readonly string[], together: number) {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const part = bind(4 ** (finestZoom - together))
  const where = spotConditions(tile, filter, scopes, bind)
  const text = `select spot / ${part}::bigint as cell, count(*)::int as n, (count(*) filter (where state in ('damaged', 'lost')))::int as wrong,
      avg(lon) as lon, avg(lat) as lat, min(spot) as spot
    from (select spot, state, lon, lat from components.component where ${where} limit ${counted + 1}) seen group by 1`
  return { text, values }
}

function spotConditions(tile: Tile, filter: TileFilter, scopes: readonly string[], bind: Bind): string {
  const { from, to } = spotsIn(tile)
  return [
    `spot between ${bind(from)}::bigint and ${bind(to)}::bigint`,
    filter.wrong ? "state in ('damaged', 'lost')" : "state <> 'removed'",
    ...(filter.type === undefined ? [] : [`type = ${bind(plain(filter.type))}`]),
    within(scopes, 'area', bind),
  ].join(' and ')
}

interface Alone {
  readonly spot: number
  readonly id: string
  readonly type: string
  readonly state: State
}

/** Those that stand alone, by their numbers (index component_spot). */
async function alone(ctx: Context, tile: Tile, filter: TileFilter, scopes: readonly string[], spots: readonly number[]) {
  if (spots.length === 0) return new Map<number, Alone>()
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const where = spotConditions(tile, filter, scopes, bind)
  const rows = await ctx.db.query<Alone>({
    text: `select spot, id, type, state from components.component where spot = any(${bind(spots)}::bigint[]) and ${where}`,
    values,
  })
  return new Map(rows.map((row) => [row.spot, row]))
}

/**
 * The components of one tile of the map, put together where they stand close: an answer of at most 64 dots (near by, of what stands there), whatever the
 * number of components. @throws Refusal `map.tile` (400)
 */
export async function tileOf(ctx: Context, tile: Tile, filter: TileFilter): Promise<z.infer<typeof ComponentTile>> {
  if (!isTile(tile)) throw refuse('malformed', 'map.tile', { zh: '没有这块地图。', en: 'There is no such tile.' })
  const scopes = narrowed(scopesOf(ctx.actor), filter.area)
  const { level, together } = readingOf(
    tile,
    scopes.some((scope) => scope.length > 12),
  )
  const asked = level === null ? componentCells(tile, filter, scopes, together) : countedCells(tile, filter, scopes, level, together)
  const cells = await ctx.db.query<Together>(asked)
  const known = await alone(ctx, tile, filter, scopes, level === null ? cells.filter((one) => one.n === 1).map((one) => one.spot) : [])
  const items = cells.map(({ lon, lat, n, wrong, spot }) => {
    const one = n === 1 ? known.get(spot) : undefined
    return { lon, lat, n, wrong, id: one?.id ?? null, type: one?.type ?? null, state: one?.state ?? null }
  })
  return { items, total: items.reduce((sum, one) => sum + one.n, 0) }
}
