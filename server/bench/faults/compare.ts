import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openApp } from '#app'
import { traceSource } from '#mechanisms/flow'
import { entrySource, verifyChain } from '#platform/audit'
import { readConfig } from '#platform/config'
import { type Connection, type Db, openDb } from '#platform/db'
import type { Acknowledged } from './load.ts'

/** What was found when everything that was acknowledged was looked for. All zero is right. */
export interface Found {
  readonly lost: number
  readonly doubled: number
  /** Nouns whose stored state or clocks are not what their history says. */
  readonly replayDiffers: number
  /** Figures that are not what a recount says. */
  readonly figuresDiffer: number
  /** Nouns and counties that the recount of the figures went through. */
  readonly recounted: number
  readonly brokenBlocks: number
  /** Jobs that were given up, and events that nobody took. */
  readonly leftOver: number
  /** What was wrong, in words, for a person. */
  readonly words: readonly string[]
}

/** What the reporter is told of: each such trace must have brought one message, by inbox or by phone. */
const told = ['report', 'register', 'dispatch', 'ordersDone']

async function rows<R>(db: Db, text: string, values: readonly unknown[] = []): Promise<R[]> {
  return db.query<R>({ text, values })
}

/**
 * Waits until what was told was heard: outbox and queue are empty and nobody holds a job. Gives what is left when that does not happen: the
 * last line of patience, which says how each job stands, not a time that decides.
 */
async function drained(db: Db, words: string[]): Promise<number> {
  const until = performance.now() + 900_000
  for (;;) {
    const [row] = await rows<{ told: number; waiting: number }>(
      db,
      `select (select count(*) from platform.outbox) as told, (select count(*) from graphile_worker.jobs where attempts < max_attempts) as waiting`,
    )
    if (row && (row.told + row.waiting === 0 || performance.now() > until)) return (await stuck(db, words)) + row.told
    await sleep(100)
  }
}

/** Jobs that are still there: given up, held, or waiting for their next try. */
async function stuck(db: Db, words: string[]): Promise<number> {
  const jobs = await rows<{ say: string }>(
    db,
    `select concat_ws(' ', 'job', id, attempts || '/' || max_attempts, 'runs at', run_at, 'held by', locked_by, 'since', locked_at, last_error) as say
      from graphile_worker.jobs order by id`,
  )
  words.push(...jobs.slice(0, 20).map(({ say }) => say.slice(0, 300)))
  return jobs.length
}

class Tally {
  lost = 0
  doubled = 0
  readonly words: string[] = []

  /** `n` is how often it is there; it should be there once. */
  once(what: string, n: number): void {
    if (n === 1) return
    if (n === 0) this.lost++
    else this.doubled++
    if (this.words.length < 40) this.words.push(`${what}: ${n} times`)
  }
}

async function countReports(db: Db, known: Acknowledged, tally: Tally): Promise<void> {
  const found = await rows<{ n: number; id: string }>(
    db,
    `select (regexp_match(text, '断电试验第 ([0-9]+) 号'))[1]::int as n, id from cases."case" where text like '断电试验第 %'`,
  )
  const ids = new Map<number, string[]>()
  for (const row of found) ids.set(row.n, [...(ids.get(row.n) ?? []), row.id])
  for (const [n, id] of known.reports) if (!ids.get(n)?.includes(id)) tally.once(`report ${n}`, 0)
  for (const [n, list] of ids) if (list.length > 1) tally.once(`report ${n}`, list.length)
}

async function countMoves(db: Db, known: Acknowledged, tally: Tally): Promise<void> {
  const found = await rows<{ key: string; n: number }>(
    db,
    `select noun_id || ':' || move as key, count(*) as n from flow.trace where actor_kind <> 'system' group by 1`,
  )
  const counts = new Map(found.map((row) => [row.key, row.n]))
  for (const move of known.moves) tally.once(`move ${move}`, counts.get(move) ?? 0)
  for (const [key, n] of counts) if (n > 1 && !known.moves.has(key)) tally.once(`move ${key}`, n)
}

