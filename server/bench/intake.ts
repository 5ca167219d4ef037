import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { recordQuery } from '#mechanisms/flow'
import { demoPassword } from '#demo/accounts'
import { type Report, draftCase, planFor, reportIn } from '#modules/cases'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/db'
import { type BenchCity, openBenchCity } from './city.ts'
import { median, print } from './report.ts'

/*
 * intake: POST /api/cases over HTTP at 32 connections, workers on and their backlog drained within the measured time,
 * against the same rows inserted by one raw statement each on the same server; the two take turns.
 */

const connections = 32
const seconds = 4
const rounds = 3

function reportOf(n: number): Report {
  return {
    channel: 'phone',
    text: `${n} 号楼楼道灯坏了，晚上黑，老人上下楼不敢走。`,
    category: '20003',
    registered: true,
    place: { lon: 121.65 + (n % 97) / 20000, lat: 42.02 + (n % 89) / 20000, source: 'wgs84', words: `${n} 号楼` },
  }
}

/** Statements made beforehand, so that only the database works while the roofline is measured. */
async function statements(ctx: Context, count: number) {
  const made = []
  for (let n = 0; n < count; n++) {
    const day = { ...ctx, now: new Date(ctx.now.getTime() - (n % 900) * 86_400_000) } // numbers carry the day: none is drawn twice
    const draft = await draftCase(day, reportOf(n))
    const plan = await planFor(day, draft, [])
    reportIn(day, plan, draft)
    made.push(recordQuery(day, [plan], { status: 201, made: draft.noun.id }))
  }
  return made
}

async function rawRate(city: BenchCity, ctx: Context, expected: number): Promise<number> {
  const queries = await statements(ctx, expected)
  const pool = new pg.Pool({ ...city.connection, max: connections })
  await Promise.all(Array.from({ length: connections }, async () => (await pool.connect()).release()))
  const begun = performance.now()
  let next = 0
  let done = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let query = queries[next++]; query && performance.now() - begun < seconds * 1000; query = queries[next++]) {
        const written = await pool.query({ ...query, values: [...query.values] }).catch((error: unknown) => {
          if (brokenConstraint(error) === 'case_number') return null // the same five digits were drawn twice on one day
          throw error
        })
        if (written) done++
      }
    }),
  )
  const took = (performance.now() - begun) / 1000
  await pool.end()
  await city.app.workers?.drained()
  return done / took
}

async function cookie(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'hotline', password: demoPassword }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

async function httpRate(city: BenchCity, url: string, session: string): Promise<number> {
  const client = fork(fileURLToPath(new URL('./intake-client.js', import.meta.url)), [url, session, String(connections), String(seconds)])
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
const url = await city.app.http.listen({ port: 0, host: '127.0.0.1' })
const session = await cookie(url)
const ctx = city.app.context('bench')
const raw: number[] = []
const http: number[] = []
await httpRate(city, url, session)
for (let round = 0; round < rounds; round++) {
  raw.push(await rawRate(city, ctx, 20_000))
  http.push(await httpRate(city, url, session))
}
const [value, roofline] = [median(http), median(raw)]
print({ name: 'intake', value, unit: 'cases/s', roofline, ratio: value / roofline })
await city.close()
