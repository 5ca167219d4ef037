import { type Datum, type MultiPolygon, type Polygon, type Position, type Shape, shapeFaults, shapeToWgs84 } from '#platform/geo'
import { Refusal } from '#platform/refusal'
import { type Area, standing } from './area.ts'
import { isCode, levelOf, parentOf, scopeOf } from './code.ts'
import type { GridRow } from './features.ts'
import { faultSay } from './findings.ts'
import { gridName, nextGrid } from './numbering.ts'
import { problem, type RowProblem } from './report.ts'

/** A grid with its border in WGS-84. */
export interface DrawnArea extends Area {
  readonly shape: Shape
}

export interface GridInput {
  readonly rows: readonly GridRow[]
  readonly datum: Datum
  readonly known: ReadonlyMap<string, Area>
  /** The border that is stored for a grid, as text, to tell what is unchanged. */
  readonly shapeText: (code: string) => string | null
  readonly validFrom: string
  readonly day: string
  readonly mayWrite: (code: string) => boolean
}

export interface GridPlan {
  readonly created: readonly DrawnArea[]
  readonly changed: readonly DrawnArea[]
  readonly same: number
  readonly refused: readonly RowProblem[]
}

interface Work {
  readonly codes: Set<string>
  readonly given: Map<string, string[]>
  readonly created: DrawnArea[]
  readonly changed: DrawnArea[]
  readonly refused: RowProblem[]
  same: number
}

/** Seven decimals are a centimetre; neighbours that share corners share them afterwards. */
function rounded(shape: Shape): Shape {
  const point = ([lon, lat]: Position): Position => [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(point)) } satisfies Polygon
  return {
    type: 'MultiPolygon',
    coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(point))),
  } satisfies MultiPolygon
}

/** The community a row belongs to, or the reason why it has none. */
function communityOf(row: GridRow, input: GridInput): Area | RowProblem {
  const told = row.code ?? row.community
  if (told === null) return problem(row.row, null, 'areas.row-no-code')
  if (!isCode(told)) return problem(row.row, told, 'areas.code-malformed')
  const scope = row.code === null ? scopeOf(told) : (parentOf(told) ?? '')
  if (levelOf(told) !== (row.code === null ? 'community' : 'grid')) return problem(row.row, scopeOf(told), 'areas.row-level')
  const community = input.known.get(scope)
  if (!community || standing(community, input.day) === 'dropped') return problem(row.row, scopeOf(told), 'areas.row-parent-missing')
  return input.mayWrite(scope) ? community : problem(row.row, scopeOf(told), 'areas.row-out-of-reach')
}

/** Every grid code that a community ever gave, those of this file among them. */
function givenIn(community: string, work: Work, input: GridInput): string[] {
  const known = work.given.get(community)
  if (known) return known
  const codes = [...input.known.keys()].filter((code) => code.length === 15 && code.startsWith(community))
  for (const row of input.rows) if (row.code?.startsWith(community)) codes.push(row.code)
  work.given.set(community, codes)
  return codes
}

function faultOf(shape: Shape, row: number, code: string): RowProblem | null {
  const fault = shapeFaults(shape, 1)[0]
  return fault ? { row, area: code, code: 'areas.row-border', say: faultSay(fault.kind) } : null
}

/** The row as an area: what is told replaces what is known, what is not told stays. */
function drawn(row: GridRow, code: string, community: Area, before: Area | undefined, input: GridInput): DrawnArea {
  const told = {
    name: row.name ?? before?.name ?? gridName(community.name, code),
    kind: row.kind,
    households: row.households ?? before?.households ?? null,
    shape: rounded(shapeToWgs84(row.shape, input.datum)),
  }
  if (before) return { ...before, ...told }
  const { validFrom } = input
  return { ...told, code, level: 'grid', parent: community.code, validFrom, validTo: null, successors: [] }
}

function isSame(area: DrawnArea, before: Area, input: GridInput): boolean {
  const { name, kind, households } = before
  return (
    area.name === name && area.kind === kind && area.households === households && input.shapeText(area.code) === JSON.stringify(area.shape)
  )
}

function codeOf(row: GridRow, community: Area, given: readonly string[]): string | RowProblem {
  if (row.code !== null) return scopeOf(row.code)
  try {
    return nextGrid(community.code, given)
  } catch (error) {
    if (error instanceof Refusal) return { row: row.row, area: community.code, code: error.code, say: error.say }
    throw error
  }
}

function take(row: GridRow, work: Work, input: GridInput): RowProblem | null {
  const community = communityOf(row, input)
  if ('row' in community) return community
  const given = givenIn(community.code, work, input)
  const code = codeOf(row, community, given)
  if (typeof code !== 'string') return code
  if (work.codes.has(code)) return problem(row.row, code, 'areas.row-repeated')
  const before = input.known.get(code)
  if (before && standing(before, input.day) === 'dropped') return problem(row.row, code, 'areas.code-reused')
  const area = drawn(row, code, community, before, input)
  const fault = faultOf(area.shape, row.row, code)
  if (fault) return fault
  work.codes.add(code)
  given.push(code)
  if (!before) work.created.push(area)
  else if (isSame(area, before, input)) work.same += 1
  else work.changed.push(area)
  return null
}

/** Lays grids of a file over what is known: new ones get their numbers, known ones their new border; broken ones are told. */
export function planGrids(input: GridInput): GridPlan {
  const work: Work = { codes: new Set(), given: new Map(), created: [], changed: [], refused: [], same: 0 }
  for (const row of input.rows) {
    const refused = take(row, work, input)
    if (refused) work.refused.push(refused)
  }
  return work
}
