import { type Area, standing } from './area.ts'
import { isCode, levelOf, parentOf, pathOf, scopeOf } from './code.ts'
import { problem, type RowProblem } from './report.ts'

export interface DivisionRow {
  readonly row: number
  readonly code: string
  readonly name: string
}

export interface DivisionInput {
  readonly rows: readonly DivisionRow[]
  readonly known: ReadonlyMap<string, Area>
  /** From when on the new edition counts; `day` is today. Both `YYYY-MM-DD`. */
  readonly validFrom: string
  readonly day: string
  /** Whether the actor may write this area. */
  readonly mayWrite: (code: string) => boolean
}

export interface DivisionPlan {
  readonly created: readonly Area[]
  /** With the new name; the old one becomes an alias. */
  readonly renamed: readonly { readonly area: Area; readonly before: string }[]
  readonly same: number
  readonly refused: readonly RowProblem[]
  readonly absent: readonly Area[]
}

/** What stands directly above a division: its parent, or null for the first of its line that the city knows. */
function above(scope: string, find: (code: string) => Area | undefined): Area | null | 'missing' {
  const parent = parentOf(scope)
  const found = parent === null ? undefined : find(parent)
  if (found) return found
  const known = pathOf(scope)
    .slice(0, -1)
    .some((code) => find(code))
  // A city that keeps only its own part of the tree begins at its province, city or county.
  return !known && scope.length <= 6 ? null : 'missing'
}

interface Work {
  readonly created: Map<string, Area>
  readonly renamed: Map<string, { area: Area; before: string }>
  readonly seen: Map<string, string>
  same: number
}

function refusalOf(row: DivisionRow, scope: string, work: Work, input: DivisionInput): RowProblem | null {
  if (row.name === '') return problem(row.row, scope, 'areas.row-no-name')
  if (levelOf(scope) === 'grid') return problem(row.row, scope, 'areas.row-level')
  const before = work.seen.get(scope)
  if (before !== undefined && before !== row.name) return problem(row.row, scope, 'areas.row-repeated')
  if (!input.mayWrite(scope)) return problem(row.row, scope, 'areas.row-out-of-reach')
  const known = input.known.get(scope)
  return known && standing(known, input.day) === 'dropped' ? problem(row.row, scope, 'areas.code-reused') : null
}

/** Takes one row into the work; gives the reason where it cannot. */
function take(row: DivisionRow, work: Work, input: DivisionInput): RowProblem | null {
  if (!isCode(row.code)) return problem(row.row, null, 'areas.code-malformed')
  const scope = scopeOf(row.code)
  const refused = refusalOf(row, scope, work, input)
  if (refused) return refused
  const known = input.known.get(scope)
  const repeated = work.seen.has(scope)
  work.seen.set(scope, row.name)
  if (repeated || known?.name === row.name) {
    work.same += 1
  } else if (known) {
    work.renamed.set(scope, { area: { ...known, name: row.name }, before: known.name })
  } else {
    const find = (code: string): Area | undefined => work.created.get(code) ?? input.known.get(code)
    const parent = above(scope, find)
    if (parent === 'missing' || (parent && standing(parent, input.day) === 'dropped')) {
      return problem(row.row, scope, 'areas.row-parent-missing')
    }
    const { validFrom } = input
    const fresh = { code: scope, name: row.name, level: levelOf(scope), kind: 'division' as const, parent: parent?.code ?? null }
    work.created.set(scope, { ...fresh, households: null, validFrom, validTo: null, successors: [] })
  }
  return null
}

/** Standing divisions of the counties that the file speaks of, which it does not list. */
function absentFrom(work: Work, input: DivisionInput): Area[] {
  const counties = new Set([...work.seen.keys()].filter((code) => code.length >= 6).map((code) => code.slice(0, 6)))
  return [...input.known.values()].filter(
    (area) =>
      area.kind === 'division' &&
      counties.has(area.code.slice(0, 6)) &&
      !work.seen.has(area.code) &&
      standing(area, input.day) !== 'dropped',
  )
}

/**
 * Lays a new edition of the division codes over what is known (architecture.md section 5: editions differ and areas merge).
 * New codes are added, new names replace old ones, nothing is dropped: what the file no longer lists is told as absent.
 */
export function planDivisions(input: DivisionInput): DivisionPlan {
  const work: Work = { created: new Map(), renamed: new Map(), seen: new Map(), same: 0 }
  const topDown = input.rows.toSorted(
    (a, b) => Number(isCode(a.code) && scopeOf(a.code).length) - Number(isCode(b.code) && scopeOf(b.code).length),
  )
  const refused = topDown.flatMap((row) => take(row, work, input) ?? []).sort((a, b) => a.row - b.row)
  return {
    created: [...work.created.values()],
    renamed: [...work.renamed.values()],
    same: work.same,
    refused,
    absent: absentFrom(work, input),
  }
}
