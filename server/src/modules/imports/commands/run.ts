import { type Actor, type City, type Context, visitor } from '#platform/context'
import type { RegisterProblem } from '#platform/register'
import { Refusal } from '#platform/refusal'
import type { ColumnMapping } from '../domain/columns.ts'
import type { Mapping } from '../domain/mapping.ts'
import type { Progress } from '../reading/bytes.ts'
import { type Layout, openTable } from '../reading/open.ts'
import type { Table, TableRow } from '../reading/table.ts'
import { casesTarget, findRegister } from '../registers.ts'
import { loadFile } from '../sql/files.ts'
import { claimRun, type Counts, finishRun, layAside, type RunRow, type RunState, saveProgress } from '../sql/runs.ts'
import { fileGone, releaseFile, sealedBytes } from './files.ts'
import { intoCases } from './into-cases.ts'
import { intoRegister } from './into-register.ts'
import type { Line, Target } from './target.ts'

/** The importer, on the post by which the file was handed in. */
function importer(run: RunRow): Actor {
  return { ...visitor, kind: run.account === null ? 'system' : 'staff', id: run.account ?? 'imports', posts: [run.post] }
}

/** A run with its file open, read up to `rows`. */
interface Open {
  readonly id: string
  readonly table: Table
  readonly target: Target
  readonly progress: Progress
  rows: number
}

/** The run that this process had in hand last: its file is read on where it stands, not from the beginning. */
const inHand = new WeakMap<City, Open>()

const broken = ({ line, swallows }: TableRow): RegisterProblem => ({
  line,
  code: swallows ? 'imports.unclosed-quote' : 'imports.broken-row',
  column: null,
  value: null,
  kind: 'unread',
})

/** How a run's file is to be taken apart: as its mapping says, and in the encoding that was found when it came. */
export function layoutOf({ target, mapping }: Pick<RunRow, 'target' | 'mapping'>, found: Layout['encoding'] | null): Layout {
  const said = target === casesTarget.name ? (mapping as Mapping).encoding : 'auto'
  const encoding = said === 'auto' ? (found ?? 'auto') : said
  const { delimiter, sheet } = mapping
  return { encoding, delimiter, sheet, headerLine: target === casesTarget.name ? 1 : (mapping as ColumnMapping).headerLine }
}

async function targetOf(ctx: Context, run: RunRow, header: readonly string[]): Promise<Target> {
  if (run.target === casesTarget.name) return intoCases(ctx, run, importer(run), header)
  const register = findRegister(run.target)
  if (!register) throw new Error(`no register ${run.target}`)
  return intoRegister(register, run, header)
}

/** Opens the file anew and passes the rows that are counted. @throws Refusal `imports.file-gone` */
async function openRun(ctx: Context, run: RunRow): Promise<Open> {
  const file = run.file === null ? null : await loadFile(ctx.db, run.file)
  if (!file) throw fileGone()
  const progress: Progress = { read: 0, of: 0 }
  const table = openTable(sealedBytes(ctx, file), layoutOf(run, file.encoding), progress)
  const header = await table.next()
  if (header.done || header.value.cells === null) throw new Error('the header changed since the file was handed in')
  const target = await targetOf(ctx, run, header.value.cells)
  for (let n = 0; n < run.rows; n++) {
    const { value, done } = await table.next()
    if (done) break
    if (value.cells !== null) target.pass({ line: value.line, cells: value.cells })
  }
  return { id: run.id, table, target, progress, rows: run.rows }
}

interface Batch {
  readonly lines: readonly Line[]
  readonly found: readonly RegisterProblem[]
  readonly isLast: boolean
}

async function nextBatch({ table, target }: Open): Promise<Batch> {
  const lines: Line[] = []
  const found: RegisterProblem[] = []
  while (lines.length + found.length < target.batch) {
    const { value, done } = await table.next()
    if (done) return { lines, found, isLast: true }
    if (value.cells === null) found.push(broken(value))
    else lines.push({ line: value.line, cells: value.cells })
  }
  return { lines, found, isLast: false }
}

