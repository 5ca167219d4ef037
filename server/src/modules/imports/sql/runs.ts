import type { Context, Post } from '#platform/context'
import type { Db, Statement } from '#platform/db'
import type { RegisterProblem } from '#platform/register'
import type { ColumnMapping } from '../domain/columns.ts'
import type { Mapping } from '../domain/mapping.ts'

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

export type RunState = 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'undone'

/** A row of imports.run. */
export interface RunRow extends Counts {
  readonly id: string
  readonly area: string
  readonly target: string
  /** The system or department that it comes from. */
  readonly system: string
  readonly mapping: Mapping | ColumnMapping
  readonly dry: boolean
  readonly file: string | null
  readonly file_name: string
  readonly file_bytes: number
  readonly account: string | null
  readonly post: Post
  readonly state: RunState
  /** How much of the file was read, in percent. */
  readonly share: number
  readonly attempt: number
  readonly submitted_at: Date
  readonly finished_at: Date | null
  readonly failure: string | null
}

const columns = `id, area, target, system, mapping, dry, file, file_name, file_bytes, account, post, state, share, attempt, submitted_at, finished_at,
  rows, taken, already, unread, odd, answered, failure`

/** A run whose worker has not been heard of for this long was left behind by a process that ended. */
const lostAfterMs = 120_000

export type NewRun = Pick<
  RunRow,
  'id' | 'area' | 'target' | 'system' | 'mapping' | 'dry' | 'file' | 'file_name' | 'file_bytes' | 'account' | 'post'
>

/** Adds a run to the statement that keeps its request's key. */
export function runIn(sql: Statement, run: NewRun, now: Date): void {
  const { id, area, target, system, mapping, dry, file, file_name, file_bytes, account, post } = run
  const values = [
    id,
    area,
    target,
    system,
    JSON.stringify(mapping),
    dry,
    file,
    file_name,
    file_bytes,
    account,
    JSON.stringify(post),
    'waiting',
    now,
    now,
  ]
  sql.with(
    'run',
    `insert into imports.run (id, area, target, system, mapping, dry, file, file_name, file_bytes, account, post, state, submitted_at, touched_at)
     values (${values.map((value) => sql.bind(value)).join(', ')})`,
  )
}

/** Takes the oldest run that waits, or was left behind; null when there is none or another one runs. One at a time in the whole city. */
export async function claimRun(ctx: Context): Promise<RunRow | null> {
  return ctx.db.transaction(async (db) => {
    await db.query({ text: `select pg_advisory_xact_lock(hashtext('imports.run'))`, values: [] })
    const lost = new Date(ctx.now.getTime() - lostAfterMs)
    const [row] = await db.query<RunRow>({
      name: 'imports.claim',
      text: `update imports.run set state = 'running', touched_at = $1, attempt = attempt + 1
        where id = (select id from imports.run where state = 'waiting' or (state = 'running' and touched_at < $2) order by submitted_at, id limit 1)
          and not exists (select 1 from imports.run where state = 'running' and touched_at >= $2)
        returning ${columns}`,
      values: [ctx.now, lost],
    })
    return row ?? null
  })
}

/**
 * Writes how far a run has come, and that somebody is still at it. Gives the run's state; null when another server has taken it up in the
 * meantime: nothing was written then.
 */
export async function saveProgress(
  db: Db,
  { id, attempt }: Pick<RunRow, 'id' | 'attempt'>,
  counts: Counts,
  share: number,
  found: readonly RegisterProblem[],
  at: Date,
): Promise<RunState | null> {
  const { rows, taken, already, unread, odd, answered } = counts
  const [row] = await db.query<{ state: RunState }>({
    name: 'imports.progress',
    text: `with counted as (
        update imports.run set rows = $2, taken = $3, already = $4, unread = $5, odd = $6, answered = $7, touched_at = greatest(touched_at, $8), share = $10
        where id = $1 and attempt = $11 and state in ('running', 'paused') returning state),
      told as (
        insert into imports.row_problem (run, line, code, field, value, kind)
        select $1, line, code, field, value, kind from jsonb_to_recordset($9::jsonb) as p(line int, code text, field text, value text, kind text), counted
        on conflict do nothing)
      select state from counted`,
    values: [
      id,
      rows,
      taken,
      already,
      unread,
      odd,
      answered,
      at,
      JSON.stringify(found.map(({ line, code, column, value, kind }) => ({ line, code, field: column, value, kind }))),
      share,
      attempt,
    ],
  })
  return row?.state ?? null
}

