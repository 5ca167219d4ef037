import { type Actor, type Context, visitor } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { problems, type RowProblem } from '../domain/problems.ts'
import { missingColumns, type ReadRow, rowReader, type UnreadRow } from '../domain/read-row.ts'
import { openTable } from '../reading/open.ts'
import type { Table, TableRow } from '../reading/table.ts'
import { claimRun, type Counts, finishRun, pauseRun, type RunRow, saveProgress } from '../sql/runs.ts'
import { areaNames } from './place-row.ts'
import { openFile } from './sealed-file.ts'
import { type Taking, takeRows } from './take-in.ts'

const batch = 25

/** The importer, on the post by which the file was handed in. */
function importer(run: RunRow): Actor {
  return { ...visitor, kind: run.account === null ? 'system' : 'staff', id: run.account ?? 'imports', posts: [run.post] }
}

/** Takes in rows as they come and keeps count, from where the run was laid aside; `save` is told of each batch. */
class Work {
  #rows: number
  #taken: number
  #already: number
  #answered: number
  #odd: number
  #unread: number
  #waiting: ReadRow[] = []
  #found: RowProblem[] = []
  readonly #seen = new Set<string>()
  readonly #taking: Taking
  readonly #save: (counts: Counts, found: readonly RowProblem[]) => Promise<void>

  constructor(taking: Taking, from: Counts, save: (counts: Counts, found: readonly RowProblem[]) => Promise<void>) {
    this.#taking = taking
    this.#save = save
    this.#rows = from.rows
    this.#taken = from.taken
    this.#already = from.already
    this.#answered = from.answered
    this.#odd = from.odd
    this.#unread = from.unread
  }

  /** A row of an earlier slice: known, and nothing more. */
  pass(row: ReadRow | UnreadRow): void {
    if (!('unread' in row)) this.#seen.add(row.id)
  }

  /** True when nothing waits to be written. */
  get isClear(): boolean {
    return this.#waiting.length + this.#found.length === 0
  }

  async add(row: ReadRow | UnreadRow): Promise<void> {
    this.#rows++
    if ('unread' in row) this.#refuse(row.unread)
    else if (this.#seen.has(row.id)) this.#refuse({ line: row.line, code: 'imports.repeated-id', column: null, value: row.id.slice(0, 40) })
    else {
      this.#seen.add(row.id)
      if (row.repliedAt !== null) this.#answered++
      this.#waiting.push(row)
    }
    if (this.#waiting.length + this.#found.length >= batch) await this.flush()
  }

  #refuse(problem: RowProblem): void {
    this.#unread++
    this.#found.push(problem)
  }

  /** Takes in what waits. */
  async flush(): Promise<void> {
    const { taken, already, found } = await takeRows(this.#taking, this.#waiting)
    const unread = new Set(found.filter((one) => problems[one.code].kind === 'unread').map((one) => one.line))
    const odd = new Set(found.filter((one) => !unread.has(one.line)).map((one) => one.line))
    this.#taken += taken
    this.#already += already
    this.#unread += unread.size
    this.#odd += odd.size
    const told = [...this.#found, ...found]
    this.#waiting = []
    this.#found = []
    await this.#save(
      { rows: this.#rows, taken: this.#taken, already: this.#already, unread: this.#unread, odd: this.#odd, answered: this.#answered },
      told,
    )
  }
}

/** Reads the file from where the run was laid aside; false when the time was over before its end. */
async function readInto(work: Work, table: Table, run: RunRow, now: Date, isOver: () => boolean): Promise<boolean> {
  let read: ReturnType<typeof rowReader> | null = null
  let n = 0
  for await (const { line, cells, swallows } of table as AsyncIterable<TableRow>) {
    if (read === null) {
      if (cells === null || missingColumns(run.mapping, cells).length > 0)
        throw new Error('the header changed since the file was handed in')
      read = rowReader(run.mapping, cells, now)
      continue
    }
    const code = swallows ? 'imports.unclosed-quote' : 'imports.broken-row'
    const row = cells === null ? { line, unread: { line, code, column: null, value: null } as const } : read(cells, line)
    if (n++ < run.rows) work.pass(row)
    else await work.add(row)
    if (n > run.rows && work.isClear && isOver()) return false
  }
  await work.flush()
  return true
}

/** Why a run stopped, as a code; never a word of the file. */
function failureOf(error: unknown): string {
  return error instanceof Refusal ? error.code : 'imports.stopped'
}

/** How long a run is worked on at once, ms: a server that is told to stop waits for no more. */
const sliceMs = 5_000

/**
 * Works on the next run that waits, for a slice of time: reads its file row by row, takes the rows in, and tells how far it has come.
 * False when none waits. A run that stops half-way keeps what it took in; handing the file in again goes on where it stopped, since
 * nothing is taken in twice.
 */
export async function workOnNext(ctx: Context, slice = sliceMs): Promise<boolean> {
  const run = await claimRun(ctx)
  if (!run) return false
  const begun = performance.now()
  const at = (): Date => new Date(ctx.now.getTime() + Math.round(performance.now() - begun))
  const taking = {
    ctx,
    actor: importer(run),
    area: run.area,
    system: run.mapping.system,
    dry: run.dry,
    names: await areaNames(ctx),
  }
  try {
    const bytes = openFile(ctx, run)
    if (!bytes) throw new Error('the file is sealed with another key')
    const work = new Work(taking, run, (counts, found) => saveProgress(ctx.db, run.id, counts, found, at()))
    const isWhole = await readInto(work, openTable(bytes, run.mapping), run, ctx.now, () => performance.now() - begun > slice)
    await (isWhole ? finishRun(ctx.db, run.id, null, at()) : pauseRun(ctx.db, run.id))
    return true
  } catch (error) {
    await finishRun(ctx.db, run.id, failureOf(error), at())
    throw error
  }
}
