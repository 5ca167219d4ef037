import { rmSync } from 'node:fs'
import { makeGround, prng } from '#demo/ground/index'
import { tileAt } from '#platform/geo'
import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import type { RegisterRow } from '#platform/register'
import { componentRegister, nearestComponents } from '#modules/components'
import { type BenchCity, openBenchCity } from './rig/city.ts'
import { p95, print, printTime, say } from './rig/report.ts'
import { bareServer, type Call, timedEach } from './rig/timing.ts'

/*
 * import.components: N components taken in by the register of imports, batch after batch, with checks, places, codes, bodies, counts of the map; the
 * roofline is a raw COPY of the same rows into a table with the same columns and indexes. tile: any tile of the map, zoom 6 to 18, over them, by HTTP;
 * the roofline is a bare HTTP server around one raw read of as many rows of the index. nearest: ten components around a point, without HTTP.
 */

const only = process.argv.slice(2).find((one) => /^\d+$/.test(one))
const size = Number(only ?? 351_000)
const samples = 300

const types = ['01037', '01002', '01003', '01030', '03005', '04002', '01007', '02010', '04007', '01013']

/** Rows as files hold them: around the addresses of the invented city, six of ten with a code. */
function rows(random: ReturnType<typeof prng>): RegisterRow[] {
  const { addresses } = makeGround('small')
  return Array.from({ length: size }, (_, at) => {
    const { point, street } = random.pick(addresses)
    const [lon, lat] = [point[0] + (random.next() - 0.5) * 0.004, point[1] + (random.next() - 0.5) * 0.003]
    const cells = {
      originId: String(at),
      type: random.pick(types),
      name: `${street}${at}`,
      lon: lon.toFixed(6),
      lat: lat.toFixed(6),
      state: at % 40 === 0 ? '破损' : '完好',
      owner: `权属单位${at % 37}`,
      keeper: `养护单位${at % 53}`,
      phone: `0000-82${String(at % 53).padStart(5, '0')}`,
      since: '2024-05-06',
      placeWords: `${street}${at % 180}号门前`,
    }
    return { line: at + 2, cells }
  })
}

async function imported(ctx: Context, all: readonly RegisterRow[]): Promise<{ taken: number; seconds: number }> {
  const run = { id: newId('000000', ctx.now), area: '9909', source: 'bench', dry: false }
  const begun = performance.now()
  let taken = 0
  for (let from = 0; from < all.length; from += componentRegister.batch) {
    const part = all.slice(from, from + componentRegister.batch)
    taken += (await ctx.db.transaction((db) => componentRegister.take({ ...ctx, db }, run, part))).taken
  }
  return { taken, seconds: (performance.now() - begun) / 1000 }
}

/** Seconds of a raw COPY of the table's rows into one that is its like, indexes included. */
async function copied({ raw }: BenchCity): Promise<number> {
  const file = `/tmp/linli-bench-components-${process.pid}`
  await raw.query(`copy components.component to '${file}'`)
  await raw.query('create table components.copied (like components.component including all)')
  await raw.query('checkpoint')
  const begun = performance.now()
  await raw.query(`copy components.copied from '${file}'`)
  const seconds = (performance.now() - begun) / 1000
  await raw.query('drop table components.copied')
  rmSync(file, { force: true })
  return seconds
}

const city = await openBenchCity({ working: false })
const random = prng(7)
const ctx = city.app.context('bench')
const all = rows(random)
say(`${size} rows`)
const { taken, seconds } = await imported(ctx, all)
const raw = await copied(city)
print({ name: 'import.components', value: taken / seconds, unit: 'rows/s', roofline: taken / raw, ratio: raw / seconds })
await city.raw.query('vacuum analyze components.component, components.cell')

const places = all.map(({ cells }) => [Number(cells['lon']), Number(cells['lat'])] as const)
const headers = { cookie: await city.cookie('citydesk') }
const spots = Array.from({ length: samples }, () => random.pick(places))
const bare = await bareServer(async () => {
  const { rows: found } = await city.raw.query(
    'select spot, n from (select spot, count(*) as n from components.component where spot > $1 group by 1 limit 64) s',
    [Math.floor(random.next() * 2 ** 52)],
  )
  return JSON.stringify(found)
})
const calls = spots.map(([lon, lat], at): Call[] => {
  const { z, x, y } = tileAt(lon, lat, 6 + (at % 13))
  return [{ url: `${city.url}/api/components/tiles/${z}/${x}/${y}`, headers }, { url: bare.url }]
})
const [tile, nothing] = await timedEach(calls, 20)
bare.close()
printTime('tile', p95(tile?.ms ?? []), p95(nothing?.ms ?? []))

const desk = {
  ...ctx,
  actor: { ...ctx.actor, kind: 'staff' as const, posts: [{ id: 'bench', role: 'dispatcher' as const, org: 'bench', area: '9909' }] },
}
const times: number[] = []
const rawTimes: number[] = []
for (const [lon, lat] of spots) {
  let begun = performance.now()
  await nearestComponents(desk, { lon, lat, limit: 10 })
  times.push(performance.now() - begun)
  begun = performance.now()
  await city.raw.query('select 1')
  rawTimes.push(performance.now() - begun)
}
printTime('nearest', p95(times.slice(20)), p95(rawTimes.slice(20)))
await city.close()
