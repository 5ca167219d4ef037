import pg from 'pg'
import { makeWorkerUtils } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseLike, type TestDatabase } from '../../../test/database.ts'
import type { City } from '../context.ts'
import { openDb } from '../db.ts'
import { startWorkers, type Workers } from '../jobs.ts'
import { migrate } from '../migrate.ts'
import { newId } from '../ids.ts'

/** The queue after things that should not happen: killed servers, leaps of time, events that nobody can digest, a database that goes. */

let database: TestDatabase
let open: ReturnType<typeof openDb>
let workers: Workers | null = null
const heard: string[] = []
const ran: string[] = []

async function fill(url: string): Promise<void> {
  const { pool, close } = openDb({ connectionString: url }, 2)
  await migrate(pool, [])
  const utils = await makeWorkerUtils({ pgPool: pool })
  await utils.migrate()
  await utils.release()
  await close()
}

beforeAll(async () => {
  database = await databaseLike('platform', fill)
  open = openDb({ connectionString: database.url })
})
afterAll(async () => {
  await workers?.stop()
  await open.close()
  await database.drop()
})
beforeEach(() => heard.splice(0))

async function start(): Promise<Workers> {
  workers = await startWorkers({
    db: open.db,
    pool: open.pool,
    city: {} as City, // no reaction of this test asks it
    clock: () => new Date(),
    log: () => undefined,
    reactions: [
      {
        name: 'hear',
        on: ['thing.happened'],
        run: async (_, events) => {
          if (events.some((event) => event.facts['poison'] === true)) throw new Error('cannot be digested')
          heard.push(...events.map((event) => String(event.facts['n'])))
        },
      },
    ],
    jobs: [{ name: 'tick', every: 1, run: async () => void ran.push('tick') }],
  })
  return workers
}

async function tell(facts: Record<string, unknown>): Promise<void> {
  await open.db.query({
    text: "insert into platform.outbox (region, id, kind, facts, at) values ('990101', $1, 'thing.happened', $2, now())",
    values: [newId('990101', new Date()), JSON.stringify(facts)],
  })
}

async function queued(n: string, more: string): Promise<void> {
  const events = [{ region: '990101', kind: 'thing.happened', facts: { n } }]
  await open.db.query({ text: "select graphile_worker.add_job('react', $1::json)", values: [JSON.stringify({ name: 'hear', events })] })
  await open.db.query({ text: `update graphile_worker._private_jobs set ${more}`, values: [] })
}

const hears = (n: string) => expect.poll(() => heard, { timeout: 20_000, interval: 50 }).toContain(n)

describe('what a killed server or a leap of time left behind is taken up', () => {
  it.each([
    ['a job that a killed worker held', 'held', "locked_by = 'worker-of-the-dead', locked_at = now()"],
    ['a job planned for next year', 'planned', "run_at = now() + interval '1 year'"],
    ['a job held since next year', 'ahead', "locked_by = 'worker-of-the-dead', locked_at = now() + interval '1 year'"],
  ])('%s', async (_, n, more) => {
    await queued(n, more)
    const working = await start()
    await hears(n)
    await working.stop()
    workers = null
  })

  it('a periodic job whose next time lies a year ahead', async () => {
    await open.db.query({
      text: "insert into platform.job (name, next_at) values ('tick', now() + interval '1 year') on conflict (name) do update set next_at = excluded.next_at",
      values: [],
    })
    ran.splice(0)
    const working = await start()
    await expect.poll(() => ran, { timeout: 20_000, interval: 50 }).toContain('tick')
    await working.stop()
    workers = null
  })
})

describe('a queue that runs', () => {
  it('lets a poisoned event hold up nobody', async () => {
    const working = await start()
    for (let n = 0; n < 5; n++) await tell(n === 2 ? { n, poison: true } : { n })
    working.wake()
    for (const n of ['0', '1', '3', '4']) await hears(n)
    expect(heard).not.toContain('2')
    const left = await open.db.query<{ last_error: string }>({
      text: 'select last_error from graphile_worker.jobs where attempts > 0',
      values: [],
    })
    expect(left.map((job) => job.last_error)).toEqual([expect.stringContaining('cannot be digested')])
    await open.db.query({ text: 'delete from graphile_worker._private_jobs', values: [] })
    await working.stop()
    workers = null
  })

  it('goes on after the database threw out every session', async () => {
    const working = await start()
    await tell({ n: 'before' })
    working.wake()
    await hears('before')
    const other = new pg.Client({ connectionString: database.url })
    await other.connect()
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await other.end()
    await expect
      .poll(
        () =>
          tell({ n: 'after' }).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true)
    await hears('after')
    await working.stop()
    workers = null
  })
})
