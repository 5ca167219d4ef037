import type { Context } from './context.ts'
import type { Db, Statement } from './db.ts'
import { newId } from './ids.ts'

/** Something that happened: past tense, ids and facts, nothing about a person. */
export interface Told {
  readonly region: string
  /** `<noun>.<move in past>`, such as `case.reported`. */
  readonly kind: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What a module does when others speak. Must be idempotent (a unique key does it); is given events in batches. */
export interface Reaction {
  readonly name: string
  readonly on: readonly string[]
  run(ctx: Context, events: readonly Told[]): Promise<void>
}

/** Adds the CTE that tells, to the statement that makes the changes. */
export function tellIn(sql: Statement, events: readonly (Told & { readonly at: Date })[]): void {
  if (events.length === 0) return
  const rows = events.map(({ region, kind, facts, at }) => ({ region, id: newId(region, at), kind, facts, at }))
  sql.with(
    'told',
    `insert into platform.outbox select * from jsonb_populate_recordset(null::platform.outbox, ${sql.bind(JSON.stringify(rows))})`,
  )
}

const chunk = 100

/**
 * Moves what was told to the job queue, one job per reaction and at most 100 events, and deletes it: one statement, so nothing is lost or doubled.
 * Gives how many events were taken.
 */
export async function relay(db: Db, reactions: readonly Reaction[]): Promise<number> {
  const wanted = reactions.flatMap((reaction) => reaction.on.map((kind) => ({ name: reaction.name, kind })))
  const [row] = await db.query<{ taken: number }>({
    name: 'outbox.relay',
    text: `with taken as (
        delete from platform.outbox o using (select region, id from platform.outbox order by id limit 1000) first
        where o.region = first.region and o.id = first.id returning o.*),
      placed as (
        select w.name, t.id, jsonb_build_object('region', t.region, 'kind', t.kind, 'facts', t.facts) as event,
          (row_number() over (partition by w.name order by t.id) - 1) / ${chunk} as part
        from taken t join jsonb_to_recordset($1::jsonb) as w(name text, kind text) on w.kind = t.kind),
      jobs as (select name, jsonb_agg(event order by id) as events from placed group by name, part),
      queued as (select graphile_worker.add_job('react', json_build_object('name', name, 'events', events)) from jobs)
      select (select count(*) from taken) as taken, (select count(*) from queued) as queued`,
    values: [JSON.stringify(wanted)],
  })
  return row?.taken ?? 0
}
