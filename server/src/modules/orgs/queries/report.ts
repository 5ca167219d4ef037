import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areasBelow } from '#modules/areas'

/** A line of the completeness report: `n` of `of` are as they should be; `missing` lists those that are not (at most 200). */
export interface ReportLine {
  readonly code: string
  readonly say: Say
  readonly n: number
  readonly of: number
  readonly missing: readonly { readonly id: string; readonly name: string }[]
}

interface Found {
  readonly id: string
  readonly name: string
  readonly full: boolean
}

function line(code: string, say: Say, found: readonly Found[]): ReportLine {
  const missing = found.filter((one) => !one.full).map(({ id, name }) => ({ id, name }))
  return { code, say, n: found.length - missing.length, of: found.length, missing: missing.slice(0, 200) }
}

interface GridFacts {
  readonly grid: string
  readonly fullTime: boolean
  readonly partTime: boolean
  readonly group: boolean
  readonly head: boolean
}

async function gridFacts(ctx: Context, grids: readonly string[]): Promise<GridFacts[]> {
  const staffed = (kind: string): string =>
    `exists (select 1 from orgs.grid_worker w where w.grid = g.grid and w.kind = '${kind}' and w.from_on <= $2 and (w.to_on is null or w.to_on > $2))`
  const group = `u.area = g.grid and u.kind in ('partyGroup', 'branch', 'generalBranch') and u.valid_to is null`
  return ctx.db.query<GridFacts>({
    name: 'orgs.grid-facts',
    text: `select g.grid, ${staffed('fullTime')} as "fullTime", ${staffed('partTime')} as "partTime",
        exists (select 1 from orgs.unit u where ${group}) as "group",
        exists (select 1 from orgs.unit u join orgs.appointment a on a.unit = u.id where ${group}
          and a.position in ('secretary', 'groupLeader') and (a.to_on is null or a.to_on > $2)) as head
      from unnest($1::text[]) as g(grid) order by g.grid`,
    values: [grids, localDate(ctx.now)],
  })
}

async function others(ctx: Context, area: string): Promise<Found[][]> {
  const posts = await ctx.db.query<Found>({
    name: 'orgs.report-posts',
    text: `select p.id, u.name, exists (select 1 from orgs.holding h where h.post = p.id and h.to_at is null) as "full"
      from orgs.post p join orgs.unit u on u.id = p.org where p.valid_to is null and p.area like $1 || '%' order by p.id`,
    values: [area],
  })
  const bodies = await ctx.db.query<Found & { slot: string }>({
    name: 'orgs.report-bodies',
    text: `select c.id, c.name, b.slot, b.unit is not null as "full" from orgs.compound c join orgs.body b on b.compound = c.id
      where c.area like $1 || '%' order by c.id`,
    values: [area],
  })
  const crossed = await ctx.db.query<Found>({
    name: 'orgs.report-cross',
    text: `select u.id, u.name, exists (select 1 from orgs.appointment a join orgs.unit side on side.id in (a.unit, a.cross_from)
          where a.cross_from is not null and (a.to_on is null or a.to_on > $2) and u.id in (side.id, side.attached_to)) as "full"
      from orgs.unit u where u.kind in ('community', 'village') and u.valid_to is null and u.area like $1 || '%' order by u.id`,
    values: [area, localDate(ctx.now)],
  })
  const slot = (name: string): Found[] => bodies.filter((one) => one.slot === name)
  return [posts, slot('branch'), slot('homeownersCommittee'), slot('propertyCompany'), crossed]
}

const gridLines: readonly (readonly [keyof Omit<GridFacts, 'grid'>, Say])[] = [
  ['fullTime', { zh: '配有专职网格员的网格', en: 'Grids with a full-time grid worker' }],
  ['partTime', { zh: '配有兼职网格员的网格', en: 'Grids with a part-time grid worker' }],
  ['group', { zh: '建有党小组的网格', en: 'Grids with a party group' }],
  ['head', { zh: '党小组已配组长的网格', en: 'Grids whose party group has a head' }],
]

const otherLines: readonly (readonly [string, Say])[] = [
  ['posts', { zh: '有人在岗的岗位', en: 'Posts that somebody holds' }],
  ['compoundBranch', { zh: '有党支部的小区', en: 'Compounds with a party branch' }],
  ['compoundOwners', { zh: '有业委会或物管会的小区', en: 'Compounds with an owners’ body' }],
  ['compoundProperty', { zh: '有物业公司的小区(其余为弃管)', en: 'Compounds with a property company (the others are unmanaged)' }],
  ['crossAppointed', { zh: '有交叉任职的社区', en: 'Communities with a cross-appointment' }],
]

/**
 * The completeness report n/N of an area (001-52, 002-12, 002-14, 000-23, 000-03): of grids, posts, compounds and
 * communities, never of a person. Links to branch and venue (002-37) are reported by areas, which keeps them.
 */
export async function completeness(ctx: Context, area: string): Promise<{ area: string; asOf: string; lines: ReportLine[] }> {
  const grids = await areasBelow(ctx, area, 'grid')
  const names = new Map(grids.map((grid) => [grid.code, grid.name]))
  const facts = await gridFacts(ctx, [...names.keys()])
  const of = (key: keyof Omit<GridFacts, 'grid'>): Found[] =>
    facts.map((grid) => ({ id: grid.grid, name: names.get(grid.grid) ?? grid.grid, full: grid[key] }))
  const lists = await others(ctx, area)
  const lines = [
    ...gridLines.map(([code, say]) => line(code, say, of(code))),
    ...otherLines.map(([code, say], at) => line(code, say, lists[at] ?? [])),
  ]
  return { area, asOf: ctx.now.toISOString(), lines }
}
