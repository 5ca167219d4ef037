import { type BenchCity, openBenchCity } from './rig/city.ts'
import { fill } from './rig/fill.ts'
import { p95, print, printTime, say } from './rig/report.ts'
import { bareServer, timed } from './rig/timing.ts'

/*
 * worklist.N: page 1 of what waits for a post, by due time, with its count (exact to 1,000), over HTTP, while N other matters wait elsewhere:
 * for a post with 500 and for one with 50,000. The roofline is a bare HTTP server around one raw statement that reads the same rows and
 * answers as many bytes. worklist.updated: the same at the largest size right after 100,000 updates without a vacuum.
 */

const all = process.argv.includes('--all')
const only = process.argv.slice(2).find((one) => /^\d+$/.test(one))
const usual = [10_000, 100_000, 1_000_000]
const sizes = only ? [Number(only)] : all ? [...usual, 10_000_000] : usual
/** Beyond this many, rows wait on the list without a matter behind them: no page that is measured reads those. */
const mostMatters = 1_000_000
const samples = 400

const posts = [
  { account: 'water', waiting: 500 },
  { account: 'urban', waiting: 50_000 },
] as const

const rawPage = `with page as (select * from worklist.item where post = $1 order by due_at nulls last, noun_id limit 51),
  behind as (select region, noun_id, region as case_region, noun_id as case_id, null::text as order_state from page where noun = 'case'
    union all select p.region, p.noun_id, o.region, o.case_id, o.state from page p join cases.work_order o on o.region = p.region and o.id = p.noun_id),
  n as (select count(*) as n, count(*) filter (where due_at < now()) as late from (select due_at from worklist.item where post = $1 order by due_at nulls last limit 1001) w)
  select page.*, c.number, c.title, c.emergency, c.category, c.state, b.order_state, n.n, n.late
  from page join behind b using (region, noun_id) join cases."case" c on c.region = b.case_region and c.id = b.case_id cross join n order by page.due_at, page.noun_id`

interface Asked {
  readonly post: string
  readonly session: string
  readonly waiting: number
}

/** p95 (ms) of a post's first page and of its roofline. */
async function measured(city: BenchCity, { post, session }: Asked): Promise<{ value: number; roofline: number }> {
  const url = `${city.url}/api/worklist`
  const answer = await fetch(url, { headers: { cookie: session } })
  const bytes = (await answer.text()).length
  const bare = await bareServer(async () => {
    const { rows } = await city.raw.query({ name: 'bare', text: rawPage, values: [post] })
    return JSON.stringify(rows).padEnd(bytes)
  })
  const [product, raw] = await timed([{ url, headers: { cookie: session } }, { url: bare.url }], samples, 60)
  bare.close()
  return { value: p95(product?.ms ?? []), roofline: p95(raw?.ms ?? []) }
}

/** The figure of the post that does worse. */
async function both(city: BenchCity, asked: readonly Asked[]): Promise<{ value: number; roofline: number }> {
  const found = []
  for (const one of asked) {
    const figure = await measured(city, one)
    say(`  ${one.waiting} open: ${figure.value.toFixed(2)} ms, roofline ${figure.roofline.toFixed(2)} ms`)
    found.push(figure)
  }
  return found.reduce((worst, one) => (one.roofline / one.value < worst.roofline / worst.value ? one : worst))
}

async function askedPosts(city: BenchCity): Promise<(Asked & { unit: string })[]> {
  return Promise.all(
    posts.map(async ({ account, waiting }) => {
      const session = await city.cookie(account)
      const me = (await (await fetch(`${city.url}/api/me`, { headers: { cookie: session } })).json()) as { posts: { id: string }[] }
      const post = me.posts[0]?.id ?? ''
      return { post, unit: post.split(':')[1] ?? '', session, waiting }
    }),
  )
}

/** Other matters up to this many: with their cases as far as `mostMatters`. */
async function fillTo(city: BenchCity, from: number, size: number): Promise<void> {
  if (from < mostMatters) await fill(city, { from, to: Math.min(size, mostMatters), open: 1000 })
  if (size <= mostMatters) return
  await city.raw.query(
    `insert into worklist.item (region, noun_id, post, noun, area, why, since, due_at)
     select region, gen_random_uuid(), post || ':' || n % 200, noun, area, why, since, due_at + n * interval '7 seconds'
     from worklist.item, generate_series(1, $1::int) n where post not like '%:water:%'`,
    [Math.round(size / mostMatters) - 1],
  )
  await city.raw.query('vacuum analyze worklist.item')
}

/** What deciding does to the list: promises given anew, and matters that leave it from its head. */
async function update(city: BenchCity, asked: readonly Asked[]): Promise<void> {
  const [small, large] = asked.map((one) => one.post)
  await city.raw.query(
    `with due as (select region, noun_id, post, row_number() over (partition by post order by due_at) as n from worklist.item where post = any($1))
     delete from worklist.item i using due d where i.region = d.region and i.noun_id = d.noun_id and i.post = d.post and (d.post = $2 and n <= 100 or d.post = $3 and n <= 20000)`,
    [[small, large], small, large],
  )
  await city.raw.query(
    `update worklist.item set due_at = due_at + interval '1 hour' where ctid = any(array(select ctid from worklist.item order by post <> all($1) limit 79900))`,
    [[small, large]],
  )
}

const city = await openBenchCity({ withCases: true, working: false })
await city.raw.query('alter table worklist.item set (autovacuum_enabled = false)')
const asked = await askedPosts(city)
const [few, many] = asked
if (!few || !many) throw new Error('two posts are measured')
const own = few.waiting + many.waiting
await fill(city, {
  from: -own,
  to: 0,
  open: 1000,
  waiting: [
    { from: -own, to: -many.waiting, post: few.post, unit: few.unit },
    { from: -many.waiting, to: 0, post: many.post, unit: many.unit },
  ],
})
let from = 0
const values: number[] = []
for (const size of sizes) {
  await fillTo(city, from, size)
  from = size
  const { value, roofline } = await both(city, asked)
  printTime(`worklist.${size}`, value, roofline)
  values.push(value)
}
const [first = 0, top = 0] = [values[0], values.at(-1)]
if (values.length > 1) print({ name: 'worklist.growth', value: top, unit: 'ms', roofline: first, ratio: first / top })
await update(city, asked)
const updated = await both(city, asked)
printTime('worklist.updated', updated.value, updated.roofline)
await city.close()
