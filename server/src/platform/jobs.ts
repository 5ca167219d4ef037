import type { TaskList } from 'graphile-worker'
import type pg from 'pg'
import { type City, type Context, systemActor } from './context.ts'
import type { Db } from './db.ts'
import type { Job } from './module.ts'
import { type Reaction, relay, type Told } from './outbox.ts'
import { startQueue } from './queue.ts'

/** A context for work that nobody asked for over HTTP. */
export function jobContext(db: Db, city: City, job: string, now: Date): Context {
  return { db, city, actor: systemActor(job), now, once: null, lang: 'zh', requestId: `job:${job}` }
}

/** Writes a line to the log; never personal data. */
export type Log = (level: 'info' | 'error', facts: Record<string, unknown>, text: string) => void

export interface Workers {
  /** Says that something was told; the relay runs at once. */
  wake(): void
  /** Waits until outbox and queue are empty (tests, bench). */
  drained(): Promise<void>
  stop(): Promise<void>
}

interface Setup {
  readonly db: Db
  readonly pool: pg.Pool
  readonly city: City
  readonly reactions: readonly Reaction[]
  readonly jobs: readonly Job[]
  readonly clock: () => Date
  readonly log: Log
}

async function react(setup: Setup, name: string, events: readonly Told[]): Promise<void> {
  const reaction = setup.reactions.find((one) => one.name === name)
  if (!reaction) throw new Error(`no reaction ${name}`)
  await reaction.run(jobContext(setup.db, setup.city, name, setup.clock()), events)
}

/** A batch that fails is split, so that one bad event holds up no other. */
function taskList(setup: Setup): TaskList {
  return {
    react: async (payload, helpers) => {
      const { name, events } = payload as { name: string; events: Told[] }
      try {
        await react(setup, name, events)
      } catch (error) {
        if (events.length === 1) throw error
        for (const event of events) await helpers.addJob('react', { name, events: [event] })
      }
    },
  }
}

/**
 * Takes the lease of a periodic job by moving its next time forward; false when another server has it or it is not due.
 * A next time that lies further ahead than one round was written while the machine's time had leapt, and counts as due.
 */
async function lease(db: Db, job: Job, now: Date): Promise<boolean> {
  const rows = await db.query({
    name: 'job.lease',
    text: `insert into platform.job (name, next_at, last_at) values ($1, $2::timestamptz + $3::int * interval '1 second', $2)
      on conflict (name) do update set next_at = excluded.next_at, last_at = excluded.last_at where platform.job.next_at <= $2
        or platform.job.next_at > excluded.next_at + interval '1 minute' returning name`,
    values: [job.name, now, job.every],
  })
  return rows.length > 0
}

async function runJob(setup: Setup, job: Job): Promise<void> {
  const now = setup.clock()
  if (!(await lease(setup.db, job, now))) return
  let problem: string | null = null
  try {
    await job.run(jobContext(setup.db, setup.city, job.name, now))
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
    setup.log('error', { job: job.name, problem }, 'a job failed')
  }
  await setup.db.query({ name: 'job.done', text: 'update platform.job set last_error = $2 where name = $1', values: [job.name, problem] })
}

/** Milliseconds that the relay waits for more to be told, so that one job carries many events. */
const gathering = 100

interface Relaying {
  /** Says that something was told; a round begins a moment later. */
  wake(): void
  /** Begins a round at once and waits for it. */
  round(): Promise<void>
  stop(): Promise<void>
}

/** Hands on what was told, one round at a time. */
function startRelay(setup: Setup): Relaying {
  let stopped = false
  let busy: Promise<void> = Promise.resolve()
  let planned: NodeJS.Timeout | null = null
  const pump = async (): Promise<void> => {
    while (!stopped && (await relay(setup.db, setup.reactions)) >= 1000);
  }
  const round = (): Promise<void> => {
    busy = busy.then(pump).catch((error: unknown) => setup.log('error', { problem: String(error) }, 'the relay failed'))
    return busy
  }
  const wake = (): void => {
    if (stopped || planned) return
    planned = setTimeout(() => {
      planned = null
      void round()
    }, gathering)
  }
  const poll = setInterval(wake, 1000)
  const stop = async (): Promise<void> => {
    stopped = true
    clearInterval(poll)
    if (planned) clearTimeout(planned)
    await busy
  }
  return { wake, round, stop }
}

function startJobs(setup: Setup): { stop(): Promise<void> } {
  const running = new Map<string, Promise<void>>()
  const tick = (job: Job): void => {
    if (running.has(job.name)) return // a long round is not overtaken by the next
    const one = runJob(setup, job)
      .catch((error: unknown) => setup.log('error', { job: job.name, problem: String(error) }, 'a job could not be leased'))
      .finally(() => running.delete(job.name))
    running.set(job.name, one)
  }
  const ticks = setup.jobs.map((job) => setInterval(() => tick(job), Math.min(job.every, 30) * 1000))
  const stop = async (): Promise<void> => {
    for (const one of ticks) clearInterval(one)
    await Promise.all(running.values())
  }
  return { stop }
}

async function backlog(db: Db): Promise<number> {
  const [row] = await db.query<{ n: number }>({
    text: 'select (select count(*) from platform.outbox) + (select count(*) from graphile_worker.jobs where attempts < max_attempts) as n',
    values: [],
  })
  return row?.n ?? 0
}

/** Starts the relay, the queue's workers and the periodic jobs in this process. */
export async function startWorkers(setup: Setup): Promise<Workers> {
  const queue = await startQueue({ ...setup, tasks: taskList(setup) })
  const relaying = startRelay(setup)
  const jobs = startJobs(setup)
  relaying.wake()
  return {
    wake: relaying.wake,
    async drained() {
      for (;;) {
        await relaying.round()
        if ((await backlog(setup.db)) === 0) return
        await new Promise((done) => setTimeout(done, 25))
      }
    },
    async stop() {
      await relaying.stop()
      await jobs.stop()
      await queue.stop()
    },
  }
}
