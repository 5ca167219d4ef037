import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { signIn } from './rig/city.ts'
import { fill } from './rig/fill.ts'
import { dataFolder, startProduct } from './rig/product.ts'
import { median, print, say } from './rig/report.ts'

/*
 * export: the most memory that the product's process holds while it exports 100,000 matters to XLSX, beside the limit of 200 MB, and the time
 * it takes beside a raw COPY of the same columns.
 */

const most = 100_000
const limit = 200
const rounds = 3

const columns =
  'number, reported_at, channel, category, severity, area, title, state, lead_unit, due_at, dispatched_at, fed_back_at, closed_at, outcome, verdict, satisfaction, reopened, supervised'

/** The most resident memory of a process since it was last asked, MB. */
function peakOf(pid: number): number {
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return peak
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Reads an answer to its end without keeping it, as a browser that saves a file. */
async function read(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  if (!answer.ok || !answer.body) throw new Error(await answer.text())
  let bytes = 0
  for await (const part of answer.body) bytes += (part as Uint8Array).length
  return bytes
}

const folder = dataFolder()
const raw = new pg.Pool({ host: join(folder.path, 'data', 'postgres'), user: 'linli', database: 'linli' })
raw.on('error', () => undefined) // its connections end with the first process

/** Makes the city and its matters in a process of its own: the memory that this takes is not that of other days. */
const maker = await startProduct(folder.path)
await fill({ raw }, { from: 0, to: most - 300, open: 0 })
await maker.stop()

const product = await startProduct(folder.path)
const cookie = await signIn(product.url, 'citydesk')
const [times, copies, peaks]: [number[], number[], number[]] = [[], [], []]
for (let round = 0; round < rounds; round++) {
  copies.push(await timed(() => raw.query(`copy (select ${columns} from cases."case" order by id desc) to '/dev/null'`)))
  peakOf(product.pid)
  const idle = peakOf(product.pid)
  let bytes = 0
  times.push(await timed(async () => (bytes = await read(`${product.url}/api/cases/export?format=xlsx`, cookie))))
  peaks.push(peakOf(product.pid))
  say(
    `  ${idle.toFixed(0)} MB before; ${(bytes / 1e6).toFixed(1)} MB of XLSX in ${((times.at(-1) ?? 0) / 1000).toFixed(1)} s, ${(peaks.at(-1) ?? 0).toFixed(0)} MB of memory`,
  )
}
await raw.end()
await product.stop()
folder.remove()
const peak = Math.max(...peaks)
print({ name: 'export', value: peak, unit: 'MB', roofline: limit, ratio: limit / peak })
const [value, roofline] = [median(times), median(copies)]
print({ name: 'export.time', value, unit: 'ms', roofline, ratio: roofline / value })
