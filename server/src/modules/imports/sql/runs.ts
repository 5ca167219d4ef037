import type { Context, Post } from '#platform/context'
import type { Db } from '#platform/db'
import type { Mapping } from '../domain/mapping.ts'
import type { RowProblem } from '../domain/problems.ts'

/** How far a run has come. rows = taken + already + unread; odd rows are among those taken. */
export interface Counts {
  readonly rows: number
  readonly taken: number
  readonly already: number
  readonly unread: number
  readonly odd: number
  /** Rows that were answered in the other system before; what was said there stays there. */
  readonly answered: number
}

/** A row of imports.run without its file. */
export interface RunRow extends Counts {
  readonly id: string
  readonly area: string
  readonly system: string
  readonly mapping: Mapping
  readonly dry: boolean
  readonly file_name: string
  readonly file_bytes: number
  readonly account: string | null
  readonly post: Post
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly submitted_at: Date
  readonly finished_at: Date | null
  readonly failure: string | null
}

export interface SealedFile {
  readonly wrapped: Buffer
  readonly sealed: Buffer
}

const columns =
  'id, area, system, mapping, dry, file_name, file_bytes, account, post, state, submitted_at, finished_at, rows, taken, already, unread, odd, answered, failure'

/** A run whose worker has not been heard of for this long was left behind by a process that ended. */
const lostAfterMs = 120_000

export async function insertRun(
  ctx: Context,
  run: Pick<RunRow, 'id' | 'area' | 'mapping' | 'dry' | 'file_name' | 'file_bytes' | 'account' | 'post'>,
  file: SealedFile,
): Promise<void> {
  const { id, area, mapping, dry, file_name, file_bytes, account, post } = run
  await ctx.db.query({
    name: 'imports.insert',
    text: `insert into imports.run (id, area, system, mapping, dry, file_name, file_bytes, wrapped, sealed, account, post, state, submitted_at, touched_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, $12)`,
    values: [
      id,
      area,
      mapping.system,
      JSON.stringify(mapping),
      dry,
      file_name,
      file_bytes,
      file.wrapped,
      file.sealed,
      account,
      JSON.stringify(post),
      ctx.now,
    ],
  })
}

/** Takes the oldest run that waits, or was left behind; null when there is none or another one runs. One at a time in the whole city. */
export async function claimRun(ctx: Context): Promise<(RunRow & SealedFile) | null> {
  return ctx.db.transaction(async (db) => {
    await db.query({ text: `select pg_advisory_xact_lock(hashtext('imports.run'))`, values: [] })
    const lost = new Date(ctx.now.getTime() - lostAfterMs)
    const [row] = await db.query<RunRow & SealedFile>({
      name: 'imports.claim',
      text: `update imports.run set state = 'running', touched_at = $1
        where id = (select id from imports.run where state = 'waiting' or (state = 'running' and touched_at < $2) order by submitted_at, id limit 1)
          and not exists (select 1 from imports.run where state = 'running' and touched_at >= $2)
        returning ${columns}, wrapped, sealed`,
      values: [ctx.now, lost],
    })
    return row ?? null
  })
}

/** Writes how far a run has come, and that somebody is still at it. */
export async function saveProgress(db: Db, id: string, counts: Counts, found: readonly RowProblem[], at: Date): Promise<void> {
  const { rows, taken, already, unread, odd, answered } = counts
  await db.query({
    name: 'imports.progress',
    text: `with told as (
        insert into imports.row_problem (run, line, code, field, value)
        select $1, line, code, field, value from jsonb_to_recordset($9::jsonb) as p(line int, code text, field text, value text)
        on conflict do nothing)
      update imports.run set rows = $2, taken = $3, already = $4, unread = $5, odd = $6, answered = $7, touched_at = greatest(touched_at, $8) where id = $1`,
    values: [
      id,
      rows,
      taken,
      already,
      unread,
      odd,
      answered,
      at,
      JSON.stringify(found.map(({ line, code, column, value }) => ({ line, code, field: column, value }))),
    ],
  })
}

/** Lays a run aside until its next slice; it goes on after the rows that are counted. */
export async function pauseRun(db: Db, id: string): Promise<void> {
  await db.query({
    name: 'imports.pause',
    text: `update imports.run set state = 'waiting' where id = $1 and state = 'running'`,
    values: [id],
  })
}

/** Ends a run; its file goes. */
export async function finishRun(db: Db, id: string, failure: string | null, at: Date): Promise<void> {
  await db.query({
    name: 'imports.finish',
    text: 'update imports.run set state = $2, failure = $3, finished_at = $4, wrapped = null, sealed = null where id = $1',
    values: [id, failure === null ? 'done' : 'failed', failure, at],
  })
}

export async function loadRun(db: Db, id: string): Promise<RunRow | null> {
  const [row] = await db.query<RunRow>({ name: 'imports.load', text: `select ${columns} from imports.run where id = $1`, values: [id] })
  return row ?? null
}

/** Runs of these scopes, newest first. */
export function listRuns(db: Db, scopes: readonly string[], after: string | null, limit: number): Promise<RunRow[]> {
  return db.query<RunRow>({
    name: 'imports.list',
    text: `select ${columns} from imports.run where area like any($1::text[]) and ($2::uuid is null or id < $2) order by id desc limit $3`,
    values: [scopes.map((scope) => `${scope}%`), after, limit],
  })
}

/** What was found in a run's rows, by line. */
export function problemsOf(db: Db, run: string, after: number, limit: number): Promise<RowProblem[]> {
  return db.query<RowProblem>({
    name: 'imports.problems',
    text: 'select line, code, field as "column", value from imports.row_problem where run = $1 and line > $2 order by line, code limit $3',
    values: [run, after, limit],
  })
}

/** How often each problem was found. */
export function problemCounts(db: Db, run: string): Promise<{ code: RowProblem['code']; n: number }[]> {
  return db.query({
    name: 'imports.problem-counts',
    text: 'select code, count(*) as n from imports.row_problem where run = $1 group by code order by count(*) desc, code',
    values: [run],
  })
}
