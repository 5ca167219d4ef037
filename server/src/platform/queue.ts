import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { type Db, sessionName } from './db.ts'
import type { Log } from './jobs.ts'

interface Setup {
  readonly db: Db
  readonly pool: pg.Pool
  readonly log: Log
  readonly tasks: TaskList
}

/** Milliseconds between two looks for what dead servers held. */
const looking = 15_000

/**
 * Gives back the jobs that a killed server held: the queue itself would wait four hours. A holder is dead when no other server has a
 * session here, when its lock is older than ten minutes (reactions may run twice), or when the lock lies in the future because the
 * machine's time leapt. Gives how many holders were found.
 */
export async function freeDeadHolders(db: Db, own: readonly string[]): Promise<number> {
  const rows = await db.query<{ locked_by: string }>({
    name: 'queue.dead-holders',
    text: `select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and not locked_by = any($1::text[]) and (
        locked_at < now() - interval '10 minutes' or locked_at > now() + interval '1 minute' or not exists (
          select 1 from pg_stat_activity where datname = current_database() and application_name like 'linli:%' and application_name <> $2))`,
    values: [own, sessionName],
  })
  const dead = rows.map((row) => row.locked_by)
  if (dead.length > 0) await unlock(db, dead)
  return dead.length
}

async function unlock(db: Db, holders: readonly string[]): Promise<void> {
  await db.query({ text: 'select graphile_worker.force_unlock_workers($1::text[])', values: [holders] })
}

/** Lets jobs run now whose next try lies further ahead than the queue ever plans (6.2 hours): it was planned while the machine's time had leapt. */
export async function recallFarJobs(db: Db): Promise<void> {
  await db.query({
    name: 'queue.far-jobs',
    text: `select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
      where run_at > now() + interval '7 hours' and locked_at is null having count(*) > 0`,
    values: [],
  })
}

/** The queue's workers of this process. The library ends them all when it cannot write a result, which happens when the database goes: they begin anew. */
class Queue {
  readonly #setup: Setup
  #runner: Runner | null = null
  #own: string[] = []
  #stopping = false
  #busy: Promise<void> = Promise.resolve()

  constructor(setup: Setup) {
    this.#setup = setup
  }

  async begin(): Promise<void> {
    const { Logger } = await import('graphile-worker')
    const { pool, tasks, log } = this.#setup
    const [events, own]: [WorkerEvents, string[]] = [new EventEmitter(), []]
    events.on('worker:create', ({ worker }) => own.push(worker.workerId))
    const runner = await run({
      pgPool: pool,
      taskList: tasks,
      concurrency: 4,
      pollInterval: 1000,
      noHandleSignals: true,
      events,
      logger: new Logger(() => (level, message) => (level === 'error' ? log('error', {}, message) : undefined)),
    })
    const former = this.#own
    this.#runner = runner
    this.#own = own
    runner.promise.catch(() => undefined).finally(() => void this.#again())
    if (former.length > 0) await unlock(this.#setup.db, former)
  }

  async #again(): Promise<void> {
    while (!this.#stopping) {
      await sleep(1000)
      try {
        if (!this.#stopping) await this.begin()
        return
      } catch (error) {
        this.#setup.log('error', { problem: String(error) }, 'the queue does not begin again yet')
      }
    }
  }

  /** Looks for what killed servers and a leap of time left behind. */
  look(): void {
    const { db, log } = this.#setup
    const before = this.#busy
    const round = async (): Promise<void> => {
      await before
      await freeDeadHolders(db, this.#own)
      await recallFarJobs(db)
    }
    this.#busy = round().catch((error: unknown) => log('error', { problem: String(error) }, 'the queue could not be looked through'))
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#busy
    await this.#runner?.stop().catch(() => undefined) // it may have ended by itself
  }
}

/** Starts the queue's workers in this process, and keeps looking for what others left behind. */
export async function startQueue(setup: Setup): Promise<{ stop(): Promise<void> }> {
  const queue = new Queue(setup)
  await queue.begin()
  queue.look()
  // The sessions of a killed server are gone after a moment, not at once.
  const timers = [setTimeout(() => queue.look(), 2_000), setInterval(() => queue.look(), looking)]
  return {
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      await queue.stop()
    },
  }
}
