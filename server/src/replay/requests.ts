import type { Context } from '#platform/context'
import { cityArea, seedAreas } from '#modules/areas'
import { Mapping } from '#modules/imports'
import { dispatcherOf, staffCity } from './city.ts'
import { type ImportResult, runImport } from './run-import.ts'
import { readSource } from './source.ts'

/*
 * A second city in a database of its own: its boroughs are areas made for it, under codes that no place has. The same import,
 * another mapping: American dates on the clocks of New York, boroughs by name, points in WGS-84.
 */

const city = '9911'
const boroughs = { MANHATTAN: '991101', BRONX: '991102', BROOKLYN: '991103', QUEENS: '991104', 'STATEN ISLAND': '991105' } as const

/** Types of request whose class is certain; for the others the words decide. */
const classes: Readonly<Record<string, string>> = {
  'HEAT/HOT WATER': '21004',
  'Non-Residential Heat': '21004',
  'Illegal Parking': '09009',
  'Blocked Driveway': '09009',
  'Noise - Residential': '22001',
  'Noise - Street/Sidewalk': '06028',
  'Noise - Vehicle': '06028',
  'Noise - Commercial': '06028',
  'Street Condition': '06013',
  'Highway Condition': '06013',
  'WATER LEAK': '21002',
  PLUMBING: '21002',
  ELECTRIC: '21008',
  'Derelict Vehicles': '06034',
  'Abandoned Vehicle': '06034',
  'Traffic Signal Condition': '02014',
  'Street Light Condition': '01037',
  'Water System': '21001',
  Sewer: '21005',
  'Consumer Complaint': '27001',
  'Dirty Condition': '06010',
  'Illegal Dumping': '06011',
  Elevator: '20005',
  'Damaged Tree': '04002',
  'Dead/Dying Tree': '04002',
  'Dead Animal': '06037',
  'Food Establishment': '25008',
  'Air Quality': '28001',
  'Snow or Ice': '10001',
}

/** How the other city's export is read. */
export const requestMapping: Mapping = Mapping.parse({
  system: 'nyc311',
  timeZone: 'America/New_York',
  formats: ['MM/dd/yyyy hh:mm:ss a'],
  id: 'Unique Key',
  text: ['Complaint Type', 'Descriptor', 'Location Type'],
  reportedAt: 'Created Date',
  reply: 'Resolution Description',
  repliedAt: 'Closed Date',
  category: { column: 'Complaint Type', table: classes },
  place: [
    { by: 'area', column: 'Borough', table: boroughs },
    { by: 'point', lon: 'Longitude', lat: 'Latitude', datum: 'wgs84' },
  ],
  address: ['Incident Address', 'City'],
})

/** Makes the boroughs in an empty database. */
export async function prepareBoroughs(ctx: Context): Promise<void> {
  const area = (code: string, name: string, parent: string | null) => ({
    code,
    name,
    parent,
    level: parent === null ? ('city' as const) : ('county' as const),
    kind: 'division' as const,
    households: null,
    geometry: null,
  })
  const areas = [area(city, '纽约', null), ...Object.entries(boroughs).map(([name, code]) => area(code, name, city))]
  await seedAreas(ctx, { areas }, '2000-01-01')
  await staffCity(ctx)
}

/** Imports the requests twice into the prepared city. */
export async function importRequests(
  ctx: Context,
  shared: string,
  rows?: number,
): Promise<{ imported: ImportResult; again: ImportResult; points: number; counties: Readonly<Record<string, number>> }> {
  const home = await cityArea(ctx)
  if (!home) throw new Error('the city has no areas yet')
  const bytes = readSource(shared, 'requests', rows)
  const imported = await runImport(ctx, dispatcherOf(home.code), bytes, requestMapping)
  const again = await runImport(ctx, dispatcherOf(home.code), bytes, requestMapping)
  const stood = await ctx.db.query<{ area: string; n: number; points: number }>({
    text: `select area, count(*) as n, count(lon) as points from cases."case" where origin = 'nyc311' group by area order by area`,
    values: [],
  })
  return {
    imported,
    again,
    points: stood.reduce((sum, one) => sum + one.points, 0),
    counties: Object.fromEntries(stood.map((one) => [one.area, one.n])),
  }
}
