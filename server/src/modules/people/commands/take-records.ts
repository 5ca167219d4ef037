import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { brokenConstraint, sqlState } from '#platform/db'
import { newId } from '#platform/ids'
import { commonScope } from '../domain/common-scope.ts'
import { Plan, recordQuery } from '#mechanisms/flow'
import type { Doubt } from '../domain/doubt-flow.ts'
import { type Cells, type Found, type ReadRecord, readRecord } from '../domain/read-record.ts'
import type { Source } from '../domain/sources.ts'
import { doubtKind, settingsOf } from '../settings.ts'
import { personsByNumber } from '../sql/persons.ts'
import { hashRows } from './hash-rows.ts'
import { type Asked, Intake } from './intake.ts'
import { candidatesFor, type HashedRow } from './match-rows.ts'
import { touched } from './touched.ts'
import { areasByName } from './place-rows.ts'

/** Where a batch of rows comes from. */
export interface Batch {
  readonly source: Source
  readonly run: string | null
  /** Scope of the importer's post: where a row without an area lies. */
  readonly area: string
  readonly dry: boolean
}

export interface Line {
  readonly line: number
  readonly cells: Cells
}

export interface Outcome {
  readonly taken: number
  readonly already: number
  readonly found: readonly Found[]
}

/** Rows that were taken in before, by the hex of their key; and of rows alike within the batch all but the first. */
async function already(ctx: Context, rows: readonly HashedRow[]): Promise<{ fresh: HashedRow[]; count: number }> {
  const known = await ctx.db.query<{ key: Buffer }>({
    name: 'people.known-records',
    text: 'select r.key from unnest($1::text[], $2::bytea[]) as a(home, mark) join people.record r on r.region = a.home and r.key = a.mark',
    values: [rows.map((row) => row.region), rows.map((row) => row.key)],
  })
  const seen = new Set(known.map((row) => row.key.toString('hex')))
  const fresh = rows.filter((row) => {
    const key = row.key.toString('hex')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return { fresh, count: rows.length - fresh.length }
}

function doubtOf(ctx: Context, { person, other, likeness }: Asked): Doubt {
  return {
    region: person.region,
    id: newId(person.region, ctx.now),
    version: 1,
    state: 'open',
    area: commonScope(person.area, other.area),
    clocks: [],
    tick_at: null,
    due_at: null,
    person_id: person.id,
    other_id: other.id,
    score: likeness.score,
    reasons: likeness.reasons,
    made_at: ctx.now,
  }
}

async function write(ctx: Context, intake: Intake): Promise<void> {
  const settings = await settingsOf(ctx)
  const plan = new Plan({ now: ctx.now, actor: ctx.actor, settings: settings() }, settings, null)
  plan.people.push(...intake.newPeople())
  for (const asked of intake.asked) plan.make(doubtKind, doubtOf(ctx, asked), 'ask', null)
  plan.parts.push((sql) => intake.writeIn(sql))
  plan.told.push(touched(intake.touched))
  await ctx.db.query(recordQuery([{ ctx, plan, answer: { status: 200, made: null } }]))
}

async function attempt(ctx: Context, batch: Batch, rows: readonly HashedRow[]): Promise<{ taken: number; already: number }> {
  const { fresh, count } = await already(ctx, rows)
  if (fresh.length === 0) return { taken: 0, already: count }
  const intake = new Intake(ctx, batch.source, batch.run)
  const numbers = await personsByNumber(
    ctx,
    fresh.flatMap((row) => (row.number === null ? [] : [row.number])),
  )
  intake.knowNumbers(numbers)
  const unknown = fresh.filter((row) => row.number === null || !numbers.has(row.number.toString('hex')))
  const candidates = await candidatesFor(ctx, unknown, intake.draftOf)
  for (const row of fresh) intake.take(row, candidates.get(row.record.line) ?? [])
  if (!batch.dry) await write(ctx, intake)
  return { taken: intake.taken, already: count }
}

/** Somebody wrote about the same person, or the same row, a moment ago: read again and decide again. */
const isRace = (error: unknown): boolean =>
  sqlState(error) === 'LL409' || (sqlState(error) === '23505' && ['identity_pkey', 'record_key'].includes(brokenConstraint(error) ?? ''))

const tries = 5

/**
 * Takes rows of one department in: each becomes a record of a person, found by number, else by name, day of birth, phone and address with a
 * score; the doubtful are kept apart and put to a person. One statement; the same row again is taken in once. Inventory 002-60, 002-62.
 */
export async function takeRecords(ctx: Context, batch: Batch, lines: readonly Line[]): Promise<Outcome> {
  const today = localDate(ctx.now)
  const found: Found[] = []
  const records: ReadRecord[] = []
  for (const { line, cells } of lines) {
    const read = readRecord(line, cells, today)
    found.push(...read.found)
    if (read.record) records.push(read.record)
  }
  const hashed = await hashRows(ctx, batch.source.code, batch.area, await areasByName(ctx), records)
  found.push(...hashed.found)
  for (let n = 1; ; n++) {
    await mark(ctx, 'savepoint take_records')
    try {
      return { ...(await attempt(ctx, batch, hashed.rows)), found }
    } catch (error) {
      if (!isRace(error) || n >= tries) throw error
      await mark(ctx, 'rollback to savepoint take_records')
    }
  }
}

/** Within a transaction of the caller's, what was lost to a race is undone alone. */
async function mark(ctx: Context, text: string): Promise<void> {
  if (ctx.db.inTransaction) await ctx.db.query({ text, values: [] })
}
