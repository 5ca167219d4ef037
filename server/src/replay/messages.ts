import { join } from 'node:path'
import type { Calendar } from '#platform/calendar'
import type { Context } from '#platform/context'
import { cityArea, loadRealAreas } from '#modules/areas'
import { casesOfOrigin } from '#modules/cases'
import { inMemory, openTable, type ReadRow, rowReader } from '#modules/imports'
import { dispatcherOf, staffCity } from './city.ts'
import { type Swiftness, swiftness } from './figures.ts'
import { type AnsweredRow, isAnswered, live } from './life.ts'
import { messageMapping } from './places.ts'
import { type ImportResult, runImport } from './run-import.ts'
import { readSource, sources } from './source.ts'

/** Everything that a replay of the messages says. */
export interface MessageReplay {
  readonly imported: ImportResult
  readonly again: ImportResult
  /** Placed in a county by the table; the others lie at the city desk. */
  readonly placed: number
  /** Given a class by the rules, other than 其他. */
  readonly categorised: number
  readonly lived: number
  readonly states: Readonly<Record<string, number>>
  readonly swiftness: Swiftness
  /** Matters whose `finish` clock says the same as the figure. */
  readonly clocksAgree: number
}

/** Makes the city of real divisions in an empty database. */
export async function prepareRealCity(ctx: Context, shared: string): Promise<void> {
  await loadRealAreas(ctx, join(shared, sources.areas))
  await staffCity(ctx)
}

/** The answered messages of a file, as the import reads them. */
async function answeredRows(bytes: Buffer, now: Date): Promise<AnsweredRow[]> {
  const mapping = messageMapping()
  const rows: ReadRow[] = []
  let read: ReturnType<typeof rowReader> | null = null
  for await (const { cells, line } of openTable(inMemory(bytes), mapping)) {
    if (cells === null) continue
    if (read === null) read = rowReader(mapping, cells, now)
    else {
      const row = read(cells, line)
      if (!('unread' in row)) rows.push(row)
    }
  }
  return rows.filter(isAnswered).sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime())
}

interface Standing {
  readonly origin_id: string
  readonly area: string
  readonly category: string
  readonly late: boolean
}

/** How the imported matters stand, with what their own clock says of the promise. */
function standings(ctx: Context): Promise<Standing[]> {
  return ctx.db.query<Standing>({
    text: `select origin_id, area, category, exists (select 1 from jsonb_array_elements(clocks) k where k ->> 'name' = 'finish' and k ->> 'breachedAt' is not null) as late
      from cases."case" where origin = 'message-board'`,
    values: [],
  })
}

/** Lives the lives of all answered rows, oldest first; gives how many stand in each state. */
async function liveAll(
  ctx: Context,
  city: string,
  answered: readonly AnsweredRow[],
  told: Progress,
): Promise<Readonly<Record<string, number>>> {
  const ids = await casesOfOrigin(
    ctx,
    'message-board',
    answered.map((row) => row.id),
  )
  const states: Record<string, number> = {}
  for (const [n, row] of answered.entries()) {
    const state = await live(ctx, city, ids.get(row.id) ?? '', row)
    states[state] = (states[state] ?? 0) + 1
    if ((n + 1) % 100 === 0) told(n + 1, answered.length)
  }
  return states
}

type Progress = (done: number, of: number) => void

/** How many matters whose own `finish` clock agrees with the figure. */
function agreeing(calendar: Calendar, answered: readonly AnsweredRow[], stood: readonly Standing[]): number {
  const late = new Set(stood.filter((one) => one.late).map((one) => one.origin_id))
  return answered.filter((row) => late.has(row.id) === (swiftness(calendar, [row]).within7Days === 0)).length
}

/**
 * Imports the messages into a prepared city, imports them again, lives each answered one's life, and counts.
 * @param rows how many of the file's rows; all by default
 */
export async function replayMessages(
  ctx: Context,
  shared: string,
  rows?: number,
  told: Progress = () => undefined,
): Promise<MessageReplay> {
  const city = await cityArea(ctx)
  if (!city) throw new Error('the city has no areas yet')
  const bytes = readSource(shared, 'messages', rows)
  const importer = dispatcherOf(city.code)
  const imported = await runImport(ctx, importer, bytes, messageMapping())
  const again = await runImport(ctx, importer, bytes, messageMapping())
  const answered = await answeredRows(bytes, ctx.now)
  const states = await liveAll(ctx, city.code, answered, told)
  const stood = await standings(ctx)
  const calendar = ctx.city.calendar()
  return {
    imported,
    again,
    states,
    placed: stood.filter((one) => one.area.length >= 6).length,
    categorised: stood.filter((one) => one.category !== '29999').length,
    lived: answered.length,
    swiftness: swiftness(calendar, answered),
    clocksAgree: agreeing(calendar, answered, stood),
  }
}
