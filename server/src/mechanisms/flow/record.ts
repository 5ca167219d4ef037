import type { Context } from '#platform/context'
import { type Query, type Statement, statement } from '#platform/db'
import { oncesIn } from '#platform/once'
import { tellIn } from '#platform/outbox'
import { subjectsIn, type Vault } from '#platform/vault'
import { cellOf, countIn, type Counts, deltasOf, type Tally } from '#mechanisms/metric'
import { listIn } from '#mechanisms/worklist'
import { waitsOf } from './decide.ts'
import type { Noun } from './flow.ts'
import type { NounKind, Plan } from './plan.ts'

type Row = Readonly<Record<string, unknown>>

/** JSON that jsonb_populate_record reads back as the column's own type; bytes as hex. */
function plain(row: Row, columns: readonly string[]): Row {
  const out: Record<string, unknown> = {}
  for (const column of columns) {
    const value = row[column]
    if (value === undefined) continue
    out[column] = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
  }
  return out
}

function changedColumns(before: Row, after: Row, columns: readonly string[]): string[] {
  return columns.filter((column) => before[column] !== after[column])
}

interface Group {
  readonly kind: NounKind<Noun>
  readonly made: Row[]
  readonly moved: { region: string; id: string; version: number; changes: Row }[]
}

function grouped(plans: readonly Plan[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const { kind, before, now } of plans.flatMap((plan) => [...plan.held.values()])) {
    let group = groups.get(kind.table)
    if (!group) {
      group = { kind, made: [], moved: [] }
      groups.set(kind.table, group)
    }
    const row = now as unknown as Row
    if (before === null) group.made.push(plain(row, kind.columns))
    else {
      const columns = changedColumns(before as unknown as Row, row, kind.columns)
      group.moved.push({ region: now.region, id: now.id, version: before.version, changes: plain(row, columns) })
    }
  }
  return groups
}

/** Adds the writes of one table; gives the CTE whose rows must all have held their version, if any. */
function writeNouns(sql: Statement, group: Group): string | null {
  const { table, columns } = group.kind
  const name = table.replaceAll(/[^a-z]+/g, '_')
  const list = columns.map((column) => `"${column}"`).join(', ')
  if (group.made.length > 0) {
    const rows = sql.bind(JSON.stringify(group.made))
    sql.with(`made_${name}`, `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, ${rows}::jsonb)`)
  }
  if (group.moved.length === 0) return null
  // Two changes of the same nouns wait for each other in one order, so that neither dies of the other.
  const moved = group.moved.sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = sql.bind(JSON.stringify(moved))
  sql.with(
    `moved_${name}`,
    `update ${table} t set (${list}) = (select ${list} from jsonb_populate_record(t, c.changes))
     from jsonb_to_recordset(${rows}::jsonb) as c(region text, id uuid, version int, changes jsonb)
     where t.region = c.region and t.id = c.id and t.version = c.version returning 1`,
  )
  return `moved_${name}`
}

const traceColumns = 'region, noun, noun_id, seq, move, from_state, to_state, at, actor_kind, actor_id, post, facts, clocks, revision'

function writeHistory(sql: Statement, { city }: Context, plans: readonly Plan[]): void {
  sql.with(
    'traced',
    `insert into flow.trace (${traceColumns}) select ${traceColumns} from jsonb_populate_recordset(null::flow.trace, ${sql.bind(JSON.stringify(plans.flatMap((plan) => plan.traces)))}::jsonb)`,
  )
  const words = plans.flatMap((plan) => plan.words)
  if (words.length === 0) return
  const rows = words.map((one) => ({
    region: one.region,
    noun_id: one.noun_id,
    seq: one.seq,
    sealed: `\\x${city.vault.seal(one.key, JSON.stringify(one.words), 'flow.words').toString('hex')}`,
  }))
  sql.with(
    'worded',
    `insert into flow.words select * from jsonb_populate_recordset(null::flow.words, ${sql.bind(JSON.stringify(rows))}::jsonb)`,
  )
}

function waitingRows(plan: Plan): Parameters<typeof listIn>[1] {
  return [...plan.held.values()].map(({ kind, before, now }) => ({
    region: now.region,
    noun: kind.flow.kind,
    noun_id: now.id,
    area: now.area,
    isNew: before === null,
    since: plan.moment.now.toISOString(),
    due_at: now.due_at === null ? null : new Date(now.due_at).toISOString(),
    waits: waitsOf(kind.flow, now, plan.settings(now)),
  }))
}

const countsOf = (row: Row): Counts => (row['tally'] as Tally | null | undefined)?.n ?? {}

/** What the plans add to the figures and take from them, by subject. */
function countAll(sql: Statement, plans: readonly Plan[]): void {
  const changes = new Map<string, Parameters<typeof deltasOf>[0][number][]>()
  for (const { kind, before, now } of plans.flatMap((plan) => [...plan.held.values()])) {
    if (!kind.counting) continue
    const { subject, columns } = kind.counting
    const list = changes.get(subject) ?? []
    changes.set(subject, list)
    for (const [noun, sign] of [
      [before, -1],
      [now, 1],
    ] as const) {
      const row = noun as unknown as Row | null
      if (row !== null) list.push({ cell: cellOf(row, columns), counts: countsOf(row), sign })
    }
  }
  for (const [subject, list] of changes) countIn(sql, subject, deltasOf(list))
}

/** What is kept with the idempotency key. `silent`: nobody is told (a demonstration's past). */
export interface Answered {
  readonly status: number
  readonly made: string | null
  readonly silent?: boolean
}

/** A plan with the request that it answers. */
export interface Change {
  readonly ctx: Context
  readonly plan: Plan
  readonly answer: Answered
}

/** People, events, keys of requests and what modules add. */
function writeBeside(sql: Statement, changes: readonly Change[], vault: Vault): void {
  const told = changes.filter(({ answer }) => !answer.silent)
  tellIn(
    sql,
    told.flatMap(({ ctx, plan }) => plan.told.map((event) => ({ ...event, at: ctx.now }))),
  )
  oncesIn(
    sql,
    changes.flatMap(({ ctx, answer: { status, made } }) => (ctx.once ? [{ once: ctx.once, status, made, at: ctx.now }] : [])),
  )
  subjectsIn(
    sql,
    vault,
    changes.flatMap(({ plan }) => plan.people),
  )
  for (const [index, { ctx, plan }] of changes.entries()) {
    for (const part of plan.parts) part(sql, ctx, changes.length > 1 ? `p${index}_` : '')
  }
}

/**
 * The one statement that changes become: nouns, history, worklist, people, outbox, idempotency keys and what modules add.
 * All changes are of one city; its text depends on what kinds of rows there are, not on how many.
 */
export function recordQuery(changes: readonly Change[]): Query {
  const [first] = changes
  if (!first) throw new Error('nothing to record')
  const sql = statement()
  const versioned: string[] = []
  let expected = 0
  const plans = changes.map((change) => change.plan)
  for (const group of grouped(plans).values()) {
    const cte = writeNouns(sql, group)
    if (cte) versioned.push(cte)
    expected += group.moved.length
  }
  writeHistory(sql, first.ctx, plans)
  listIn(sql, plans.flatMap(waitingRows))
  countAll(sql, plans)
  writeBeside(sql, changes, first.ctx.city.vault)
  if (versioned.length === 0) return sql.done('select 1')
  const found = versioned.map((cte) => `(select count(*) from ${cte})`).join(' + ')
  return sql.done(`select platform.hold(${found}, ${sql.bind(expected)}::bigint)`)
}
