import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { recordQuery } from '#mechanisms/flow'
import { type Draft, draftCase, planFor, type Report, reportIn } from '#modules/cases'
import type { Context } from '#platform/context'
import type { Query } from '#platform/db'
import { type BenchCity, openBenchCity } from './rig/city.ts'
import { median, print } from './rig/report.ts'

/*
 * intake: POST /api/cases over HTTP at 32 connections, workers on and their backlog drained within the measured time,
 * against the same rows inserted by one raw statement each on the same server; the two take turns.
 */

const connections = 32
const seconds = 4
const rounds = 5

function reportOf(n: number): Report {
  return {
    channel: 'phone',
    text: `${n} 号楼楼道灯坏了，晚上黑，老人上下楼不敢走。`,
    category: '20003',
    registered: true,
    place: { lon: 121.65 + (n % 97) / 20000, lat: 42.02 + (n % 89) / 20000, source: 'wgs84', words: `${n} 号楼` },
  }
}

/** A number of tomorrow, so that the product's own draw of numbers never meets one of these. */
function numbered(draft: Draft, serial: number): Draft {
  const { number } = draft.noun
  return { ...draft, noun: { ...draft.noun, number: `${number.slice(0, 14)}${String(serial).padStart(5, '0')}-X` } }
}

let serial = 0

/** Statements made beforehand, so that only the database works while the roofline is measured. Tomorrow's: no clock of theirs breaches meanwhile. */
async function statements(ctx: Context, count: number): Promise<Query[]> {
  const tomorrow = { ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) }
  const made: Query[] = []
  for (let n = 0; n < count; n++) {
    const draft = numbered(await draftCase(tomorrow, reportOf(n)), serial++)
    const plan = await planFor(tomorrow, draft, [])
    reportIn(tomorrow, plan, draft)
    const once = { caller: 'bench', route: 'takeInCase', key: `raw-${serial}`, hash: Buffer.alloc(32) }
    made.push(recordQuery([{ ctx: { ...tomorrow, once }, plan, answer: { status: 201, made: draft.noun.id } }]))
  }
  return made
}

async function rawRate({ raw }: BenchCity, queries: readonly Query[]): Promise<number> {
  const begun = performance.now()
  let next = 0
  let done = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let query = queries[next++]; query && performance.now() - begun < seconds * 1000; query = queries[next++]) {
        await raw.query({ ...query, values: [...query.values] })
        done++
      }
    }),
  )
  return done / ((performance.now() - begun) / 1000)
}

async function httpRate(city: BenchCity, session: string): Promise<number> {
  const program = fileURLToPath(new URL('./rig/intake-client.js', import.meta.url))
  const client = fork(program, [city.url, session, String(connections), String(seconds)])
  const { done, took } = await new Promise<{ done: number; took: number }>((resolve, reject) => {
    client.on('message', (message: { done: number; took: number; failed: number; first: string }) => {
      if (message.failed > 0) reject(new Error(`${message.failed} requests failed: ${message.first}`))
      else resolve(message)
    })
    client.on('error', reject)
  })
  const drained = performance.now()
  await city.app.workers?.drained()
  return done / (took + (performance.now() - drained) / 1000)
}

const city = await openBenchCity()
const session = await city.cookie('hotline')
const ctx = city.app.context('bench')
const raw: number[] = []
const http: number[] = []
/** As many as the roofline can take in one turn, by the turn before. */
let enough = 1_000
for (let round = -1; round < rounds; round++) {
  const queries = await statements(ctx, enough)
  const roofline = await rawRate(city, queries)
  await city.app.workers?.drained()
  const rate = await httpRate(city, session)
  enough = Math.min(16_000, Math.ceil(roofline * seconds * 1.5))
  if (round < 0) continue
  raw.push(roofline)
  http.push(rate)
}
const [value, roofline] = [median(http), median(raw)]
print({ name: 'intake', value, unit: 'cases/s', roofline, ratio: value / roofline })
await city.close()