async function countPhotos(db: Db, known: Acknowledged, dataDir: string, tally: Tally): Promise<void> {
  const found = await rows<{ id: string; key: string; noun: string | null }>(db, 'select id, key, noun from files.photo')
  const keys = new Map(found.map((row) => [row.id, row.key]))
  const lies = (key: string, tail: string): boolean => existsSync(join(dataDir, 'files', `${key}${tail}`))
  for (const id of known.photos) tally.once(`photo ${id}`, keys.has(id) ? 1 : 0)
  for (const row of found) {
    if (row.noun !== 'removed' && !(lies(row.key, '.jpg') && lies(row.key, '.small.jpg'))) tally.once(`bytes of photo ${row.id}`, 0)
  }
  const folder = join(dataDir, 'files')
  const named = new Set(keys.values())
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  for (const file of files.filter((name) => name.endsWith('.jpg') && !name.endsWith('.small.jpg'))) {
    if (!named.has(file.slice(0, -'.jpg'.length))) tally.once(`row of file ${file}`, 0)
  }
}

async function countMessages(db: Db, tally: Tally): Promise<void> {
  const found = await rows<{ key: string; n: number }>(
    db,
    `select w.key, (select count(*) from notify.message m where m.key = w.key and m.receiver = 'account:' || w.account)
        + (select count(*) from notify.delivery d where d.key = w.key) as n
      from (select 'case.' || t.move || ':' || t.noun_id || ':' || t.seq as key, c.reporter_account as account from flow.trace t
        join cases."case" c on c.region = t.region and c.id = t.noun_id
        where c.text like '断电试验第 %' and t.move = any($1) and (c.reporter_account is not null or c.has_phone)) w`,
    [told],
  )
  for (const row of found) tally.once(`message ${row.key}`, row.n)
}

interface Checked {
  readonly replayDiffers: number
  readonly figuresDiffer: number
  readonly recounted: number
  readonly brokenBlocks: number
}

interface Recounted {
  readonly checked: number
  readonly differing: number
  readonly differences: readonly { readonly what: string; readonly where: string }[]
}

/** Runs the city's own nightly checks in a process without workers, and verifies the chain after sealing what is new. */
async function nightly(dataDir: string, connection: Connection, words: string[]): Promise<Checked> {
  const read = readConfig({ LINLI_DATA: dataDir }, [], dataDir)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  const setup = { config: read.config, connection, clock: () => new Date(), log: () => undefined, working: false, limitFactor: 1 }
  const app = await openApp(setup)
  try {
    const differing = async (action: string): Promise<number> =>
      (await rows<{ n: number }>(app.db, 'select count(*) as n from audit.entry where action = $1', [action]))[0]?.n ?? 0
    for (const job of app.jobs.filter(({ name }) => /\.(catch-up|replay|recount|seal)(\.|$)/.test(name))) {
      await job.run(app.context(job.name)).catch((error: unknown) => words.push(String(error)))
    }
    let broken = 0
    for (let after: number | null = 0; after !== null; ) {
      const page: { broken: readonly unknown[]; next: number | null } = await verifyChain(
        app.context('verify'),
        [entrySource, traceSource],
        { after, limit: 100 },
      )
      broken += page.broken.length
      after = page.next
    }
    const figures = await rows<Recounted>(app.db, 'select checked, differing, differences from metric.recount')
    words.push(...figures.flatMap((one) => one.differences.slice(0, 10).map(({ what, where }) => `figure ${what} ${where}`)))
    const sum = (of: (one: Recounted) => number): number => figures.reduce((all, one) => all + of(one), 0)
    return {
      replayDiffers: await differing('replay.differs'),
      figuresDiffer: sum((one) => one.differing),
      recounted: sum((one) => one.checked),
      brokenBlocks: broken,
    }
  } finally {
    await app.close()
  }
}

/** Looks for everything that was acknowledged, in the database and the files of a city that nobody writes to any more. */
export async function checkCity(dataDir: string, at: Connection, known: Acknowledged): Promise<Found> {
  const connection = { ...at, application_name: 'check' } // no server: one that looks whether others live must not take us for one
  const { db, close } = openDb(connection, 2)
  const tally = new Tally()
  const leftOver = await drained(db, tally.words)
  await countReports(db, known, tally)
  await countMoves(db, known, tally)
  await countPhotos(db, known, dataDir, tally)
  await countMessages(db, tally)
  await close()
  return { lost: tally.lost, doubled: tally.doubled, leftOver, ...(await nightly(dataDir, connection, tally.words)), words: tally.words }
}
