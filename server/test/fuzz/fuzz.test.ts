import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../world.ts'
import { Known } from './arbitrary.ts'
import { fingerprinter } from './fingerprint.ts'
import { faultOf } from './oracle.ts'
import { Pool } from './pool.ts'
import { type Document, type Operation, operationsOf, type Plan, requestsFor } from './request.ts'
import { spoiled } from './spoil.ts'
import { askerOf, furnish, personFor } from './town.ts'

/*
 * Every route is asked with right and wrong requests made from its own schema. Whatever is asked: no 500, nothing of the inside in an
 * answer, a stable code with every "no", and no changed row after one. LINLI_FUZZ=20000 asks more, LINLI_FUZZ_SEED others.
 */

const wanted = Number(process.env['LINLI_FUZZ'] ?? 4000)
const seed = Number(process.env['LINLI_FUZZ_SEED'] ?? 20261122)

/** They end the fuzz's own people, or never end. */
const left = ['listenToEvents', 'eraseMyAccount']

const w = world()
const pool = new Pool()
let document: Document
let operations: Operation[]

beforeAll(async () => {
  document = (await w.visitor.get('/api/openapi.json')).body
  operations = operationsOf(document).filter((one) => !left.includes(one.described.operationId))
  await furnish(w, pool, operations)
})

/** Reading about a person leaves a trace of who looked. */
const traced = /^\/api\/(people|doubts|person-requests|my\/person)\b/

const lists: Readonly<Record<string, string>> = { files: 'photos', holdings: 'holders' }

/** Half of a surrogate pair cannot stand in an address. */
const sendable = (value: unknown): string => Buffer.from(String(value)).toString()

function pathOf({ operation, params, query, spoil }: Plan): string {
  const segment = operation.path.split('/').find((one) => !['', 'api', 'my', 'public'].includes(one)) ?? ''
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (spoil.kind === 'path') return encodeURIComponent(sendable(spoil.text))
    const value = params[name]
    const known = value instanceof Known ? pool.pick(`/${lists[segment] ?? segment}`, value.at, value.otherwise) : value
    return encodeURIComponent(sendable(known))
  })
  const asked = Object.entries(query).map(([name, value]): [string, string] => [name, sendable(pool.fill(value))])
  if (spoil.kind === 'query') asked.push([spoil.name, sendable(spoil.text)])
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`
}

async function ask(plan: Plan, path: string, body: unknown, account: string | null): Promise<Reply> {
  const { method } = plan.operation
  const { spoil } = plan
  const raw = spoil.kind === 'raw'
  const send = (one: Person): Promise<Reply> =>
    one.send(method, path, {
      ...(raw && { body: Buffer.from(spoil.text, 'latin1'), headers: { 'content-type': spoil.type } }),
      ...(!raw && method !== 'GET' && body !== undefined && { body }),
      ...(spoil.kind === 'key' && { key: spoil.key }),
    })
  const reply = await send(await personFor(w, account))
  if (reply.status !== 401 || account === null) return reply
  return send(await personFor(w, account, true))
}

interface Sent {
  readonly line: string
  readonly status: number
}

async function run(plan: Plan): Promise<Sent & { fault: string | null }> {
  const { operation, spoil } = plan
  const account = askerOf(plan)
  const filled = pool.fill(plan.body)
  const body =
    spoil.kind === 'drop' || spoil.kind === 'add' || spoil.kind === 'swap' ? spoiled(filled, spoil.kind, spoil.at, spoil.value) : filled
  const path = pathOf(plan)
  const reply = await ask(plan, path, body, account)
  if (reply.status < 300)
    pool.learn(
      reply.body,
      operation.path
        .split('/')
        .filter((one) => !one.includes('{'))
        .at(-1) ?? '',
    )
  const line = `${account ?? 'nobody'} ${operation.method} ${path} ${JSON.stringify(spoil.kind === 'raw' ? spoil : (body ?? null)).slice(0, 600)}`
  return { line, status: reply.status, fault: faultOf(path, reply) }
}

it(`answers ${wanted} generated requests without a 500, a leak or a row changed by a refusal (seed ${seed})`, async () => {
  const each = Math.max(1, Math.round(wanted / operations.length))
  const plans = operations.flatMap((operation, n) => fc.sample(requestsFor(operation, document), { numRuns: each, seed: seed + n }))
  const order = fc.sample(fc.shuffledSubarray(plans, { minLength: plans.length }), { numRuns: 1, seed })[0] ?? []
  const look = await fingerprinter(w.db)
  let before = await look()
  let refused: string[] = []
  const faults: string[] = []
  const statuses = new Map<number, number>()
  const done = new Map<string, number>()
  const compare = async (): Promise<void> => {
    if (refused.length === 0) return
    const after = await look()
    const changed = [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name)
    if (changed.length > 0) faults.push(`a refusal changed ${changed.join(', ')}: one of\n    ${refused.join('\n    ')}`)
    before = after
    refused = []
  }
  for (const plan of order) {
    const looks = plan.operation.method === 'GET' && traced.test(plan.operation.path)
    if (looks || (plan.operation.method !== 'GET' && refused.length >= 15)) await compare()
    // What may succeed is looked at from a fresh state, so that a change is blamed on the refusal that made it.
    const { line, status, fault } = await run(plan)
    if (status < 300) done.set(plan.operation.described.operationId, (done.get(plan.operation.described.operationId) ?? 0) + 1)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (fault) faults.push(`${fault}: ${line}`)
    if (plan.operation.method === 'GET' && !looks) continue
    if (status >= 400 && !looks) refused.push(`${status} ${line}`)
    else {
      refused = []
      before = await look()
    }
  }
  await compare()
  console.log(
    `fuzz: ${order.length} requests, ${[...statuses]
      .sort()
      .map(([status, n]) => `${status}: ${n}`)
      .join(', ')}`,
  )
  const never = operations.map((one) => one.described.operationId).filter((id) => !done.has(id))
  console.log(`fuzz: ${done.size} of ${operations.length} operations were done at least once; never: ${never.join(' ')}`)
  expect(faults.slice(0, 40), `${faults.length} faults; seed ${seed}, LINLI_FUZZ=${wanted}`).toEqual([])
}, 900_000)
