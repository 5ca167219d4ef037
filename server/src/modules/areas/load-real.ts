import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Context } from '#platform/context'
import { boxOf, type Shape, shapeFaults } from '#platform/geo'
import { importDivisions } from './commands/import-divisions.ts'
import { writing } from './commands/writing.ts'
import type { ImportReport } from './domain/report.ts'
import { type AreaWrite, type StoredArea, writeAreas } from './sql/areas.ts'

/** What a city of real divisions was made of, and what could not be used. */
export interface RealReport {
  readonly divisions: ImportReport
  readonly borders: number
  /** Polygons without a present code: older subdistricts (data/README). */
  readonly withoutCode: readonly string[]
  /** Polygons whose border cannot be used, by code. */
  readonly broken: readonly string[]
}

const Feature = z.object({
  /** Towns carry `town_code`, or null where none is current; counties carry `code`. */
  properties: z.object({ town_code: z.string().nullish(), code: z.string().optional(), name: z.string() }),
  geometry: z.custom<Shape>((value) => typeof value === 'object' && value !== null && 'coordinates' in value),
})
const Collection = z.object({ features: z.array(Feature) })
type Feature = z.infer<typeof Feature>

function featuresIn(file: string): Feature[] {
  return Collection.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))).features
}

const codeOf = (properties: Feature['properties']): string => properties.town_code ?? properties.code ?? ''

function drawn(area: StoredArea, geometry: Shape): AreaWrite {
  return { ...area, shape: { geometry, box: boxOf(geometry), datum: 'wgs84' } }
}

/** Hangs the borders on the codes that are known. */
function attach(ctx: Context, features: readonly Feature[]): Promise<Omit<RealReport, 'divisions'>> {
  return writing(ctx, async (ctx, atlas) => {
    const [withoutCode, broken, writes]: [string[], string[], AreaWrite[]] = [[], [], []]
    for (const { properties, geometry } of features) {
      const area = atlas.find(codeOf(properties))
      if (!area) withoutCode.push(properties.name)
      else if (shapeFaults(geometry, 1).length > 0) broken.push(area.code)
      else writes.push(drawn(area, geometry))
    }
    await writeAreas(ctx.db, writes, ctx.now)
    return { borders: writes.length, withoutCode, broken }
  })
}

/**
 * Makes the real city of the project's data folder (`areas/fuxin_5level.csv` and its polygons in WGS-84), through the ordinary
 * import of divisions. The data has no licence: it is read where it lies and never copied into the repository.
 * @param folder `data/areas` of the shared folder
 * @param validFrom old enough for the oldest matter that is replayed
 */
export async function loadRealAreas(ctx: Context, folder: string, validFrom = '2000-01-01'): Promise<RealReport> {
  const csv = readFileSync(join(folder, 'fuxin_5level.csv'), 'utf8')
  const divisions = await importDivisions(ctx, { csv, validFrom, dryRun: false })
  return { divisions, ...(await attach(ctx, featuresIn(join(folder, 'fuxin_towns_counties_wgs84.geojson.gz')))) }
}
