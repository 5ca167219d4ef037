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
 * Gives back the jobs that a killed server held: the queue itself would wait four hours. A holder is dead when the session that registered
 * it is gone, when it is a former one of this process, when its lock is older than ten minutes (reactions may run twice), or when the lock
 * lies in the future because the machine's time leapt. One that nobody registered is dead when no other server has a session here.
 * Gives how many holders were found.
 */
export async function freeDeadHolders(db: Db, own: readonly string[]): Promise<number> {
  const [row] = await db.query<{ dead: number }>({
    name: 'queue.dead-holders',
    text: `with alive as (select application_name as session from pg_stat_activity
        where datname = current_database() and application_name like 'linli:%'),
      forgotten as (delete from platform.queue_holder h where h.session not in (select session from alive)),
      dead as (select distinct j.locked_by from graphile_worker.jobs j left join platform.queue_holder h on h.holder = j.locked_by
        where j.locked_by is not null and not j.locked_by = any($1::text[]) and (
          j.locked_at < now() - interval '10 minutes' or j.locked_at > now() + interval '1 minute'
          or h.session = $2 or h.session not in (select session from alive)
          or (h.session is null and not exists (select 1 from alive where session <> $2)))),
      freed as (select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0)
      select (select count(*) from dead) as dead, (select count(*) from freed) as freed`,
    values: [own, sessionName],
  })
  return row?.dead ?? 0
}

/** Says whose the holders are, so that every server can tell whether they live. */
async function registerHolders(db: Db, own: readonly string[]): Promise<void> {
  await db.query({
    name: 'queue.holders',
    text: `insert into platform.queue_holder (holder, session, since) select holder, $2, now() from unnest($1::text[]) as w(holder)
      on conflict (holder) do nothing`,
    values: [own, sessionName],
  })
}

/** Lets jobs run now that wait for their next try: with a start, or when the database came back, the reason may be gone, and the wait grows to hours. */
async function recallWaitingJobs(db: Db): Promise<void> {
  await db.query({
    name: 'queue.waiting-jobs',
    text: `select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
      where run_at > now() and attempts > 0 and attempts < max_attempts and locked_at is null having count(*) > 0`,
    values: [],
  })
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

/** The queue's workers of this process. The library ends them all when it cannot write a result, which happens when the database goes or is slow: they begin anew. */
class Queue {
  readonly #setup: Setup
  #runner: Runner | null = null
  #own: readonly string[] = []
  #stopping = false
  #busy: Promise<void> = Promise.resolve()

  constructor(setup: Setup) {
    this.#setup = setup
  }

  async begin(): Promise<void> {
    const { Logger } = await import('graphile-worker')
    const { pool, tasks, log } = this.#setup
    const [events, own]: [WorkerEvents, string[]] = [new EventEmitter(), []]
    // A job is locked by the pool, not by the worker that runs it.
    events.on('pool:create', ({ workerPool }) => own.push(workerPool.id))
    this.#endDeaf(events)
    const runner = await run({
      pgPool: pool,
      taskList: tasks,
      concurrency: 4,
      pollInterval: 1000,
      noHandleSignals: true,
      events,
      logger: new Logger(() => (level, message) => (level === 'error' ? log('error', {}, message) : undefined)),
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }, // otherwise nobody catches a result that cannot be written
    })
    this.#runner = runner
    this.#own = own
    runner.promise.catch(() => undefined).finally(() => void this.#again())
    this.#doLater(() => recallWaitingJobs(this.#setup.db))
    this.look()
  }

  /** The library keeps the answer to its first question for good, a failure too: workers that could not ask it never find a job and are ended, to begin anew. */
  #endDeaf(events: WorkerEvents): void {
    let [asked, ending] = [false, false]
    const hears = (): void => void (asked = true)
    events.on('worker:getJob:empty', hears).on('job:start', hears)
    events.on('worker:getJob:error', ({ worker, error }) => {
      if (asked || ending) return
      ending = true
      this.#setup.log('error', { problem: String(error) }, 'the queue could not ask for jobs and begins again')
      Promise.resolve(worker.workerPool.gracefulShutdown('the first question failed')).catch(() => undefined)
    })
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

  /** Looks for what killed servers, former workers of this process and a leap of time left behind. */
  look(): void {
    const { db } = this.#setup
    this.#doLater(async () => {
      await registerHolders(db, this.#own)
      await freeDeadHolders(db, this.#own)
      await recallFarJobs(db)
    })
  }

  /** One after the other; what fails is told, and the next look does it. */
  #doLater(work: () => Promise<void>): void {
    const told = (error: unknown): void => this.#setup.log('error', { problem: String(error) }, 'the queue could not be looked through')
    this.#busy = this.#busy.then(work).catch(told)
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
  // The sessions of a killed server are gone after a moment, not at once.
  const timers = [setTimeout(() => queue.look(), 2_000), setInterval(() => queue.look(), looking)]
  return {
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      await queue.stop()
    },
  }
}
