import { describe, expect, it } from 'vitest'
import { distance, fromWgs84, type Position, type Shape } from '#platform/geo'
import { makeGround } from '../../../demo/ground/index.ts'
import type { Area } from './area.ts'
import { datumSign } from './datum-sign.ts'
import { readFeatures } from './features.ts'
import { type GridInput, planGrids } from './grids.ts'

const community: Area = {
  code: '210911001001',
  name: '甲一社区',
  level: 'community',
  kind: 'division',
  parent: '210911001',
  households: null,
  validFrom: '2020-01-01',
  validTo: null,
  successors: [],
}
const ring = (x = 121.65): Position[] => [
  [x, 42.02],
  [x + 0.001, 42.02],
  [x + 0.001, 42.021],
  [x, 42.02],
]
const feature = (properties: Record<string, unknown>, x?: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring(x)] },
})

function plan(features: readonly unknown[], known: readonly Area[] = [community], more: Partial<GridInput> = {}) {
  const { rows, refused } = readFeatures(features)
  const made = planGrids({
    rows,
    datum: 'wgs84',
    known: new Map(known.map((area) => [area.code, area])),
    shapeText: () => null,
    validFrom: '2026-11-01',
    day: '2026-11-23',
    mayWrite: () => true,
    ...more,
  })
  return { ...made, refused: [...refused, ...made.refused] }
}

describe('grid import', () => {
  it('reads Chinese and English property names, and numbers what has no code', () => {
    const made = plan([
      feature({ 网格编码: '210911001001005', 网格名称: '东网格', 户数: '320', 网格类型: '综合网格' }),
      feature({ community: '210911001001000' }),
      feature({ community: 210911001001, kind: 'dedicated' }),
    ])
    expect(made.refused).toEqual([])
    expect(made.created.map((one) => [one.code, one.name, one.kind, one.households])).toEqual([
      ['210911001001005', '东网格', 'general', 320],
      ['210911001001006', '甲一社区第六网格', 'general', null],
      ['210911001001007', '甲一社区第七网格', 'dedicated', null],
    ])
  })

  it('never gives or takes a number that was dropped', () => {
    const dropped: Area = {
      ...community,
      code: '210911001001009',
      level: 'grid',
      kind: 'general',
      parent: community.code,
      validTo: '2025-01-01',
    }
    const made = plan([feature({ code: '210911001001009' }), feature({ community: '210911001001' })], [community, dropped])
    expect(made.refused.map((one) => one.code)).toEqual(['areas.code-reused'])
    expect(made.created.map((one) => one.code)).toEqual(['210911001001010'])
  })

  it('tells when the numbers of a community are used up', () => {
    const last = { ...community, code: '210911001001999', level: 'grid' as const, parent: community.code }
    expect(plan([feature({ community: community.code })], [community, last]).refused.map((one) => one.code)).toEqual([
      'areas.numbers-used-up',
    ])
  })

  it('changes nothing the second time', () => {
    const file = [feature({ code: '210911001001001', households: 300 })]
    const first = plan(file).created[0]!
    const { shape, ...area } = first
    const shapeText = () => JSON.stringify(shape)
    expect(plan(file, [community, area], { shapeText })).toMatchObject({ created: [], changed: [], same: 1, refused: [] })
    expect(plan([feature({ code: first.code, households: 301 })], [community, area], { shapeText }).changed).toHaveLength(1)
    expect(plan([feature({ code: first.code }, 121.66)], [community, area], { shapeText }).changed).toHaveLength(1)
  })

  it('converts the declared datum', () => {
    const there = ring().map(([lon, lat]) => fromWgs84(lon, lat, 'gcj02'))
    const made = plan([{ properties: { community: community.code }, geometry: { type: 'Polygon', coordinates: [there] } }], [community], {
      datum: 'gcj02',
    })
    const corner = made.created[0]!.shape.coordinates[0]![0] as Position
    expect(distance(corner, [121.65, 42.02])).toBeLessThan(0.2)
    expect(distance(there[0]!, [121.65, 42.02])).toBeGreaterThan(300)
  })

  it('lists every feature that it could not take, with the reason', () => {
    const tie = [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ]
    const made = plan([
      { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [1, 2] } },
      feature({}),
      feature({ code: '2109110010010' }),
      feature({ code: '210911001' }),
      feature({ code: '210911001002001' }),
      feature({ community: community.code, kind: '大网格' }),
      feature({ community: community.code, households: '-3' }),
      { properties: { community: community.code }, geometry: { type: 'Polygon', coordinates: tie } },
      feature({ code: '210911001001001' }),
      feature({ code: '210911001001001' }),
      7,
    ])
    expect(made.refused.map((one) => [one.row, one.code]).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [1, 'areas.row-geometry'],
      [2, 'areas.row-no-code'],
      [3, 'areas.code-malformed'],
      [4, 'areas.row-level'],
      [5, 'areas.row-parent-missing'],
      [6, 'areas.row-kind'],
      [7, 'areas.row-households'],
      [8, 'areas.row-border'],
      [10, 'areas.row-repeated'],
      [11, 'areas.row-geometry'],
    ])
    expect(plan([feature({ community: community.code })], [community], { mayWrite: () => false }).refused[0]?.code).toBe(
      'areas.row-out-of-reach',
    )
  })
})

describe('the sign of a mixed-up datum', () => {
  const ground = makeGround('small')
  const town = ground.areas.find((area) => area.level === 'community')!
  const grids = ground.areas.filter((area) => area.level === 'grid' && area.code.startsWith(town.code)).map((area): Shape => area.geometry)
  const moved = grids.map(
    (shape): Shape => ({
      type: 'Polygon',
      coordinates: (shape.coordinates as Position[][]).map((line) => line.map(([lon, lat]) => fromWgs84(lon, lat, 'gcj02'))),
    }),
  )
  const whole = { code: town.code, name: town.name, shape: town.geometry }

  it('is silent when the datum is right', () => {
    expect(datumSign(grids, whole, 'wgs84')).toBeNull()
    expect(datumSign(grids, whole, 'cgcs2000')).toBeNull()
    expect(datumSign(moved, whole, 'gcj02')).toBeNull()
    expect(datumSign([], whole, 'gcj02')).toBeNull()
  })

  it('speaks when GCJ-02 was declared as WGS-84, or the other way round', () => {
    expect(datumSign(moved, whole, 'wgs84')?.say.en).toContain('GCJ-02')
    expect(datumSign(grids, whole, 'gcj02')?.say.en).toContain('WGS-84')
  })
})
