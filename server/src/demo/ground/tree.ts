import type { Measure } from './scale.ts'
import { CITY, COUNTIES, type Names } from './names.ts'
import type { Prng } from './prng.ts'
import { type Block, shares, split } from './split.ts'

export type GroundLevel = 'city' | 'county' | 'town' | 'community' | 'grid'

/** An area on the mesh, before it is drawn. */
export interface Plot {
  readonly code: string
  readonly name: string
  readonly level: GroundLevel
  readonly parent: string | null
  readonly block: Block
}

interface Branch {
  /** How many grids lie below. */
  readonly grids: number
  readonly below: readonly Branch[]
}

/** Cuts the number of grids into communities, those into towns, those into counties: every number exact. */
function branches(measure: Measure, random: Prng): Branch[] {
  const gather = (list: readonly Branch[], parts: number): Branch[] => {
    let at = 0
    return shares(list.length, parts, 1, random).map((size) => {
      const below = list.slice(at, at + size)
      at += size
      return { grids: below.reduce((sum, branch) => sum + branch.grids, 0), below }
    })
  }
  const grid: Branch = { grids: 1, below: [] }
  const communities = shares(measure.grids, measure.communities, 2, random).map((grids) => ({
    grids,
    below: Array.from({ length: grids }, () => grid),
  }))
  return gather(gather(communities, measure.towns), measure.counties)
}

const three = (n: number): string => String(n).padStart(3, '0')

/** Kinds of town have ranges of their own in the codes: 街道 from 001, 镇 from 100, 乡 from 200. */
function townOf(rural: boolean, index: number): { number: string; suffix: string } {
  if (!rural) return index % 5 === 4 ? { number: three(100 + index), suffix: '镇' } : { number: three(1 + index), suffix: '街道' }
  return index % 3 === 2 ? { number: three(200 + index), suffix: '乡' } : { number: three(100 + index), suffix: '镇' }
}

/** Communities are numbered from 001, villages from 200, as in the codes of the statistics office. */
function communityOf(town: string, index: number): { number: string; suffix: string } {
  const village = town.endsWith('乡') || (town.endsWith('镇') && index % 3 > 0)
  return village ? { number: three(200 + index), suffix: '村' } : { number: three(1 + index), suffix: '社区' }
}

interface Step {
  readonly plot: Plot
  readonly branch: Branch
}

function divide(above: Step, level: GroundLevel, random: Prng, label: (index: number) => { code: string; name: string }): Step[] {
  const blocks = split(
    above.plot.block,
    above.branch.below.map((branch) => branch.grids),
    random,
  )
  return above.branch.below.map((branch, index) => ({
    branch,
    plot: { ...label(index), level, parent: above.plot.code, block: blocks[index] as Block },
  }))
}

/** The whole city from the top down; parents stand before their children. */
export function plots(
  measure: Measure,
  cells: number,
  names: Names,
  random: Prng,
  gridName: (community: string, code: string) => string,
): Plot[] {
  const whole: Plot = { ...CITY, level: 'city', parent: null, block: { x0: 0, y0: 0, x1: cells, y1: cells } }
  const root: Step = { plot: whole, branch: { grids: measure.grids, below: branches(measure, random) } }
  const counties = divide(root, 'county', random, (i) => ({
    code: CITY.code + String(i + 1).padStart(2, '0'),
    name: COUNTIES[i] as string,
  }))
  const towns = counties.flatMap((step) =>
    divide(step, 'town', random, (i) => {
      const { number, suffix } = townOf(step.plot.name.endsWith('县'), i)
      return { code: step.plot.code + number, name: names.town() + suffix }
    }),
  )
  const communities = towns.flatMap((step) =>
    divide(step, 'community', random, (i) => {
      const { number, suffix } = communityOf(step.plot.name, i)
      return { code: step.plot.code + number, name: names.community() + suffix }
    }),
  )
  const grids = communities.flatMap((step) =>
    divide(step, 'grid', random, (i) => {
      const code = step.plot.code + three(i + 1)
      return { code, name: gridName(step.plot.name, code) }
    }),
  )
  return [root, ...counties, ...towns, ...communities, ...grids].map((step) => step.plot)
}
