import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Datum, toWgs84 } from '#platform/geo'
import type { Atlas } from '../domain/atlas.ts'
import { mayKeep } from '../domain/permit.ts'
import { type ImportReport, problem, type RowProblem } from '../domain/report.ts'
import { atlasOf } from '../queries/atlas.ts'
import { locateArea } from '../queries/find.ts'
import type { StoredArea } from '../sql/areas.ts'
import { initialsOf } from '../sql/names.ts'
import { type Alias, aliasesIn, type PlaceName, writeAliases, writePlaces } from '../sql/registers.ts'
import { readTable, type TableRow } from './table.ts'

const ALIAS_COLUMNS = {
  external: ['external', '外部编码', '原编码'],
  code: ['code', 'area', '区划代码', '网格编码'],
  note: ['note', '备注'],
} as const

export interface AliasImport {
  /** Whose codes these are, such as `police-grid` or `civil-affairs`. */
  readonly scheme: string
  readonly csv: string
  readonly dryRun: boolean
}

type AliasRow = TableRow<keyof typeof ALIAS_COLUMNS>

function aliasOf(ctx: Context, atlas: Atlas<StoredArea>, row: AliasRow, scheme: string): Alias | RowProblem {
  const area = atlas.find(row.code)
  if (row.external === '' || row.external.length > 80) return problem(row.row, row.code, 'areas.row-no-external')
  if (!area) return problem(row.row, row.code, 'areas.row-area-missing')
  if (!mayKeep(ctx.actor, area.code)) return problem(row.row, area.code, 'areas.row-out-of-reach')
  return { scheme, external: row.external, area: area.code, note: row.note.slice(0, 200) }
}

/**
 * Merges another system's layer of grids into the one net by a table of its codes and ours (002-13). An external code that the
 * file gives to two areas is told as a conflict; one that is known and moves is counted as changed.
 * @throws Refusal `areas.csv-unreadable`, `areas.csv-columns` (422), `areas.csv-too-long` (413)
 */
export async function importAliases(ctx: Context, given: AliasImport): Promise<ImportReport> {
  const rows = readTable(given.csv, ALIAS_COLUMNS, ['external', 'code'])
  const [atlas, before] = [await atlasOf(ctx), await aliasesIn(ctx.db, given.scheme)]
  const taken = new Map<string, Alias>()
  const refused: RowProblem[] = []
  let same = 0
  for (const row of rows) {
    const alias = aliasOf(ctx, atlas, row, given.scheme)
    if ('row' in alias) refused.push(alias)
    else if (before.get(alias.external) === alias.area || taken.get(alias.external)?.area === alias.area) same += 1
    else if (taken.has(alias.external)) refused.push(problem(row.row, alias.area, 'areas.row-two-areas'))
    else taken.set(alias.external, alias)
  }
  const changed = [...taken.keys()].filter((external) => before.has(external)).length
  if (!given.dryRun) {
    await writeAliases(ctx.db, [...taken.values()], ctx.now)
    const facts = { scheme: given.scheme, written: taken.size, refused: refused.length }
    await audit(ctx, { action: 'aliases.imported', object: { kind: 'area', id: null }, facts })
  }
  const counts = { rows: rows.length, created: taken.size - changed, changed, same }
  return { dryRun: given.dryRun, ...counts, refused, absent: [], findings: [] }
}

const PLACE_COLUMNS = {
  name: ['name', '名称'],
  kind: ['kind', '类型'],
  lon: ['lon', 'lng', '经度'],
  lat: ['lat', '纬度'],
} as const

const PLACE_KINDS: ReadonlyMap<string, PlaceName['kind']> = new Map([
  ['street', 'street'],
  ['道路', 'street'],
  ['街道', 'street'],
  ['compound', 'compound'],
  ['小区', 'compound'],
  ['院落', 'compound'],
  ['landmark', 'landmark'],
  ['地标', 'landmark'],
  ['单位', 'landmark'],
  ['', 'landmark'],
])

export interface PlaceImport {
  readonly source: Datum
  readonly csv: string
  readonly dryRun: boolean
}

async function placeOf(ctx: Context, row: TableRow<keyof typeof PLACE_COLUMNS>, source: Datum): Promise<PlaceName | RowProblem> {
  const kind = PLACE_KINDS.get(row.kind)
  if (row.name === '' || row.name.length > 60) return problem(row.row, null, 'areas.row-no-name')
  if (!kind) return problem(row.row, null, 'areas.row-place-kind')
  const [x, y] = [Number(row.lon), Number(row.lat)]
  if (row.lon === '' || row.lat === '' || !(Math.abs(x) <= 180) || !(Math.abs(y) <= 90)) return problem(row.row, null, 'areas.row-point')
  const [lon, lat] = toWgs84(x, y, source)
  const area = await locateArea(ctx, lon, lat)
  if (area === null) return problem(row.row, null, 'areas.row-outside-city')
  return mayKeep(ctx.actor, area)
    ? { name: row.name, kind, area, lon, lat, initials: initialsOf(row.name) }
    : problem(row.row, area, 'areas.row-out-of-reach')
}

/**
 * Takes names of streets, compounds and landmarks with their points; each is placed in the smallest area that holds it.
 * @throws Refusal `areas.csv-unreadable`, `areas.csv-columns` (422), `areas.csv-too-long` (413)
 */
export async function importPlaces(ctx: Context, given: PlaceImport): Promise<ImportReport> {
  const rows = readTable(given.csv, PLACE_COLUMNS, ['name', 'lon', 'lat'])
  const refused: RowProblem[] = []
  const taken = new Map<string, PlaceName>()
  for (const row of rows) {
    const place = await placeOf(ctx, row, given.source)
    if ('row' in place) refused.push(place)
    else taken.set(`${place.area} ${place.kind} ${place.name}`, place)
  }
  const counts = { rows: rows.length, created: taken.size, changed: 0, same: rows.length - refused.length - taken.size }
  if (given.dryRun) return { dryRun: true, ...counts, refused, absent: [], findings: [] }
  const written = await writePlaces(ctx.db, [...taken.values()], ctx.now)
  await audit(ctx, { action: 'places.imported', object: { kind: 'area', id: null }, facts: { written, refused: refused.length } })
  return { dryRun: false, ...counts, created: written, same: rows.length - refused.length - written, refused, absent: [], findings: [] }
}
