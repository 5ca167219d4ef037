import pg from 'pg'
import { makeWorkerUtils } from 'graphile-worker'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
const said: string[] = []
/** Lets go of the reactions that wait; each says first that it began. */
let release: () => void = () => undefined
let held: Promise<void> = Promise.resolve()

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
  await open.close()
  await database.drop()
})
afterEach(async () => {
  release()
  await workers?.stop()
  workers = null
})
beforeEach(() => {
  heard.splice(0)
  said.splice(0)
  held = new Promise((resolve) => (release = resolve))
})

async function start(): Promise<Workers> {
  workers = await startWorkers({
    db: open.db,
    pool: open.pool,
    city: {} as City, // no reaction of this test asks it
    clock: () => new Date(),
    log: (_, __, text) => void said.push(text),
    reactions: [
      {
        name: 'hear',
        on: ['thing.happened'],
        run: async (_, events) => {
          if (events.some((event) => event.facts['poison'] === true)) throw new Error('cannot be digested')
          if (events.some((event) => event.facts['slow'] === true)) {
            heard.push('begun')
            await held
          }
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

/** Puts a job into the queue as it would lie there; no worker sees it before. */
async function queued(n: string, as: string): Promise<void> {
  const events = [{ region: '990101', kind: 'thing.happened', facts: { n } }]
  const [job] = await open.db.query<{ id: string }>({
    text: "select id::text as id from graphile_worker.add_job('react', $1::json, run_at := now() + interval '1 hour')",
    values: [JSON.stringify({ name: 'hear', events })],
  })
  await open.db.query({ text: `update graphile_worker._private_jobs set ${as} where id = $1`, values: [job?.id] })
}

const registered = (holder: string, session: string) =>
  open.db.query({ text: 'insert into platform.queue_holder (holder, session, since) values ($1, $2, now())', values: [holder, session] })

const hears = (n: string) => expect.poll(() => heard, { timeout: 50_000, interval: 50 }).toContain(n)

/** Another server that lives: a session of its own. */
async function otherServer(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, application_name: 'linli:another' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

describe('what a killed server or a leap of time left behind is taken up', () => {
  it.each([
    ['a job that waits hours for its next try', 'waited', "attempts = 9, run_at = now() + interval '3 hours'"],
    ['a job that a killed worker held', 'held', "run_at = now(), locked_by = 'pool-of-the-dead', locked_at = now()"],
    ['a job planned for next year', 'planned', "run_at = now() + interval '1 year'"],
    ['a job held since next year', 'ahead', "run_at = now(), locked_by = 'pool-of-the-dead', locked_at = now() + interval '1 year'"],
  ])('%s', async (_, n, more) => {
    await queued(n, more)
    await start()
    await hears(n)
  })

  it('a job that one of two servers held when it was killed', async () => {
    const other = await otherServer()
    await queued('of two', "run_at = now(), locked_by = 'pool-of-one', locked_at = now()")
    await registered('pool-of-one', 'linli:killed')
    const working = await start()
    await hears('of two')
    await working.stop()
    await other.end()
    workers = null
  })

  it('a periodic job whose next time lies a year ahead', async () => {
    await open.db.query({
      text: "insert into platform.job (name, next_at) values ('tick', now() + interval '1 year') on conflict (name) do update set next_at = excluded.next_at",
      values: [],
    })
    ran.splice(0)
    await start()
    await expect.poll(() => ran, { timeout: 50_000, interval: 50 }).toContain('tick')
  })
})

describe('what somebody is busy with is left alone', () => {
  /** Waits until the queue was looked through since: what a dead holder had was taken up. */
  const lookedThrough = async (holder: string): Promise<void> => {
    await queued('late', `run_at = now(), locked_by = '${holder}', locked_at = now()`)
    await registered(holder, 'linli:killed')
    await hears('late')
  }

  it('by its own server, however long it takes', async () => {
    const working = await start()
    await tell({ n: 'slow', slow: true })
    working.wake()
    await hears('begun')
    await lookedThrough('pool-late')
    release()
    await hears('slow')
    await working.stop()
    expect(heard).toEqual(['begun', 'late', 'slow'])
    workers = null
  })

  it('by the others, while that one lives', async () => {
    const other = await otherServer()
    await registered('pool-alive', 'linli:another')
    await queued('kept', "run_at = now(), locked_by = 'pool-alive', locked_at = now()")
    const working = await start()
    await lookedThrough('pool-later')
    expect(heard).toEqual(['late'])
    await working.stop()
    await open.db.query({ text: 'delete from graphile_worker._private_jobs', values: [] })
    await other.end()
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
    const left = (): Promise<string[]> =>
      open.db
        .query<{ last_error: string }>({ text: 'select last_error from graphile_worker.jobs where attempts > 0', values: [] })
        .then((jobs) => jobs.map((job) => job.last_error))
    await expect.poll(left, { timeout: 50_000 }).toEqual([expect.stringContaining('cannot be digested')]) // what is done goes a moment after it was heard
    await open.db.query({ text: 'delete from graphile_worker._private_jobs', values: [] })
  })

  it('goes on after the database threw out every session, with what it was busy with', async () => {
    const working = await start()
    await tell({ n: 'busy', slow: true })
    working.wake()
    await hears('begun')
    const other = new pg.Client({ connectionString: database.url })
    await other.connect()
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await other.end()
    const living = await otherServer()
    release()
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
    await working.drained()
    expect(heard).toContain('busy')
    await working.stop()
    await living.end()
    workers = null
  })

  const renamed = (from: string, to: string) => open.db.query({ text: `alter table graphile_worker.${from} rename to ${to}`, values: [] })
  const says = (text: string) => expect.poll(() => said.join('\n'), { timeout: 50_000, interval: 50 }).toContain(text)

  it('goes on after its very first question failed, as it does when a connection takes too long', async () => {
    await renamed('_private_tasks', 'tasks_away')
    const working = await start()
    await says('could not ask for jobs and begins again')
    await renamed('tasks_away', '_private_tasks')
    await tell({ n: 'late ear' })
    working.wake()
    await hears('late ear')
  })

  it('goes on after the result of a job could not be written, and does that job again', async () => {
    const working = await start()
    await tell({ n: 'unwritten', slow: true })
    working.wake()
    await hears('begun')
    await renamed('_private_jobs', 'jobs_away')
    release()
    await says('Failed to complete jobs')
    await renamed('jobs_away', '_private_jobs')
    await working.drained()
    expect(heard.filter((one) => one === 'unwritten').length).toBeGreaterThan(1)
    await tell({ n: 'after that' })
    working.wake()
    await hears('after that')
  })
})