/** Lays a run aside until its next slice; it goes on after the rows that are counted. */
export async function layAside(db: Db, { id, attempt }: Pick<RunRow, 'id' | 'attempt'>): Promise<void> {
  await db.query({
    name: 'imports.lay-aside',
    text: `update imports.run set state = 'waiting' where id = $1 and attempt = $2 and state = 'running'`,
    values: [id, attempt],
  })
}

/** Ends a run. */
export async function finishRun(db: Db, { id, attempt }: Pick<RunRow, 'id' | 'attempt'>, failure: string | null, at: Date): Promise<void> {
  await db.query({
    name: 'imports.finish',
    text: `update imports.run set state = $2, failure = $3, finished_at = $4, share = case when $3::text is null then 100 else share end
      where id = $1 and attempt = $5 and state in ('running', 'paused')`,
    values: [id, failure === null ? 'done' : 'failed', failure, at, attempt],
  })
}

/** Moves a run from one of these states; false when it is in none of them any more. */
export async function moveRun(db: Db, id: string, from: readonly RunState[], to: RunState, at: Date): Promise<boolean> {
  const rows = await db.query({
    name: 'imports.move',
    text: `update imports.run set state = $3::text, touched_at = $4::timestamptz, failure = null, finished_at = case when $3::text = 'undone' then $4::timestamptz end
      where id = $1 and state = any($2::text[]) returning id`,
    values: [id, from, to, at],
  })
  return rows.length > 0
}

export async function loadRun(db: Db, id: string): Promise<RunRow | null> {
  const [row] = await db.query<RunRow>({ name: 'imports.load', text: `select ${columns} from imports.run where id = $1`, values: [id] })
  return row ?? null
}

/** What somebody may see: runs of a target in the scopes of their posts. */
export interface Seen {
  readonly target: string
  readonly scope: string
}

/** Runs that one may see, newest first. */
export function listRuns(db: Db, seen: readonly Seen[], after: string | null, limit: number): Promise<RunRow[]> {
  return db.query<RunRow>({
    name: 'imports.list',
    text: `select ${columns} from imports.run r where ($3::uuid is null or id < $3)
      and exists (select 1 from unnest($1::text[], $2::text[]) as may(target, scope) where may.target = r.target and starts_with(r.area, may.scope))
      order by id desc limit $4`,
    values: [seen.map((one) => one.target), seen.map((one) => one.scope), after, limit],
  })
}

/** What was found in a run's rows, by line. */
export function problemsOf(
  db: Db,
  run: string,
  after: number,
  limit: number,
  kinds: readonly string[] = ['unread', 'odd'],
): Promise<RegisterProblem[]> {
  return db.query<RegisterProblem>({
    name: 'imports.problems',
    text: 'select line, code, field as "column", value, kind from imports.row_problem where run = $1 and line > $2 and kind = any($4) order by line, code limit $3',
    values: [run, after, limit, kinds],
  })
}

/** How often each problem was found. */
export function problemCounts(db: Db, run: string): Promise<{ code: string; kind: RegisterProblem['kind']; n: number }[]> {
  return db.query({
    name: 'imports.problem-counts',
    text: 'select code, kind, count(*) as n from imports.row_problem where run = $1 group by code, kind order by count(*) desc, code',
    values: [run],
  })
}
