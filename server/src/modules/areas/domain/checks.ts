import { areaOf, boxesMeet, boxOf, gapsIn, outsideOf, overlapOf, pointInside, pairsOf, type Shape, shapeFaults } from '#platform/geo'
import type { AreaKind } from './area.ts'
import { covers } from './code.ts'
import {
  type Finding,
  gapFinding,
  householdsFinding,
  type Named,
  noShapeFinding,
  outsideFinding,
  overlapFinding,
  shapeFinding,
} from './findings.ts'
import { limitFor, type SizeLimit } from './limits.ts'

/** A grid as the checks see it. */
export interface CheckedGrid extends Named {
  readonly kind: AreaKind
  readonly households: number | null
  readonly shape: Shape | null
}

/** A division with its border, and the grids below it that are to cover it. */
export interface CheckedWhole extends Named {
  readonly shape: Shape
  readonly grids: readonly CheckedGrid[]
}

export interface CheckInput {
  readonly grids: readonly CheckedGrid[]
  /** Grids around, which are not judged themselves but may be overlapped. */
  readonly neighbours?: readonly CheckedGrid[]
  readonly wholes: readonly CheckedWhole[]
  readonly limits: readonly SizeLimit[]
}

/** Slivers below this are the noise of drawing, in m². */
const SLIVER = 10

type Drawn = CheckedGrid & { readonly shape: Shape }

const isDrawn = (grid: CheckedGrid): grid is Drawn => grid.shape !== null

/** The pieces together, and a point in the largest of them; null when all of it is noise. */
function measured(pieces: readonly Shape[]): { m2: number; at: [number, number] } | null {
  const sized = pieces.map((piece) => ({ piece, m2: areaOf(piece) })).sort((a, b) => b.m2 - a.m2)
  const m2 = sized.reduce((sum, one) => sum + one.m2, 0)
  return sized[0] && m2 > SLIVER ? { m2, at: pointInside(sized[0].piece) } : null
}

/** Grids of the same kind that lie on each other. A dedicated grid lies on a general one by nature. */
function overlaps(grids: readonly Drawn[], neighbours: readonly Drawn[]): Finding[] {
  const all = [...grids, ...neighbours]
  return pairsOf(all.map((grid) => boxOf(grid.shape))).flatMap(([i, j]) => {
    const [a, b] = [all[i] as Drawn, all[j] as Drawn]
    if (a.kind !== b.kind || i >= grids.length) return []
    const found = measured(overlapOf(a.shape, b.shape))
    return found ? [overlapFinding(a, b, found.m2, found.at)] : []
  })
}

/** Grids that stick out of the nearest division with a border; what lies further out follows from it. */
function sticking(whole: CheckedWhole, wholes: readonly CheckedWhole[]): Finding[] {
  const nearer = wholes.filter((other) => other.code !== whole.code && covers(whole.code, other.code))
  const own = whole.grids.filter(isDrawn).filter((grid) => !nearer.some((other) => covers(other.code, grid.code)))
  return own.flatMap((grid) => {
    const found = measured(outsideOf(grid.shape, whole.shape))
    return found ? [outsideFinding(grid, whole, found.m2, found.at)] : []
  })
}

/** Ground without a general grid: told piece by piece, for each wants its own correction. */
function gaps(whole: CheckedWhole, tidy: boolean): Finding[] {
  const parts = whole.grids.filter(isDrawn).filter((grid) => grid.kind === 'general' && boxesMeet(boxOf(grid.shape), boxOf(whole.shape)))
  return gapsIn(
    whole.shape,
    parts.map((grid) => grid.shape),
    tidy,
  ).flatMap((piece) => {
    const found = measured([piece])
    return found ? [gapFinding(whole, found.m2, found.at)] : []
  })
}

function sizes(grids: readonly CheckedGrid[], limits: readonly SizeLimit[]): Finding[] {
  return grids.flatMap((grid) => {
    const limit = limitFor(grid.code, grid.kind, limits)
    if (!limit) return []
    const { least, most } = limit
    return grid.households !== null && grid.households >= least && grid.households <= most
      ? []
      : [householdsFinding(grid, grid.households, least, most)]
  })
}

/**
 * What is wrong with the grids of an area (001-51): borders that cross themselves, grids that overlap or stick out of their
 * division, ground that no grid covers, and grids too small or too large. Empty means that every place has exactly one grid.
 */
export function checkGrids(input: CheckInput): Finding[] {
  const found: Finding[] = []
  const sound: Drawn[] = []
  for (const grid of input.grids) {
    if (!isDrawn(grid)) {
      found.push(noShapeFinding(grid))
      continue
    }
    const faults = shapeFaults(grid.shape)
    for (const fault of faults) found.push(shapeFinding(grid, fault))
    if (faults.length === 0) sound.push(grid)
  }
  const codes = new Set(sound.map((grid) => grid.code))
  const overlapping = overlaps(sound, (input.neighbours ?? []).filter(isDrawn))
  found.push(...overlapping)
  for (const whole of input.wholes) {
    const here = { ...whole, grids: whole.grids.filter((grid) => codes.has(grid.code)) }
    const out = sticking(here, input.wholes)
    const tidy = out.length === 0 && !overlapping.some((finding) => here.grids.some((grid) => finding.areas.includes(grid.code)))
    found.push(...out, ...gaps(here, tidy))
  }
  return [...found, ...sizes(input.grids, input.limits)]
}