/** The counts after a batch. */
function added(
  before: Counts,
  batch: Batch,
  outcome: { taken: number; already: number; answered: number },
  found: readonly RegisterProblem[],
): Counts {
  const unread = new Set(found.filter((one) => one.kind === 'unread').map((one) => one.line))
  const odd = new Set(found.filter((one) => !unread.has(one.line)).map((one) => one.line))
  return {
    rows: before.rows + batch.lines.length + batch.found.length,
    taken: before.taken + outcome.taken,
    already: before.already + outcome.already,
    unread: before.unread + unread.size,
    odd: before.odd + odd.size,
    answered: before.answered + outcome.answered,
  }
}

/** Takes a batch in and counts it; gives the counts, and the state of the run (null: another server has it). */
async function takeBatch(
  ctx: Context,
  run: RunRow,
  open: Open,
  before: Counts,
  batch: Batch,
  at: Date,
): Promise<{ counts: Counts; state: RunState | null }> {
  const { read, of } = open.progress
  const share = of === 0 ? 0 : Math.min(100, Math.floor((100 * read) / of))
  const work = async (inside: Context): Promise<{ counts: Counts; state: RunState | null }> => {
    const outcome = await open.target.take(inside, batch.lines)
    const found = [...batch.found, ...outcome.found]
    const counts = added(before, batch, outcome, found)
    const state = await saveProgress(inside.db, run, counts, share, found, at)
    if (state === null && open.target.counted) throw new LostRun()
    return { counts, state }
  }
  if (!open.target.counted) return work(ctx)
  const acting = { ...ctx, actor: importer(run) }
  try {
    return await ctx.db.transaction((db) => work({ ...acting, db }))
  } catch (error) {
    if (error instanceof LostRun) return { counts: before, state: null }
    throw error
  }
}

/** Another server took the run up: what this one did to a batch is undone. */
class LostRun extends Error {}

/** Why a run stopped, as a code; never a word of the file. */
function failureOf(error: unknown): string {
  return error instanceof Refusal ? error.code : 'imports.stopped'
}

type Ending = 'whole' | 'slice over' | 'laid aside' | 'lost'

/** Works on a run until its end, or until the time is over or somebody paused it. */
async function workOn(ctx: Context, run: RunRow, isOver: () => boolean, at: () => Date): Promise<{ ending: Ending; unread: number }> {
  const known = inHand.get(ctx.city)
  const open = known?.id === run.id && known.rows === run.rows ? known : await openRun(ctx, run)
  inHand.delete(ctx.city) // until a batch is through: what broke in the middle of one is read anew
  let counts: Counts = run
  for (;;) {
    const batch = await nextBatch(open)
    const { counts: after, state } = await takeBatch(ctx, run, open, counts, batch, at())
    counts = after
    open.rows = counts.rows
    if (state === null) return { ending: 'lost', unread: counts.unread }
    if (batch.isLast) return { ending: 'whole', unread: counts.unread }
    if (state === 'paused' || isOver()) {
      inHand.set(ctx.city, open)
      return { ending: state === 'paused' ? 'laid aside' : 'slice over', unread: counts.unread }
    }
  }
}

/** How long a run is worked on at once, ms: a server that is told to stop waits for no more. */
const sliceMs = 5_000

/**
 * Works on the next run that waits, for a slice of time: reads its file row by row, takes the rows in, and tells how far it has come.
 * False when none waits. A run that stops half-way keeps what it took in, and can go on where it stopped.
 */
export async function workOnNext(ctx: Context, slice = sliceMs): Promise<boolean> {
  const run = await claimRun(ctx)
  if (!run) return false
  const begun = performance.now()
  const at = (): Date => new Date(ctx.now.getTime() + Math.round(performance.now() - begun))
  try {
    const { ending, unread } = await workOn(ctx, run, () => performance.now() - begun > slice, at)
    if (ending === 'slice over') await layAside(ctx.db, run)
    if (ending === 'whole') {
      await finishRun(ctx.db, run, null, at())
      await releaseFile(ctx, run.file, run.dry || unread > 0, at())
    }
    return true
  } catch (error) {
    await finishRun(ctx.db, run, failureOf(error), at())
    await releaseFile(ctx, run.file, true, at())
    throw error
  }
}
