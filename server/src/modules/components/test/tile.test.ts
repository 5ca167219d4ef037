import { beforeAll, describe, expect, it } from 'vitest'
import { distance, tileAt } from '#platform/geo'
import { world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { takeIn } from '../commands/take-in.ts'
import { readRow } from '../domain/read-row.ts'
import { knownFor } from '../queries/known.ts'
import { spotNear } from './thing.ts'

const w = world()
let place: { lon: number; lat: number }
let spots: { lon: number; lat: number; wrong: boolean; type: string }[] = []

beforeAll(async () => {
  place = await spotIn(w, grid)
  const ctx = w.context()
  const types = await knownFor(ctx)
  // A square of 20 by 15, thirty metres apart, one in ten damaged; it reaches over several grids.
  spots = Array.from({ length: 300 }, (_, at) => ({
    ...spotNear(place, ((at % 20) - 10) * 30, (Math.floor(at / 20) - 7) * 30),
    wrong: at % 10 === 0,
    type: at % 3 === 0 ? '03005' : '01037',
  }))
  const rows = spots.flatMap(({ lon, lat, wrong, type }, at) => {
    const cells = { originId: String(at), type, lon: String(lon), lat: String(lat), state: wrong ? '破损' : '完好' }
    return readRow(at, cells, types).row ?? []
  })
  const { taken, problems } = await takeIn(ctx, { area: '9909', source: 'tiles', run: null, dry: false }, rows)
  const outside = new Set(problems.map((one) => one.line))
  spots = spots.filter((_, at) => !outside.has(at))
  expect(taken).toBe(spots.length)
  expect(taken).toBeGreaterThan(200)
})

interface Tile {
  readonly items: readonly {
    readonly lon: number
    readonly lat: number
    readonly n: number
    readonly wrong: number
    readonly id: string | null
  }[]
  readonly total: number
}

async function tiles(account: string, z: number, query = ''): Promise<Tile[]> {
  const keys = new Set(spots.map(({ lon, lat }) => JSON.stringify(tileAt(lon, lat, z))))
  const one = await w.as(account)
  return Promise.all(
    [...keys].map(async (key) => {
      const { x, y } = JSON.parse(key) as { x: number; y: number }
      return (await one.get(`/api/components/tiles/${z}/${x}/${y}${query}`)).body as Tile
    }),
  )
}

const sum = (all: readonly Tile[]): number => all.reduce((n, tile) => n + tile.total, 0)

describe('tiles of the map', () => {
  it.each([3, 8, 11, 13, 14, 16, 18, 20])('hold every component at zoom %i, put together where they stand close', async (z) => {
    const all = await tiles('citydesk', z)
    expect(sum(all)).toBe(spots.length)
    expect(all.flatMap((tile) => tile.items).reduce((n, dot) => n + dot.wrong, 0)).toBe(spots.filter((one) => one.wrong).length)
    if (z < 19) expect(all.every((tile) => tile.items.length <= 64)).toBe(true)
  })

  it('say the same from counted cells and from components', async () => {
    const [far, near] = [await tiles('citydesk', 13), await tiles('citydesk', 14)]
    expect(sum(far)).toBe(sum(near))
  })

  it('name the one that stands alone', async () => {
    const dots = (await tiles('citydesk', 20)).flatMap((tile) => tile.items)
    expect(dots).toHaveLength(spots.length)
    expect(dots.every((dot) => dot.n === 1 && dot.id !== null)).toBe(true)
  })

  it.each([11, 16])('are narrowed by type and by what needs a look at zoom %i', async (z) => {
    expect(sum(await tiles('citydesk', z, '?type=03005'))).toBe(spots.filter((one) => one.type === '03005').length)
    expect(sum(await tiles('citydesk', z, '?wrong=true'))).toBe(spots.filter((one) => one.wrong).length)
  })

  it.each([11, 16])('show nobody what lies outside the own area at zoom %i', async (z) => {
    expect(sum(await tiles('dispatcher2', z))).toBe(sum(await tiles('citydesk', z, '?area=990902')))
    const inGrid = ((await (await w.as('gridworker')).get('/api/components?limit=500')).body as { items: unknown[] }).items.length
    expect(sum(await tiles('gridworker', z))).toBe(inGrid)
    expect(inGrid).toBeLessThan(spots.length)
  })

  it.each(['23/0/0', '3/8/0', '3/0/-1', '3/0.5/0', 'a/0/0'])('that are none (%s) are refused', async (path) => {
    const status = (await (await w.as('citydesk')).get(`/api/components/tiles/${path}`)).status
    expect([400, 422]).toContain(status)
  })
})

describe('the nearest components', () => {
  const near = async (query: string) =>
    ((await (await w.as('citydesk')).get(`/api/components/nearest?${query}`)).body as { items: { away: number; code: string }[] }).items

  it.each([
    [0, 0],
    [17, -23],
    [900, 400],
    [-6000, 2500],
  ])('are the same as of measuring all of them, %i m east and %i m north', async (east, north) => {
    const from = spotNear(place, east, north)
    const truth = spots
      .map(({ lon, lat }) => Math.round(distance([from.lon, from.lat], [lon, lat])))
      .sort((a, b) => a - b)
      .slice(0, 10)
    expect((await near(`lon=${from.lon}&lat=${from.lat}`)).map((one) => one.away)).toEqual(truth)
  })

  it('of a type', async () => {
    const found = await near(`lon=${place.lon}&lat=${place.lat}&type=03005&limit=5`)
    expect(found).toHaveLength(5)
    expect(found.every((one) => one.code.slice(6, 11) === '03005')).toBe(true)
  })
})
