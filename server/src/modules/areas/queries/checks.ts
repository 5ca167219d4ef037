import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { boxesMeet, boxOfAll, boxOf, type Shape } from '#platform/geo'
import { type Area, standing } from '../domain/area.ts'
import type { Atlas } from '../domain/atlas.ts'
import { type CheckedGrid, type CheckedWhole, checkGrids } from '../domain/checks.ts'
import { pathOf } from '../domain/code.ts'
import type { Finding } from '../domain/findings.ts'
import { missing } from '../domain/permit.ts'
import { shapeOf, shapesOf, shapesOfCodes, type StoredArea } from '../sql/areas.ts'
import { allLimits } from '../sql/registers.ts'
import { atlasOf } from './atlas.ts'

/** A grid that is only planned: it stands in for the stored one in the checks. */
export type Planned = Area & { readonly shape: Shape }

/** The nearest division above a grid whose border is known; it need not lie within what is checked. */
function nearestWhole(atlas: Atlas<StoredArea>, grid: string): StoredArea | null {
  return (
    pathOf(grid)
      .slice(0, -1)
      .toReversed()
      .map((code) => atlas.all.get(code))
      .find((area) => area?.box) ?? null
  )
}

async function wholesOf(
  ctx: Context,
  atlas: Atlas<StoredArea>,
  grids: readonly CheckedGrid[],
  every: readonly CheckedGrid[],
): Promise<CheckedWhole[]> {
  const areas = new Map<string, StoredArea>()
  for (const grid of grids) {
    const whole = nearestWhole(atlas, grid.code)
    if (whole) areas.set(whole.code, whole)
  }
  const wholes: CheckedWhole[] = []
  for (const { code, name } of areas.values()) {
    const shape = await shapeOf(ctx.db, code)
    if (shape) wholes.push({ code, name, shape, grids: every.filter((grid) => grid.code.startsWith(code)) })
  }
  return wholes
}

/** The grids that stand below a scope, with the planned ones in the place of theirs. */
async function gridsIn(
  ctx: Context,
  atlas: Atlas<StoredArea>,
  scope: string,
  planned: ReadonlyMap<string, Planned>,
): Promise<CheckedGrid[]> {
  const day = localDate(ctx.now)
  const shapes = new Map((await shapesOf(ctx.db, 'grid', scope)).map((row) => [row.code, row.shape]))
  const stored = [...atlas.all.values()].filter(
    (area) => area.level === 'grid' && area.code.startsWith(scope) && !planned.has(area.code) && standing(area, day) !== 'dropped',
  )
  const kept = stored.map((area): CheckedGrid => ({ ...area, shape: shapes.get(area.code) ?? null }))
  return [...kept, ...[...planned.values()].filter((grid) => grid.code.startsWith(scope))].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The widest division that one must look at to judge the grids of a scope: a community without a border is judged in its town. */
function widened(atlas: Atlas<StoredArea>, scope: string): string {
  return (
    pathOf(scope)
      .toReversed()
      .find((code) => atlas.all.get(code)?.box) ?? scope
  )
}

/** Grids elsewhere whose boxes meet those of the grids that are judged. */
async function neighboursOf(
  ctx: Context,
  atlas: Atlas<StoredArea>,
  grids: readonly CheckedGrid[],
  every: readonly CheckedGrid[],
): Promise<CheckedGrid[]> {
  const around = boxOfAll(grids.flatMap((grid) => (grid.shape ? [boxOf(grid.shape)] : [])))
  if (!around) return []
  const [day, known] = [localDate(ctx.now), new Set(every.map((grid) => grid.code))]
  const near = [...atlas.all.values()].filter(
    (area) =>
      area.level === 'grid' && area.box && boxesMeet(area.box, around) && !known.has(area.code) && standing(area, day) !== 'dropped',
  )
  const shapes = await shapesOfCodes(
    ctx.db,
    near.map((area) => area.code),
  )
  return near.map((area) => ({ ...area, shape: shapes.get(area.code) ?? null }))
}

/** What the checks say of the grids below a scope, as they stand or with planned ones laid over them. */
export async function checkScope(
  ctx: Context,
  scope: string,
  planned: readonly Planned[] = [],
): Promise<{ grids: number; findings: Finding[] }> {
  const atlas = await atlasOf(ctx)
  const every = await gridsIn(ctx, atlas, widened(atlas, scope), new Map(planned.map((grid) => [grid.code, grid])))
  const grids = every.filter((grid) => grid.code.startsWith(scope))
  const neighbours = [...every.filter((grid) => !grid.code.startsWith(scope)), ...(await neighboursOf(ctx, atlas, grids, every))]
  const wholes = await wholesOf(ctx, atlas, grids, every)
  return { grids: grids.length, findings: checkGrids({ grids, neighbours, wholes, limits: await allLimits(ctx.db) }) }
}

export interface CheckReport {
  readonly area: { readonly code: string; readonly name: string }
  readonly grids: number
  /** Communities and villages below that have no grid at all. */
  readonly communitiesWithoutGrid: number
  readonly findings: readonly Finding[]
}

/** The report on all grids of an area (001-51). @throws Refusal `areas.missing` (404) */
export async function checkArea(ctx: Context, code: string): Promise<CheckReport> {
  const atlas = await atlasOf(ctx)
  const area = atlas.find(code)
  if (!area) throw missing()
  const day = localDate(ctx.now)
  const standingIn = [...atlas.all.values()].filter((one) => one.code.startsWith(area.code) && standing(one, day) === 'standing')
  const withGrids = new Set(standingIn.filter((one) => one.kind === 'general').map((one) => one.parent))
  const communitiesWithoutGrid = standingIn.filter((one) => one.level === 'community' && !withGrids.has(one.code)).length
  return { area: { code: area.code, name: area.name }, communitiesWithoutGrid, ...(await checkScope(ctx, area.code)) }
}
