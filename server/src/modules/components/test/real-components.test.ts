import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { componentRegister } from '../register.ts'
import { newId } from '#platform/ids'

const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url))
const file = `${shared}/data/components/cambridge_ma_city_components.csv.gz`
const has = existsSync(file)

/** What the other city calls its things, by the classes of ours. */
const typeOf: Readonly<Record<string, string>> = {
  street_light: '01037',
  street_light_other_owner: '01037',
  park_light: '01039',
  hydrant: '01013',
  utility_pole: '01030',
  memorial_pole: '01033',
  bench: '04007',
  litter_bin: '03005',
  bike_rack: '02027',
  traffic_signal: '02014',
  metered_parking_space: '02003',
  billboard: '03006',
  public_art: '04006',
  ev_charger: '01054',
  athletic_facility: '01046',
  pedestrian_ramp: '02034',
  disabled_parking_space: '02034',
  drain_line: '01073',
}

interface Feature {
  readonly kind: string
  readonly lon: number
  readonly lat: number
  readonly said: Readonly<Record<string, unknown>>
}

/** A line of the file: class, layer, degrees, and the rest as JSON in quotes. */
function featureOf(line: string): Feature {
  const [, kind = '', lon = '', lat = '', said = ''] = /^([^,]*),[^,]*,([^,]*),([^,]*),"?(.*?)"?$/.exec(line) ?? []
  return { kind, lon: Number(lon), lat: Number(lat), said: JSON.parse(said.replaceAll('""', '"')) as Record<string, unknown> }
}

/** Their attributes by the names of our columns. The address of a private charger is somebody's home and is left out. */
function cellsOf({ kind, lon, lat, said }: Feature, east: number, north: number): Record<string, string> {
  const text = (name: string): string => (said[name] === undefined || said[name] === null ? '' : String(said[name]))
  const id = text('GlobalID') || text('PoleID') || text('HYDRANT_ID')
  const place = [text('StreetName'), text('Intersection'), text('Location'), text('ParkName')].find((one) => one !== '') ?? ''
  return {
    originId: id === '' ? '' : `${kind} ${id} ${lon.toFixed(5)} ${lat.toFixed(5)}`,
    type: typeOf[kind] ?? kind,
    placeWords: place,
    owner: text('Owner') || text('OWNER'),
    state: text('Status') === 'Out of Service' ? '废弃' : '',
    lon: String(lon + east),
    lat: String(lat + north),
  }
}

const w = world()

describe.runIf(has)('30,542 real components of another city', () => {
  it('are taken in by a mapping of their attributes, each once, and lie on the map', { timeout: 120_000 }, async () => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/).slice(1)
    expect(lines).toHaveLength(30_542)
    const features = lines.map(featureOf)
    expect([...new Set(features.map((one) => one.kind))].filter((kind) => !(kind in typeOf))).toEqual([])
    // Their city is moved and drawn together onto ours, about its middle.
    const here = await spotIn(w, grid)
    const ctx = w.context()
    const run = { id: newId('000000', w.now()), area: '9909', source: 'Cambridge', dry: false }
    const rows = features.map((one, at) => ({
      line: at + 2,
      cells: cellsOf({ ...one, lon: (one.lon + 71.11) * 0.02, lat: (one.lat - 42.375) * 0.02 }, here.lon, here.lat),
    }))
    const sums = { taken: 0, already: 0, unread: 0 }
    for (let from = 0; from < rows.length; from += componentRegister.batch) {
      const done = await componentRegister.take(ctx, run, rows.slice(from, from + componentRegister.batch))
      sums.taken += done.taken
      sums.already += done.already
      sums.unread += done.problems.filter((one) => one.kind === 'unread').length
    }
    expect(sums.taken + sums.already + sums.unread).toBe(30_542)
    expect(sums.taken).toBeGreaterThan(25_000)
    const again = await componentRegister.take(ctx, run, rows.slice(0, componentRegister.batch))
    expect(again.taken).toBe(0)
    const counts = (await (await w.as('citydesk')).get('/api/components/counts')).body as { total: number; items: unknown[] }
    expect(counts.total).toBe(sums.taken)
    expect(counts.items.length).toBeGreaterThan(10)
    expect(await componentRegister.undo(ctx, run.id)).toBe(sums.taken)
  })
})
