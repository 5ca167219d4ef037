import { beforeAll, describe, expect, it } from 'vitest'
import { importRequests, prepareBoroughs } from '../requests.ts'
import { hasSources } from '../source.ts'
import { emptyCity, shared } from './city.ts'

const sample = 300
const city = emptyCity()

describe.runIf(hasSources(shared))('a second city, through the same import', () => {
  let told: Awaited<ReturnType<typeof importRequests>>
  beforeAll(async () => {
    await prepareBoroughs(city.context())
    told = await importRequests(city.context(), shared, sample)
  }, 120_000)

  it('loses no row, and reports the odd ones', () => {
    const { imported, again, counties } = told
    expect(imported).toMatchObject({ rows: sample, taken: sample, unread: 0, already: 0 })
    expect(Object.values(counties).reduce((sum, n) => sum + n, 0)).toBe(sample)
    expect(imported.found.map((one) => one.code).toSorted()).toEqual(
      expect.arrayContaining(['imports.answered-before-reported', 'imports.no-coordinates']),
    )
    expect(again).toMatchObject({ rows: sample, taken: 0, already: sample, odd: 0 })
  })

  it('reads the clocks of New York, and keeps each point beside its borough', async () => {
    const rows = await city.app().db.query<{ origin_id: string; reported_at: Date; area: string; lon: number | null }>({
      text: `select origin_id, reported_at, area, lon from cases."case" where origin_id in ('56923577', '56926734') order by origin_id`,
      values: [],
    })
    expect(rows[0]?.reported_at.toISOString()).toBe('2023-03-01T04:45:00.000Z')
    expect(rows[0]).toMatchObject({ area: '991101' })
    expect(rows[0]?.lon).toBeCloseTo(-74.007485, 5)
    expect(rows[1]?.lon).toBeNull()
    expect(told.points).toBe(sample - (told.imported.found.find((one) => one.code === 'imports.no-coordinates')?.n ?? 0))
  })
})
