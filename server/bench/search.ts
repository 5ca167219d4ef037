import { openBenchCity, type BenchCity } from './rig/city.ts'
import { fill } from './rig/fill.ts'
import { p95, printTime, say } from './rig/report.ts'
import { bareServer, timed } from './rig/timing.ts'

/*
 * search: page 1 of the matters in which two Chinese characters stand, newest first, over HTTP: pairs that every matter has, that many had long
 * ago, that few have, that none has, for a desk of the whole city, of a county and of a community. The figure is the worst of them; the
 * roofline is a bare HTTP server around the one raw statement. search.updated: the same right after 100,000 updates without a vacuum.
 */

const only = process.argv.slice(2).find((one) => /^\d+$/.test(one))
const size = Number(only ?? 1_000_000)
const samples = 60

const desks = [
  { account: 'citydesk', scope: "c.area like '9909%'" },
  { account: 'dispatcher', scope: "c.area like '990901%'" },
  { account: 'community', scope: "c.area like '990901001001%'" },
] as const

async function pairs({ raw }: BenchCity): Promise<string[]> {
  const { rows } = await raw.query<{ pair: string }>(
    'select left(word, 2) as pair from bench.word where n in (0, 5, 60, 600, 2990) order by n',
  )
  return ['附近', '暖气', '路灯', ...rows.map((row) => row.pair), '鑫鑫']
}

/** The pair and the desk that take longest beside 100 ms. */
async function worst(city: BenchCity): Promise<{ value: number; roofline: number }> {
  const figures = []
  for (const { account, scope } of desks) {
    const cookie = await city.cookie(account)
    for (const pair of await pairs(city)) {
      const url = `${city.url}/api/cases?q=${encodeURIComponent(pair)}`
      const bytes = (await (await fetch(url, { headers: { cookie } })).text()).length
      const bare = await bareServer(async () => {
        const { rows } = await city.raw.query(
          `select id, number, title, state, channel, category, area, reported_at, due_at from cases."case" c where ${scope} and c.grams @> $1 order by id desc limit 51`,
          [[pair]],
        )
        return JSON.stringify(rows).padEnd(bytes)
      })
      const [product, raw] = await timed([{ url, headers: { cookie } }, { url: bare.url }], samples, 5)
      bare.close()
      const [value, roofline] = [p95(product?.ms ?? []), p95(raw?.ms ?? [])]
      say(`  ${pair} for ${account}: ${value.toFixed(1)} ms, roofline ${roofline.toFixed(1)} ms`)
      figures.push({ value, roofline })
    }
  }
  return figures.reduce((one, other) => (other.value > one.value ? other : one))
}

const city = await openBenchCity({ withCases: true, working: false })
await fill(city, { from: 0, to: size, open: 50 })
const first = await worst(city)
printTime('search', first.value, first.roofline)
await city.raw.query(
  `update cases."case" set version = version + 1, reminded = reminded + 1, state = case state when 'open' then 'callback' else state end, due_at = due_at + interval '1 hour'
   where ctid = any(array(select ctid from cases."case" order by id desc limit 100000))`,
)
const updated = await worst(city)
printTime('search.updated', updated.value, updated.roofline)
await city.close()
