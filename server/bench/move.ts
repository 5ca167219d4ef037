import type { Actor, Context } from '#platform/context'
import type { Db, Query } from '#platform/db'
import { beginLife, type CaseLife, moveOrder, recordLives } from '#modules/cases'
import { type BenchCity, openBenchCity } from './rig/city.ts'
import { p95, printTime } from './rig/report.ts'
import { bareServer, type Call, timedEach } from './rig/timing.ts'

/*
 * move: a unit acknowledges an order over HTTP and is answered the whole matter, beside a bare HTTP server that reads such an order with one
 * raw statement, writes the same change of it with one raw statement of CTEs, and answers as many bytes. One connection, in turns.
 */

const samples = 300
const warm = 40

const desk: Actor = {
  kind: 'staff',
  id: 'bench',
  posts: [{ id: 'dispatcher:990901-centre:990901', role: 'dispatcher', org: '990901-centre', area: '990901' }],
  subjectId: null,
  link: null,
  sessionId: null,
}
const unit: Actor = {
  ...desk,
  posts: [{ id: 'departmentHandler:990901-urban:990901', role: 'departmentHandler', org: '990901-urban', area: '990901' }],
}

/** Orders that wait to be acknowledged, of matters reported an hour ago. */
async function waitingOrders(ctx: Context, count: number): Promise<string[]> {
  const made: CaseLife[] = []
  const at = new Date(ctx.now.getTime() - 3_600_000)
  for (let n = 0; n < count; n++) {
    const report = {
      channel: 'phone',
      text: `${n} 号井盖破了一半，很危险。`,
      category: '01002',
      registered: true,
      area: '990901001001001',
    } as const
    const life = await beginLife({ ...ctx, now: at, actor: desk }, report)
    life.move(new Date(at.getTime() + 60_000), desk, 'dispatch', { lead: '990901-urban', support: [] })
    made.push(life)
    if (made.length % 100 === 0 || n === count - 1) await recordLives(ctx, made.slice(-(made.length % 100 || 100)))
  }
  return made.map((life) => life.orders[0]?.id ?? '')
}

class Held extends Error {}

/** The two raw statements of a move: what reads the order, and what writes the change, which is not run yet. */
async function statementsOf(ctx: Context, id: string): Promise<Query[]> {
  const asked: Query[] = []
  const db: Db = {
    ...ctx.db,
    inTransaction: false,
    tables: () => ctx.db.tables(),
    transaction: (work) => ctx.db.transaction(work),
    query: async <R>(query: Query): Promise<R[]> => {
      if (query.text.includes('platform.hold')) {
        asked.push(query)
        throw new Held()
      }
      if (query.name === 'order.load') asked.push(query)
      return ctx.db.query<R>(query)
    },
  }
  const once = { caller: 'bench', route: 'acknowledgeOrder', key: id, hash: Buffer.alloc(32) }
  await moveOrder({ ...ctx, db, actor: unit, once }, id, 'acknowledge', {}).catch((error: unknown) => {
    if (!(error instanceof Held)) throw error
  })
  return asked
}

async function measure(city: BenchCity): Promise<void> {
  const ctx = city.app.context('bench')
  const orders = await waitingOrders(ctx, 2 * (samples + warm))
  const [own, others] = [orders.slice(0, samples + warm), orders.slice(samples + warm)]
  const raw: Query[][] = []
  for (const id of others) raw.push(await statementsOf(ctx, id))
  const cookie = await city.cookie('urban')
  const call = (id: string): Call => ({
    url: `${city.url}/api/orders/${id}/acknowledge`,
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': id },
    body: '{}',
  })
  let bytes = 4000
  const bare = await bareServer(async () => {
    const [read, write] = raw.shift() ?? []
    if (!read || !write) throw new Error('no statement is left')
    const { rows } = await city.raw.query({ ...read, values: [...read.values] })
    await city.raw.query({ ...write, values: [...write.values] })
    return JSON.stringify(rows[0]).slice(0, bytes).padEnd(bytes)
  })
  const [product, roofline] = await timedEach(
    own.map((id) => [call(id), { url: bare.url, method: 'POST' as const, body: '{}' }]),
    warm,
  )
  bytes = product?.bytes ?? bytes
  bare.close()
  printTime('move', p95(product?.ms ?? []), p95(roofline?.ms ?? []))
}

const city = await openBenchCity({ working: false })
await measure(city)
await city.close()
