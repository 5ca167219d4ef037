import { describe, expect, it } from 'vitest'
import { areaOf, type Polygon } from '#platform/geo'
import { type Ground, type GroundArea, makeGround } from '../../../demo/ground/index.ts'
import { type CheckedGrid, type CheckedWhole, type CheckInput, checkGrids } from './checks.ts'

const [E, N] = [0.001_207, 0.0009]
const block = (x: number, y: number, w: number, h: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ].map(([a, b]) => [121.65 + a! * E, 42.02 + b! * N]),
  ],
})
const grid = (number: string, shape: Polygon | null, more: Partial<CheckedGrid> = {}): CheckedGrid => ({
  code: `210911001001${number}`,
  name: `网格${number}`,
  kind: 'general',
  households: 400,
  shape,
  ...more,
})
/** Two grids side by side in a community of 2 × 1 hectares, unless told otherwise. */
function community(grids: readonly CheckedGrid[], shape = block(0, 0, 2, 1)): CheckInput {
  const whole: CheckedWhole = { code: '210911001001', name: '某社区', shape, grids }
  return { grids, wholes: [whole], limits: [] }
}
const kinds = (input: CheckInput) =>
  checkGrids(input).map((finding) => `${finding.kind} ${finding.areas.map((code) => code.slice(12)).join('+')}`)

function inputOf(ground: Ground): CheckInput {
  const checked = (area: GroundArea): CheckedGrid => ({ ...area, shape: area.geometry })
  const grids = ground.areas.filter((area) => area.level === 'grid').map(checked)
  const wholes = ground.areas
    .filter((area) => area.level === 'community')
    .map((area) => ({ ...checked(area), shape: area.geometry, grids: grids.filter((one) => one.code.startsWith(area.code)) }))
  return { grids, wholes, limits: [] }
}

describe('checks of grids', () => {
  it('has nothing to say of grids that cover their community', () => {
    expect(checkGrids(community([grid('001', block(0, 0, 1, 1)), grid('002', block(1, 0, 1, 1))]))).toEqual([])
  })

  it('has nothing to say of the invented city, small and whole', () => {
    for (const scale of ['small', 'city'] as const) expect(checkGrids(inputOf(makeGround(scale)))).toEqual([])
  })

  it('measures an overlap, and says it in both languages', () => {
    const [found, ...others] = checkGrids(community([grid('001', block(0, 0, 1.1, 1)), grid('002', block(1, 0, 1, 1))]))
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'overlap', areas: ['210911001001001', '210911001001002'] })
    expect(found!.amount! / 1_000).toBeCloseTo(1, 1)
    expect(found!.say.zh).toContain('重叠')
    expect(found!.say.en).toContain('overlap')
  })

  it('finds the gap, and where it is', () => {
    const [found, ...others] = checkGrids(community([grid('001', block(0, 0, 1, 1)), grid('002', block(1.2, 0, 0.8, 1))]))
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'gap', areas: ['210911001001'] })
    expect(found!.at![0]).toBeGreaterThan(121.65 + E)
    expect(found!.at![0]).toBeLessThan(121.65 + 1.2 * E)
  })

  it('finds a gap that an overlap or a part outside makes up for in the sums', () => {
    expect(kinds(community([grid('001', block(0, 0, 1, 1)), grid('002', block(1.2, 0, 1, 1))]))).toEqual(['outside 002+', 'gap '])
    expect(kinds(community([grid('001', block(0, 0, 1, 1)), grid('002', block(0.8, 0, 1, 1))]))).toEqual(['overlap 001+002', 'gap '])
  })

  it('measures an overlap with a grid of another community, which is not judged itself', () => {
    const neighbours = [grid('801', block(1.9, 0, 1, 1), { code: '210911001002801', households: 1 })]
    const input = { ...community([grid('001', block(0, 0, 2, 1))]), neighbours }
    expect(checkGrids(input).map((finding) => [finding.kind, ...finding.areas])).toEqual([
      ['overlap', '210911001001001', '210911001002801'],
    ])
  })

  it('lets dedicated grids lie on general ones, but not on each other, nor fill a gap', () => {
    const general = [grid('001', block(0, 0, 1, 1)), grid('002', block(1, 0, 1, 1))]
    const park = grid('901', block(0.2, 0.2, 0.5, 0.5), { kind: 'dedicated', households: null })
    const school = grid('902', block(0.5, 0.5, 0.3, 0.3), { kind: 'dedicated', households: null })
    expect(checkGrids(community([...general, park]))).toEqual([])
    expect(kinds(community([...general, park, school]))).toEqual(['overlap 901+902'])
    expect(kinds(community([general[0]!, { ...park, shape: block(1, 0, 1, 1) }]))).toEqual(['gap '])
  })

  it('names a border that crosses itself and leaves it out of the measures', () => {
    const tie: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [121.65, 42.02],
          [121.66, 42.03],
          [121.66, 42.02],
          [121.65, 42.03],
          [121.65, 42.02],
        ],
      ],
    }
    expect(kinds(community([grid('001', tie), grid('002', null)]))).toEqual(['shape 001', 'noShape 002', 'gap '])
  })

  it('asks for 300–500 households, or for what the place has set', () => {
    const sized = (households: number | null) => community([grid('001', block(0, 0, 2, 1), { households })])
    expect([299, 300, 500, 501, null].map((households) => checkGrids(sized(households)).length)).toEqual([1, 0, 0, 1, 1])
    const limits = [
      { area: '2109', kind: 'general' as const, least: 100, most: 200 },
      { area: '210911', kind: 'general' as const, least: 200, most: 299 },
      { area: '210911001', kind: 'micro' as const, least: 1, most: 2 },
    ]
    expect([150, 299, 300].map((households) => checkGrids({ ...sized(households), limits }).length)).toEqual([1, 0, 1])
    expect(checkGrids({ ...sized(300), limits })[0]!.say.zh).toContain('200–299')
  })

  it('checks ten thousand grids in seconds', () => {
    const input = inputOf(makeGround('big'))
    const before = process.cpuUsage()
    expect(checkGrids(input)).toEqual([])
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    process.stdout.write(`checks of 10,000 grids: ${seconds.toFixed(2)} s\n`)
    expect(seconds).toBeLessThan(20)
    expect(input.grids.reduce((sum, one) => sum + areaOf(one.shape!), 0)).toBeGreaterThan(1e8)
  }, 120_000)
})
