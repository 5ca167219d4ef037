import { describe, expect, it } from 'vitest'
import { areaOf, boxOf, makeLocator, shapeFaults } from '#platform/geo'
import { type Ground, makeGround, SCALES, type Scale } from './index.ts'

const COUNTS: Record<Scale, readonly number[]> = { small: [1, 2, 6, 24, 96], city: [1, 7, 38, 170, 700], big: [1, 10, 100, 1500, 10_000] }
const LEVELS = ['city', 'county', 'town', 'community', 'grid'] as const

const at = (ground: Ground, level: string) => ground.areas.filter((area) => area.level === level)

describe.each(SCALES)('the invented city, %s', (scale) => {
  const before = process.cpuUsage()
  const ground = makeGround(scale)
  // Its own work, which a busy machine does not stretch.
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6

  it('is made within ten seconds, in the numbers it promises', () => {
    process.stdout.write(`ground ${scale}: ${seconds.toFixed(2)} s\n`)
    expect(seconds).toBeLessThan(10)
    expect(LEVELS.map((level) => at(ground, level).length)).toEqual(COUNTS[scale])
  })

  it('gives codes that no division of the state has, each once, below its parent', () => {
    const codes = ground.areas.map((area) => area.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const area of ground.areas) {
      expect(area.code).toMatch(/^99/)
      if (area.parent !== null) expect(area.code.startsWith(area.parent)).toBe(true)
    }
  })

  it('has names of its own, and no two siblings share one', () => {
    expect(new Set(ground.areas.map((area) => `${area.parent}/${area.name}`)).size).toBe(ground.areas.length)
    expect(new Set(at(ground, 'town').map((area) => area.name)).size).toBe(COUNTS[scale][2])
    expect(at(ground, 'grid').every((area) => /第.+网格$/.test(area.name))).toBe(true)
  })

  it('covers every area with the areas below it, to the square metre', () => {
    const sums = new Map<string, number>()
    for (const area of ground.areas) {
      if (area.parent !== null) sums.set(area.parent, (sums.get(area.parent) ?? 0) + areaOf(area.geometry))
    }
    for (const area of ground.areas) {
      const sum = sums.get(area.code)
      if (sum !== undefined) expect(Math.abs(sum - areaOf(area.geometry))).toBeLessThan(1)
    }
  })

  it('draws sound polygons of a size that one person can walk', () => {
    for (const area of ground.areas) expect(shapeFaults(area.geometry), area.code).toEqual([])
    const sizes = at(ground, 'grid').map((grid) => areaOf(grid.geometry))
    expect(Math.min(...sizes)).toBeGreaterThan(10_000)
    expect(Math.max(...sizes)).toBeLessThan(2_000_000)
    expect(at(ground, 'grid').every((grid) => (grid.households ?? 0) >= 300 && (grid.households ?? 0) <= 500)).toBe(true)
  })

  it('puts every place and address into the grid it names', () => {
    const locator = makeLocator(at(ground, 'grid').map((grid) => ({ key: grid.code, shape: grid.geometry })))
    for (const place of ground.places) expect(locator.locate(...place.point), place.name).toBe(place.area)
    for (const address of ground.addresses) expect(locator.locate(...address.point), address.text).toBe(address.grid)
    expect(new Set(ground.addresses.map((address) => address.grid)).size).toBe(COUNTS[scale][4])
  })
})

describe('the seed', () => {
  it('makes the same city again, and another seed another city', () => {
    const small = makeGround('small')
    expect(makeGround('small')).toEqual(small)
    expect(makeGround('small', 7).areas).not.toEqual(small.areas)
  })

  it('makes a sound city of any seed', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const ground = makeGround('small', seed)
      expect(at(ground, 'grid')).toHaveLength(96)
      for (const area of ground.areas) expect(shapeFaults(area.geometry), `${seed} ${area.code}`).toEqual([])
    }
  })

  it('lies on the plain where the datum shift is known', () => {
    const [west, south, east, north] = boxOf(makeGround('small').areas[0]!.geometry)
    expect((west + east) / 2).toBeCloseTo(121.65, 1)
    expect((south + north) / 2).toBeCloseTo(42.02, 1)
  })
})
