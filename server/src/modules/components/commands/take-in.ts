import { createHash } from 'node:crypto'
import { localDate } from '#platform/calendar'
import { type Context, holds } from '#platform/context'
import { spotOf } from '#platform/geo'
import { newId } from '#platform/ids'
import { Refusal, refuse } from '#platform/refusal'
import { countyOf, insideCity, locateGrid, scopeOf } from '#modules/areas'
import { codeOf } from '../domain/code.ts'
import { type Found, type ProblemCode, problems } from '../domain/columns.ts'
import { keepers } from '../domain/component-flow.ts'
import { lengthOf } from '../domain/line.ts'
import type { FileBody, ReadComponent } from '../domain/read-row.ts'
import { bodyIds, bodyKey } from '../sql/bodies.ts'
import { insertComponents, knownAmong, type NewRow } from '../sql/bulk.ts'
import { takeNumbers } from '../sql/store.ts'
import { initialsOf, masked } from './details.ts'

/** By whom and from where rows are taken in. */
export interface Taking {
  /** The scope of the importer's post. */
  readonly area: string
  /** The system or department that they came from. */
  readonly source: string
  /** The run by which they can be undone; null for seeds. */
  readonly run: string | null
  /** Only try: say what would be taken in. */
  readonly dry: boolean
}

export interface Taken {
  readonly taken: number
  readonly already: number
  readonly problems: readonly Found[]
}

/** A row whose place is known. */
interface PlacedRow {
  readonly row: ReadComponent
  readonly area: string
  readonly region: string
  /** By what the same row is known again: its id in the other system, else what it says. */
  readonly originId: string
}

function said(row: ReadComponent, code: ProblemCode): Found {
  return { line: row.line, code, column: null, value: null, kind: problems[code].kind }
}

function originOf(row: ReadComponent): string {
  if (row.originId !== null) return row.originId
  const words = [row.code?.code ?? '', row.type, row.name, row.lon, row.lat].join('|')
  return `#${createHash('sha256').update(words).digest('hex').slice(0, 20)}`
}

/** Where each row lies; those that lie elsewhere than whoever imports may say are left out. */
async function placeAll(ctx: Context, taking: Taking, rows: readonly ReadComponent[]): Promise<{ placed: PlacedRow[]; found: Found[] }> {
  const placed: PlacedRow[] = []
  const found: Found[] = []
  for (const row of rows) {
    const at = (await locateGrid(ctx, row.lon, row.lat)) ?? (await insideCity(ctx, row.lon, row.lat))
    const area = at === null ? null : scopeOf(at)
    if (area === null || !area.startsWith(taking.area)) found.push(said(row, 'components.outside'))
    else {
      const region = await countyOf(ctx, area)
      if (row.code && row.code.division !== region) found.push(said(row, 'components.other-county'))
      else placed.push({ row, area, region, originId: originOf(row) })
    }
  }
  return { placed, found }
}

const namedIn = ({ supervisor, owner, keeper }: ReadComponent): FileBody[] => [supervisor, owner, keeper].flatMap((body) => body ?? [])

/** Codes for rows that bring none: the next numbers of their type in their county, taken at once. */
async function numbered(ctx: Context, rows: readonly PlacedRow[]): Promise<{ codes: Map<PlacedRow, string>; found: Found[] }> {
  const groups = new Map<string, PlacedRow[]>()
  for (const one of rows) {
    const key = `${one.region} ${one.row.type}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const codes = new Map<PlacedRow, string>()
  const found: Found[] = []
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [region = '', type = ''] = key.split(' ')
    try {
      const first = await takeNumbers(ctx.db, region, type, group.length)
      for (const [at, one] of group.entries()) codes.set(one, codeOf(region, type, first + at))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      found.push(...group.map((one) => said(one.row, 'components.no-number')))
    }
  }
  return { codes, found }
}

function rowOf(ctx: Context, taking: Taking, one: PlacedRow, code: string, ids: ReadonlyMap<string, number>): NewRow {
  const { row, area, region, originId } = one
  const id = (body: FileBody | null): number | null => (body && (ids.get(bodyKey(body)) ?? null)) || null
  return {
    region,
    id: newId(region, ctx.now),
    state: row.state,
    area,
    code,
    former_code: row.formerCode,
    name: row.name,
    initials: initialsOf(row.name),
    type: row.type,
    lon: row.lon,
    lat: row.lat,
    spot: spotOf(row.lon, row.lat),
    datum: row.datum,
    line: row.course && JSON.stringify(row.course),
    metres: row.course && lengthOf(row.course),
    unit_grid: row.unitGrid,
    place_words: row.placeWords && masked(row.placeWords),
    supervisor: id(row.supervisor),
    owner: id(row.owner),
    keeper: id(row.keeper),
    since: row.since ?? localDate(ctx.now),
    changed_on: row.changedOn,
    data_origin: row.dataOrigin,
    remark: row.remark && masked(row.remark),
    dwelling: row.dwelling,
    origin: taking.source,
    origin_id: originId,
    run: taking.run,
  }
}

/** Rows that are new, each once: not known by their code or by their id in the other system, nor said twice. */
async function fresh(ctx: Context, taking: Taking, placed: readonly PlacedRow[]): Promise<PlacedRow[]> {
  const known = await knownAmong(
    ctx.db,
    taking.source,
    placed.map(({ region, row, originId }) => ({ region, code: row.code?.code ?? null, originId })),
  )
  const seen = new Set<string>()
  return placed.filter(({ region, row, originId }, at) => {
    const keys = [`o ${region} ${originId}`, ...(row.code ? [`c ${row.code.code}`] : [])]
    const isNew = !known.has(at) && !keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}

/** Whether somebody may take components in for an area. @throws Refusal `component.not-yours` (403) */
function permit(ctx: Context, area: string): void {
  if (ctx.actor.kind === 'system' || holds(ctx.actor, keepers, area)) return
  throw refuse('forbidden', 'component.not-yours', {
    zh: '您的岗位不能导入部件。',
    en: 'Your post may not import components.',
  })
}

/**
 * Takes in one batch of rows (002-64). The same row again changes nothing and counts as already. Rows are written by one statement with the counts of the
 * map; before it names of bodies, and numbers for rows without a code.
 * @throws Refusal `component.not-yours` (403)
 */
export async function takeIn(ctx: Context, taking: Taking, rows: readonly ReadComponent[]): Promise<Taken> {
  permit(ctx, taking.area)
  const { placed, found } = await placeAll(ctx, taking, rows)
  const wanted = await fresh(ctx, taking, placed)
  if (taking.dry) return { taken: wanted.length, already: placed.length - wanted.length, problems: found }
  const { codes, found: full } = await numbered(
    ctx,
    wanted.filter(({ row }) => row.code === null),
  )
  const ids = await bodyIds(
    ctx.db,
    wanted.flatMap(({ row }) => namedIn(row)),
    false,
  )
  const made = wanted.flatMap((one) => {
    const code = one.row.code?.code ?? codes.get(one)
    return code === undefined ? [] : [rowOf(ctx, taking, one, code, ids)]
  })
  const taken = await insertComponents(ctx.db, made)
  return { taken, already: placed.length - full.length - taken, problems: [...found, ...full] }
}
