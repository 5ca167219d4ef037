import type { Db } from '#platform/db'

/** A reading to be kept; `at` in ms. */
export interface ReadingToStore {
  readonly region: string
  readonly device: string
  readonly measure: string
  readonly at: number
  readonly slot: number
  readonly value: number
}

/** An alarm that was raised in a batch, once a component and kind. */
export interface Raised {
  readonly region: string
  readonly id: string
  readonly component: string
  readonly kind: string
  readonly device: string
  readonly area: string
  readonly openedAt: number
  readonly lastAt: number
  readonly times: number
  readonly value: number | null
  readonly worst: number | null
  /** Whether the lower value is the worse one. */
  readonly low: boolean
}

/** An alarm that ends, if it is open. */
export interface Cleared {
  readonly region: string
  readonly component: string
  readonly kind: string
  readonly at: number
}

export interface StateToStore {
  readonly region: string
  readonly device: string
  readonly heardAt: number
  readonly latest: unknown
  readonly memory: unknown
  readonly problem: string | null
  readonly problemAt: number | null
  /** Problems since it was last written. */
  readonly problems: number
}

export interface Batch {
  readonly readings: readonly ReadingToStore[]
  readonly raised: readonly Raised[]
  readonly states: readonly StateToStore[]
  readonly cleared: readonly Cleared[]
}

const time = (ms: number): string => new Date(ms).toISOString()

/** One column of rows, as an array of the server. */
const column = <T, V>(rows: readonly T[], of: (row: T) => V): V[] => rows.map(of)

function readingColumns(rows: readonly ReadingToStore[]): unknown[] {
  return [
    column(rows, (row) => row.region),
    column(rows, (row) => row.device),
    column(rows, (row) => row.measure),
    column(rows, (row) => time(row.at)),
    column(rows, (row) => row.slot),
    column(rows, (row) => row.value),
  ]
}

const asJson = (rows: readonly unknown[]): string => JSON.stringify(rows)

const raisedRows = (rows: readonly Raised[]): string =>
  asJson(rows.map(({ openedAt, lastAt, ...row }) => ({ ...row, opened_at: time(openedAt), last_at: time(lastAt) })))

const stateRows = (rows: readonly StateToStore[]): string =>
  asJson(
    rows.map(({ heardAt, problemAt, ...row }) => ({
      ...row,
      heard_at: time(heardAt),
      problem_at: problemAt === null ? null : time(problemAt),
    })),
  )

/** Opens alarms, or extends those that are open: shared by batches and by the look for silence. The rows are jsonb `$n`. */
export const raiseText = (
  rows: string,
): string => `insert into telemetry.alarm as open (region, id, component, kind, device, area, opened_at, last_at, times, value, worst, low)
    select r.region, r.id, r.component, r.kind, r.device, r.area, r.opened_at, r.last_at, r.times, r.value, r.worst, r.low
    from jsonb_to_recordset(${rows}::jsonb) as r(region text, id uuid, component text, kind text, device uuid, area text, opened_at timestamptz, last_at timestamptz, times int, value float8, worst float8, low boolean)
    on conflict (region, component, kind) where cleared_at is null do update
    set last_at = greatest(open.last_at, excluded.last_at), times = open.times + excluded.times, value = excluded.value,
      worst = case when open.low then least(open.worst, excluded.worst) else greatest(open.worst, excluded.worst) end`

const stateText = `insert into telemetry.device_state as known (region, device, heard_at, latest, memory, problem, problem_at, problems)
    select region, device, heard_at, latest, memory, problem, problem_at, problems
    from jsonb_to_recordset($8::jsonb) as s(region text, device uuid, heard_at timestamptz, latest jsonb, memory jsonb, problem text, problem_at timestamptz, problems bigint)
    on conflict (region, device) do update set heard_at = greatest(known.heard_at, excluded.heard_at), latest = excluded.latest, memory = excluded.memory,
      problem = coalesce(excluded.problem, known.problem), problem_at = coalesce(excluded.problem_at, known.problem_at), problems = known.problems + excluded.problems`

/** Keeps a batch of readings with what rules said of them: one statement, and a second one where an alarm may end. Harmless when repeated. */
export async function storeBatch(db: Db, batch: Batch): Promise<void> {
  await db.query({
    name: 'telemetry.store',
    text: `with kept as (insert into telemetry.reading (region, device, measure, at, slot, value)
        select * from unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::smallint[], $6::float8[]) on conflict do nothing),
      raised as (${raiseText('$7')}),
      known as (${stateText})
      select 1`,
    values: [...readingColumns(batch.readings), raisedRows(batch.raised), stateRows(batch.states)],
  })
  await clearAlarms(db, batch.cleared)
}

/** Ends open alarms. */
export async function clearAlarms(db: Db, cleared: readonly Cleared[]): Promise<void> {
  if (cleared.length === 0) return
  await db.query({
    name: 'telemetry.clear',
    text: `update telemetry.alarm a set cleared_at = greatest(c.at, a.last_at)
      from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as c(region, component, kind, at)
      where a.region = c.region and a.component = c.component and a.kind = c.kind and a.cleared_at is null`,
    values: [
      column(cleared, (row) => row.region),
      column(cleared, (row) => row.component),
      column(cleared, (row) => row.kind),
      column(cleared, (row) => time(row.at)),
    ],
  })
}
