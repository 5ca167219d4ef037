import { type Actor, type Context, visitor } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { problems, type RowProblem } from '../domain/problems.ts'
import { missingColumns, type ReadRow, rowReader, type UnreadRow } from '../domain/read-row.ts'
import { openTable } from '../reading/open.ts'
import type { Table, TableRow } from '../reading/table.ts'
import { claimRun, type Counts, finishRun, type RunRow, saveProgress } from '../sql/runs.ts'
import { areaNames } from './place-row.ts'
import { openFile } from './sealed-file.ts'
import { type Taking, takeRows } from './take-in.ts'

const batch = 25

/** The importer, on the post by which the file was handed in. */
function importer(run: RunRow): Actor {
  return { ...visitor, kind: run.account === null ? 'system' : 'staff', id: run.account ?? 'imports', posts: [run.post] }
}

/** Takes in rows as they come and keeps count; `save` is told of each batch. */
class Work {
  #rows = 0
  #taken = 0
  #already = 0
  #answered = 0
  #odd = 0
  #unread = 0
  #waiting: ReadRow[] = []
  #found: RowProblem[] = []
  readonly #seen = new Set<string>()
  readonly #taking: Taking
  readonly #save: (counts: Counts, found: readonly RowProblem[]) => Promise<void>

  constructor(taking: Taking, save: (counts: Counts, found: readonly RowProblem[]) => Promise<void>) {
    this.#taking = taking
    this.#save = save
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

async function readInto(work: Work, table: Table, run: RunRow, now: Date): Promise<void> {
  let read: ReturnType<typeof rowReader> | null = null
  for await (const { line, cells, swallows } of table as AsyncIterable<TableRow>) {
    if (read === null) {
      if (cells === null || missingColumns(run.mapping, cells).length > 0)
        throw new Error('the header changed since the file was handed in')
      read = rowReader(run.mapping, cells, now)
    } else if (cells === null) {
      await work.add({
        line,
        unread: { line, code: swallows ? 'imports.unclosed-quote' : 'imports.broken-row', column: null, value: null },
      })
    } else await work.add(read(cells, line))
  }
  await work.flush()
}

/** Why a run stopped, as a code; never a word of the file. */
function failureOf(error: unknown): string {
  return error instanceof Refusal ? error.code : 'imports.stopped'
}

/**
 * Works on the next run that waits: reads its file row by row, takes the rows in, and tells how far it has come. False when none waits.
 * A run that stops half-way keeps what it took in; handing the file in again goes on where it stopped, since nothing is taken in twice.
 */
export async function workOnNext(ctx: Context): Promise<boolean> {
  const run = await claimRun(ctx)
  if (!run) return false
  const begun = performance.now()
  const at = (): Date => new Date(ctx.now.getTime() + Math.round(performance.now() - begun))
  const taking = { ctx, actor: importer(run), area: run.area, system: run.mapping.system, dry: run.dry, names: await areaNames(ctx) }
  try {
    const bytes = openFile(ctx, run)
    if (!bytes) throw new Error('the file is sealed with another key')
    const work = new Work(taking, (counts, found) => saveProgress(ctx.db, run.id, counts, found, at()))
    await readInto(work, openTable(bytes, run.mapping), run, ctx.now)
    await finishRun(ctx.db, run.id, null, at())
    return true
  } catch (error) {
    await finishRun(ctx.db, run.id, failureOf(error), at())
    throw error
  }
}
