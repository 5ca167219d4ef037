import { areaOf, type Polygon } from '#platform/geo'
import { gridName } from '#modules/areas'
import { makeMesh } from './mesh.ts'
import { names } from './names.ts'
import { findings, type GroundAddress, type GroundPlace } from './places.ts'
import { prng } from './prng.ts'
import { MEASURES, type Scale } from './scale.ts'
import { type GroundLevel, type Plot, plots } from './tree.ts'

export { CITY } from './names.ts'
export type { GroundAddress, GroundPlace } from './places.ts'
export { type Prng, prng } from './prng.ts'
export { SCALES, type Scale } from './scale.ts'
export type { GroundLevel } from './tree.ts'

export interface GroundArea {
  /** The scope form: `9909` the city, `990901` a county, … */
  readonly code: string
  readonly name: string
  readonly level: GroundLevel
  readonly parent: string | null
  readonly kind: 'division' | 'general'
  readonly households: number | null
  readonly geometry: Polygon
}

/** A named set of areas that crosses the tree. */
export interface GroundSet {
  readonly code: string
  readonly name: string
  readonly kind: 'developmentZone'
  readonly areas: readonly string[]
}

/** The invented city's ground; `areas` runs from the city down, parents before children. */
export interface Ground {
  readonly seed: number
  readonly scale: Scale
  readonly areas: readonly GroundArea[]
  readonly sets: readonly GroundSet[]
  readonly places: readonly GroundPlace[]
  readonly addresses: readonly GroundAddress[]
}

/** About 16 mesh cells to a grid. */
const CELLS_A_GRID = 16

function drawn(plot: Plot, outline: Polygon, draw: number): GroundArea {
  const { code, name, level, parent } = plot
  const kind = level === 'grid' ? 'general' : 'division'
  // 300–500 households to a grid (rules.md 2.2); larger ground tends to hold more.
  const households = level === 'grid' ? Math.min(500, 300 + Math.round(draw * 150 + Math.min(50, areaOf(outline) / 4_000))) : null
  return { code, name, level, parent, kind, households, geometry: outline }
}

/** A development zone over communities of two counties. */
function zone(all: readonly Plot[]): GroundSet {
  const communities = all.filter((plot) => plot.level === 'community')
  const [first, second] = ['01', '02'].map((county) => communities.filter((plot) => plot.code.slice(4, 6) === county))
  const areas = [...(first ?? []).slice(-2), ...(second ?? []).slice(0, 2)].map((plot) => plot.code)
  return { code: 'high-tech-zone', name: '明河高新技术产业园', kind: 'developmentZone', areas }
}

/**
 * The ground of the demonstration city, whole from a seed: divisions, grids that cover it without gap or overlap, names of
 * places, addresses with points. Everything in it is invented; its codes begin with 99, which no division of the state does.
 */
export function makeGround(scale: Scale = 'small', seed = 20_261_122): Ground {
  const random = prng(seed)
  const measure = MEASURES[scale]
  const named = names(random.branch('names'))
  const cells = Math.ceil(Math.sqrt(measure.grids * CELLS_A_GRID))
  const mesh = makeMesh(cells, random.branch('mesh'))
  const all = plots(measure, cells, named, random.branch('tree'), gridName)
  const households = random.branch('households')
  const grids = all.filter((plot) => plot.level === 'grid')
  return {
    seed,
    scale,
    areas: all.map((plot) => drawn(plot, mesh.outline(plot.block), households.next())),
    sets: [zone(all)],
    ...findings(grids, mesh, named, random.branch('places'), measure.addresses),
  }
}
