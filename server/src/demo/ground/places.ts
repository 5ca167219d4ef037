import type { Position } from '#platform/geo'
import type { Mesh } from './mesh.ts'
import type { Names } from './names.ts'
import type { Prng } from './prng.ts'
import type { Plot } from './tree.ts'

/** A name by which people find a place. */
export interface GroundPlace {
  readonly name: string
  readonly kind: 'street' | 'compound' | 'landmark'
  /** The grid it lies in. */
  readonly area: string
  readonly point: Position
}

/** Where a demonstration case may lie. `home`: a dwelling, shown to the public to 50 m only. */
export interface GroundAddress {
  readonly grid: string
  readonly text: string
  readonly street: string
  readonly compound: string | null
  readonly home: boolean
  readonly point: Position
}

const LANDMARKS = ['便民市场', '小学', '卫生服务站', '公园', '公交站', '幼儿园', '文化广场', '停车场', '垃圾分类站', '健身广场']

/** A street keeps its name over this many mesh cells. */
const STRETCH = 6

/** Names of the north-south roads and the east-west streets, by the stretch of mesh lines they run in. */
function streetNames(cells: number, names: Names): { road(x: number): string; street(y: number): string } {
  const count = Math.ceil(cells / STRETCH) + 1
  const roads = Array.from({ length: count }, () => `${names.street()}路`)
  const streets = Array.from({ length: count }, () => `${names.street()}街`)
  return {
    road: (x) => roads[Math.round(x / STRETCH)] as string,
    street: (y) => streets[Math.round(y / STRETCH)] as string,
  }
}

/** A point well inside the block, away from the corners of its mesh cell. */
function somewhere(plot: Plot, mesh: Mesh, random: Prng): { at: Position; point: Position } {
  const { x0, y0, x1, y1 } = plot.block
  const at: Position = [random.whole(x0, x1 - 1) + 0.35 + random.next() * 0.3, random.whole(y0, y1 - 1) + 0.35 + random.next() * 0.3]
  return { at, point: mesh.point(...at) }
}

export interface Found {
  readonly places: GroundPlace[]
  readonly addresses: GroundAddress[]
}

/** The compounds, landmarks and addresses of one grid. */
function inGrid(plot: Plot, mesh: Mesh, random: Prng, names: Names, count: number, streetAt: (at: Position) => string): Found {
  const places: GroundPlace[] = []
  const compounds = Array.from({ length: random.whole(1, 3) }, () => ({ name: names.compound(), ...somewhere(plot, mesh, random) }))
  for (const { name, point } of compounds) places.push({ name, kind: 'compound', area: plot.code, point })
  const landmark = somewhere(plot, mesh, random)
  const name = plot.name.replace(/(社区|村)第.*$/, '') + random.pick(LANDMARKS)
  places.push({ name, kind: 'landmark', area: plot.code, point: landmark.point })
  const addresses = Array.from({ length: count }, (_, i): GroundAddress => {
    const compound = i % 3 === 2 ? null : random.pick(compounds)
    const { at, point } = somewhere(plot, mesh, random)
    const street = streetAt(at)
    const number = `${street}${random.whole(1, 180)}号`
    if (!compound) return { grid: plot.code, text: i % 2 === 0 ? `${number}门前` : `${name}旁`, street, compound: null, home: false, point }
    const text = `${number}${compound.name}${random.whole(1, 24)}号楼${random.whole(1, 6)}单元`
    return { grid: plot.code, text, street, compound: compound.name, home: true, point }
  })
  return { places, addresses }
}

/** Everything in the city that has a name or a door number. */
export function findings(grids: readonly Plot[], mesh: Mesh, names: Names, random: Prng, perGrid: number): Found {
  const lines = streetNames(mesh.cells, names)
  const streetAt = ([x, y]: Position): string => (random.next() < 0.5 ? lines.road(x) : lines.street(y))
  const found: Found = { places: [], addresses: [] }
  const seen = new Set<string>()
  for (const grid of grids) {
    const here = inGrid(grid, mesh, random, names, perGrid, streetAt)
    found.places.push(...here.places)
    found.addresses.push(...here.addresses)
    for (const { street, point } of here.addresses) {
      if (seen.has(street)) continue
      seen.add(street)
      found.places.push({ name: street, kind: 'street', area: grid.code, point })
    }
  }
  return found
}
