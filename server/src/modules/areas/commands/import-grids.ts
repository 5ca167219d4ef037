import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { boxOf, type Datum, type Shape } from '#platform/geo'
import type { Atlas } from '../domain/atlas.ts'
import { pathOf } from '../domain/code.ts'
import { datumSign } from '../domain/datum-sign.ts'
import { type GridRow, readFeatures } from '../domain/features.ts'
import type { Finding, Named } from '../domain/findings.ts'
import { type DrawnArea, type GridPlan, planGrids } from '../domain/grids.ts'
import { mayKeep } from '../domain/permit.ts'
import type { ImportReport } from '../domain/report.ts'
import { standing } from '../domain/area.ts'
import { checkScope } from '../queries/checks.ts'
import { shapeOf, shapesOf, type StoredArea, writeAreas } from '../sql/areas.ts'
import { writing } from './writing.ts'

export interface GridImport {
  /** The datum of the file, declared by the one who brings it: it cannot be seen in the numbers. */
  readonly source: Datum
  readonly features: readonly unknown[]
  readonly validFrom?: string | undefined
  readonly dryRun: boolean
}

/** The smallest division that holds all of these grids; a grid is judged with the whole of its community. */
function commonScope(grids: readonly string[]): string | null {
  const [first, ...others] = grids.map((code) => pathOf(code).slice(0, -1))
  return first?.findLast((step) => others.every((path) => path.includes(step))) ?? null
}

async function plan(ctx: Context, atlas: Atlas<StoredArea>, rows: readonly GridRow[], given: GridImport): Promise<GridPlan> {
  const day = localDate(ctx.now)
  const texts = new Map((await shapesOf(ctx.db, 'grid')).map(({ code, shape }) => [code, JSON.stringify(shape)]))
  return planGrids({
    rows,
    datum: given.source,
    known: atlas.all,
    shapeText: (code) => texts.get(code) ?? null,
    day,
    validFrom: given.validFrom ?? day,
    mayWrite: (code) => mayKeep(ctx.actor, code),
  })
}

/** Signs that the datum was declared wrongly, by the nearest division with a border. */
async function datumSigns(ctx: Context, atlas: Atlas<StoredArea>, rows: readonly GridRow[], datum: Datum): Promise<Finding[]> {
  const groups = new Map<string, Shape[]>()
  for (const { code, community, shape } of rows) {
    const whole = atlas.path((code ?? community ?? '').slice(0, 12)).findLast((area) => area.box)
    if (whole) groups.set(whole.code, [...(groups.get(whole.code) ?? []), shape])
  }
  const signs: Finding[] = []
  for (const [code, shapes] of [...groups].slice(0, 50)) {
    const border = await shapeOf(ctx.db, code)
    const sign = border && datumSign(shapes, { code, name: atlas.all.get(code)?.name ?? code, shape: border }, datum)
    if (sign) signs.push(sign)
  }
  return signs.slice(0, 3)
}

/** Standing grids of the communities that the file speaks of, which it does not bring. */
function absentFrom(ctx: Context, atlas: Atlas<StoredArea>, rows: readonly GridRow[], planned: readonly DrawnArea[]): Named[] {
  const brought = new Set([...planned.map((area) => area.code), ...rows.map((row) => row.code)])
  const communities = new Set(planned.map((area) => area.parent))
  const day = localDate(ctx.now)
  return [...atlas.all.values()]
    .filter((area) => area.level === 'grid' && communities.has(area.parent) && !brought.has(area.code) && standing(area, day) !== 'dropped')
    .map(({ code, name }) => ({ code, name }))
}

async function write(ctx: Context, made: GridPlan, source: Datum): Promise<void> {
  const stored = (area: DrawnArea) => ({ ...area, initials: '', shape: { geometry: area.shape, box: boxOf(area.shape), datum: source } })
  await writeAreas(ctx.db, [...made.created, ...made.changed].map(stored), ctx.now)
  const facts = { created: made.created.length, changed: made.changed.length, refused: made.refused.length }
  await audit(ctx, { action: 'grids.imported', object: { kind: 'area', id: null }, facts })
}

/**
 * Takes grids of a GeoJSON file, numbers those without a code, and tells what the checks say of the outcome. Broken borders are
 * refused row by row; overlaps, gaps and sizes are told and do not stop the import, for the ground is corrected piece by piece.
 * 001-51, 002-13.
 */
export function importGrids(ctx: Context, given: GridImport): Promise<ImportReport> {
  const read = readFeatures(given.features)
  return writing(ctx, async (ctx, atlas) => {
    const made = await plan(ctx, atlas, read.rows, given)
    const { created, changed, same } = made
    const planned = [...created, ...changed]
    const scope = commonScope(planned.map((area) => area.code))
    const checked = scope === null ? [] : (await checkScope(ctx, scope, planned)).findings
    const signs = await datumSigns(ctx, atlas, read.rows, given.source)
    if (!given.dryRun) await write(ctx, made, given.source)
    return {
      dryRun: given.dryRun,
      rows: given.features.length,
      created: created.length,
      changed: changed.length,
      same,
      refused: [...read.refused, ...made.refused].sort((a, b) => a.row - b.row),
      absent: absentFrom(ctx, atlas, read.rows, planned),
      findings: [...signs, ...checked],
    }
  })
}
