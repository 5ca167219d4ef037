import { fold } from '#mechanisms/metric'
import { caseSubject } from '#modules/cases'
import { openBenchCity, type BenchCity } from './rig/city.ts'
import { fill } from './rig/fill.ts'
import { p95, print, printTime, say } from './rig/report.ts'
import { bareServer, timed } from './rig/timing.ts'

/*
 * figures.N: the page of eight figures over HTTP with N matters behind it, as it opens for those who oversee a county and a community and for a
 * unit; the slowest of them. The roofline is a bare HTTP server around the three reads of counts that the page stands on, answering as many
 * bytes. figures.waiting: the same while 5,000 changes wait to be folded, more than a city of 600 matters a second leaves waiting.
 * Copies count as the matters they were copied from; their counts are folded by the product itself.
 */

const all = process.argv.includes('--all')
const only = process.argv.slice(2).find((one) => /^\d+$/.test(one))
const usual = [10_000, 100_000]
const sizes = only ? [Number(only)] : all ? [...usual, 1_000_000] : usual
const waiting = 5_000
const samples = 300

const desks = ['supervisor', 'community', 'water'] as const

/** Tells the figures of the copies numbered from … to, one delta for all that count in one cell. */
async function tell(city: BenchCity, from: number, to: number): Promise<void> {
  const copied = { 'cases."case"': 'n.id = k.id', 'cases.work_order': 'n.case_id = k.id' } as Readonly<Record<string, string>>
  for (const { table, columns } of caseSubject.sources) {
    const { unit, category, channel, at } = columns
    await city.raw.query(
      `with told as (
         select n.region, n.area, coalesce(n.${unit}, '') as unit, coalesce(n.${category}, '') as category, coalesce(n.${channel}, '') as channel,
           date_trunc('month', n.${at} at time zone 'Asia/Shanghai')::date as month, counter.key, sum(counter.value::bigint) as n
         from bench.copy k join ${table} n on n.region = k.region and ${copied[table] ?? 'false'} cross join lateral jsonb_each_text(n.tally -> 'n') counter
         where k.n >= $2 and k.n < $3 group by 1, 2, 3, 4, 5, 6, 7)
       insert into metric.delta (region, subject, area, unit, category, channel, month, counts)
       select region, $1, area, unit, category, channel, month, jsonb_object_agg(key, n) from told group by 1, 3, 4, 5, 6, 7`,
      [caseSubject.name, from, to],
    )
  }
}

async function grow(city: BenchCity, from: number, to: number): Promise<void> {
  await fill(city, { from, to, open: 50 })
  await tell(city, from, to)
  const folded = await fold(city.app.context('bench'), caseSubject)
  await city.raw.query('vacuum analyze metric.rollup, metric.delta')
  await city.raw.query('checkpoint')
  const { rows } = await city.raw.query<{ n: number }>('select count(*)::int as n from metric.rollup')
  say(`${folded} changes folded into ${rows[0]?.n ?? 0} rows`)
}

const rawCounts = `select left(area, $2) as key, month, sum(counts[1]) as a, sum(counts[2]) as b, sum(counts[3]) as c, sum(counts[4]) as d from metric.rollup
  where subject = 'case' and level = $3 and area like $1 and unit = $4 and category = '*' and channel = '*' and month >= $5 group by 1, 2`

interface Page {
  readonly area: { readonly code: string }
  readonly unit: { readonly id: string } | null
  readonly from: string
}

/** What the raw reads ask for: the twelve months of the area, the areas beside it, and what waits. */
async function rawPage(city: BenchCity, { area, unit }: Page): Promise<unknown[]> {
  const { code } = area
  const level = Math.max(6, Math.min(code.length, 12))
  const since = new Date(Date.now() - 365 * 86_400_000)
  const beside = code.slice(0, Math.max(4, code.length - (code.length > 6 ? 3 : 2)))
  const answers = await Promise.all([
    city.raw.query({ name: 'own', text: rawCounts, values: [`${code}%`, code.length, level, unit?.id ?? '*', since] }),
    city.raw.query({ name: 'beside', text: rawCounts, values: [`${beside}%`, level, level, '*', since] }),
    city.raw.query({
      name: 'waiting',
      text: "select month, counts from metric.delta where subject = 'case' and area like $1",
      values: [`${code}%`],
    }),
  ])
  return answers.map(({ rows }) => rows)
}

/** The desk for which the page takes longest (p95, ms), with its roofline. */
async function slowest(city: BenchCity): Promise<{ value: number; roofline: number }> {
  const figures = []
  for (const account of desks) {
    const cookie = await city.cookie(account)
    const url = `${city.url}/api/figures`
    const answer = await fetch(url, { headers: { cookie } })
    if (!answer.ok) throw new Error(await answer.text())
    const text = await answer.text()
    const page = JSON.parse(text) as Page
    const bare = await bareServer(async () =>
      JSON.stringify(await rawPage(city, page))
        .slice(0, text.length)
        .padEnd(text.length),
    )
    const [product, raw] = await timed([{ url, headers: { cookie } }, { url: bare.url }], samples, 40)
    bare.close()
    const [value, roofline] = [p95(product?.ms ?? []), p95(raw?.ms ?? [])]
    say(`  ${account} (${page.area.code}): ${value.toFixed(1)} ms, roofline ${roofline.toFixed(1)} ms`)
    figures.push({ value, roofline })
  }
  return figures.reduce((one, other) => (other.value > one.value ? other : one))
}

const city = await openBenchCity({ withCases: true, working: false })
const values: number[] = []
for (const [at, size] of sizes.entries()) {
  await grow(city, sizes[at - 1] ?? 0, size)
  const { value, roofline } = await slowest(city)
  values.push(value)
  printTime(`figures.${size}`, value, roofline)
}
const [first, last] = [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN]
if (values.length > 1) print({ name: 'figures.growth', value: last, unit: 'ms', roofline: first, ratio: first / last })
await city.raw.query(
  `insert into metric.delta (region, subject, area, unit, category, channel, month, counts)
   select region, subject, area, unit, category, channel, month, '{"reported": 1}' from metric.rollup where level = 0 order by month desc limit ${waiting}`,
)
const busy = await slowest(city)
printTime('figures.waiting', busy.value, busy.roofline)
await city.close()
