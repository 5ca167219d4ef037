import { type Context, postCovers } from '#platform/context'
import type { RegisterProblem } from '#platform/register'
import { refuse, type Say } from '#platform/refusal'
import { offeredMoves, type RunMove } from '../commands/control.ts'
import type { ColumnMapping } from '../domain/columns.ts'
import { isOwn, problems, type ProblemKind } from '../domain/problems.ts'
import { casesTarget, findRegister, targets } from '../registers.ts'
import { listRuns, loadRun, problemCounts, problemsOf, type RunRow } from '../sql/runs.ts'

/** A run as its importers see it. */
export interface RunView {
  readonly id: string
  readonly target: string
  readonly targetSay: Say
  readonly system: string
  readonly area: string
  readonly dry: boolean
  readonly fileName: string
  readonly fileBytes: number
  readonly state: RunRow['state']
  /** How much of the file was read, in percent. */
  readonly share: number
  readonly by: string | null
  readonly submittedAt: string
  readonly finishedAt: string | null
  readonly rows: number
  readonly taken: number
  readonly already: number
  readonly unread: number
  readonly odd: number
  readonly answered: number
  readonly failure: { readonly code: string; readonly say: Say } | null
}

/** A problem with the words that a person reads. */
export interface ProblemView extends RegisterProblem {
  readonly say: Say
  /** What the register calls the column. */
  readonly columnSay: Say | null
}

export interface RunReport extends RunView {
  readonly found: readonly { readonly code: string; readonly kind: ProblemKind; readonly say: Say; readonly n: number }[]
  /** The first of them; all are in the file of problems. */
  readonly problems: readonly ProblemView[]
  /** What can be done with it now. */
  readonly moves: readonly RunMove[]
  /** The file, while it is still here: the same columns can be imported from it, and the bad rows downloaded. */
  readonly file: string | null
  /** How the columns of the file were understood; null for matters. */
  readonly mapping: ColumnMapping | null
}

const stopped: Say = {
  zh: '导入中断了。已收下的行都在；请接着导入，或再交一次同一个文件，已收下的不会重复。',
  en: 'The import stopped. The rows taken in are kept; resume it, or hand in the same file again: nothing is taken in twice.',
}
const failures: Readonly<Record<string, Say>> = {
  'imports.file-gone': {
    zh: '文件已经不在了，请再交一次同一个文件，已收下的不会重复。',
    en: 'The file is gone; hand in the same file again: nothing is taken in twice.',
  },
}

const sayOfTarget = (name: string): Say => targets.find((one) => one.name === name)?.title ?? { zh: name, en: name }

function view(row: RunRow): RunView {
  const { id, target, system, area, dry, state, share, rows, taken, already, unread, odd, answered } = row
  const counts = { rows, taken, already, unread, odd, answered }
  const times = { submittedAt: row.submitted_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null }
  const failure = row.failure === null ? null : { code: row.failure, say: failures[row.failure] ?? stopped }
  const file = { fileName: row.file_name, fileBytes: row.file_bytes }
  return {
    id,
    target,
    targetSay: sayOfTarget(target),
    system,
    area,
    dry,
    ...file,
    state,
    share,
    by: row.account,
    ...times,
    ...counts,
    failure,
  }
}

/** What a code means: one of this module's own, or of the register's. */
function sayOfCode(target: string, code: string): Say {
  if (isOwn(code)) return problems[code].say
  return findRegister(target)?.problems[code] ?? { zh: code, en: code }
}

function problemView(target: string, one: RegisterProblem): ProblemView {
  const column = findRegister(target)?.columns.find(({ name }) => name === one.column)
  return { ...one, say: sayOfCode(target, one.code), columnSay: column?.title ?? null }
}

/** Runs whose area the actor's posts cover, newest first. */
export async function runs(
  ctx: Context,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: RunView[]; next: string | null }> {
  const seen = targets.flatMap((target) =>
    ctx.actor.posts.filter((post) => target.by.includes(post.role)).map((post) => ({ target: target.name, scope: post.area })),
  )
  const found = await listRuns(ctx.db, seen, page.after ?? null, page.limit + 1)
  const items = found.slice(0, page.limit)
  return { items: items.map(view), next: found.length > items.length ? (items.at(-1)?.id ?? null) : null }
}

/** A run as those read it who may. */
export type OwnRun = RunRow

/** A run of the actor's. @throws Refusal `imports.missing` (404) */
export async function ownRun(ctx: Context, id: string): Promise<RunRow> {
  const row = /^[0-9a-f-]{36}$/.test(id) ? await loadRun(ctx.db, id) : null
  const by = row && targets.find((target) => target.name === row.target)?.by
  if (row && ctx.actor.posts.some((post) => by?.includes(post.role) && postCovers(post, row.area))) return row
  throw refuse('missing', 'imports.missing', {
    zh: '没有这次导入，或不在您的范围内。',
    en: 'There is no such import, or it is not yours to see.',
  })
}

/** One run with what was found in its rows. @throws Refusal `imports.missing` (404) */
export async function runReport(ctx: Context, id: string, most = 200): Promise<RunReport> {
  const row = await ownRun(ctx, id)
  const counts = await problemCounts(ctx.db, row.id)
  const first = await problemsOf(ctx.db, row.id, 0, most)
  return {
    ...view(row),
    found: counts.map(({ code, kind, n }) => ({ code, kind, n, say: sayOfCode(row.target, code) })),
    problems: first.map((one) => problemView(row.target, one)),
    moves: offeredMoves(row),
    file: row.file,
    mapping: row.target === casesTarget.name ? null : (row.mapping as ColumnMapping),
  }
}

const page = 2000

/** Every problem of a run by line. @throws Refusal `imports.missing` (404) */
export async function allProblems(ctx: Context, id: string): Promise<AsyncGenerator<ProblemView>> {
  return problemsByLine(ctx, await ownRun(ctx, id))
}

/** What was found in the rows of a run, by line: of every kind, or of one. */
export async function* problemsByLine(ctx: Context, { id, target }: RunRow, kinds?: readonly ProblemKind[]): AsyncGenerator<ProblemView> {
  for (let after = 0; ; ) {
    const found = await problemsOf(ctx.db, id, after, page, kinds)
    // The last line of a full page may have more problems on the next one.
    const last = found.length === page ? (found.at(-1)?.line ?? 0) : Number.POSITIVE_INFINITY
    const whole = found.filter((one) => one.line < last)
    yield* whole.map((one) => problemView(target, one))
    if (found.length < page) return
    after = last - 1
  }
}
