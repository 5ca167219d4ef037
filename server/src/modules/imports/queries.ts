import { type Context, type Post, postCovers } from '#platform/context'
import { refuse, type Say } from '#platform/refusal'
import { type ProblemCode, problems, type ProblemKind, type RowProblem } from './domain/problems.ts'
import { listRuns, loadRun, problemCounts, problemsOf, type RunRow } from './sql/runs.ts'

const importRoles: readonly Post['role'][] = ['systemAdmin', 'dispatcher']

/** A run as its importers see it. */
export interface RunView {
  readonly id: string
  readonly system: string
  readonly area: string
  readonly dry: boolean
  readonly fileName: string
  readonly fileBytes: number
  readonly state: RunRow['state']
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
export interface ProblemView extends RowProblem {
  readonly kind: ProblemKind
  readonly say: Say
}

export interface RunReport extends RunView {
  readonly found: readonly { readonly code: ProblemCode; readonly kind: ProblemKind; readonly say: Say; readonly n: number }[]
  /** The first of them; all are in the file of problems. */
  readonly problems: readonly ProblemView[]
}

const stopped: Say = {
  zh: '导入中断了。已收下的行都在；请再交一次同一个文件，已收下的不会重复。',
  en: 'The import stopped. The rows taken in are kept; hand in the same file again, nothing is taken in twice.',
}

function view(row: RunRow): RunView {
  const { id, system, area, dry, state, rows, taken, already, unread, odd, answered } = row
  const counts = { rows, taken, already, unread, odd, answered }
  const times = { submittedAt: row.submitted_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null }
  const failure = row.failure === null ? null : { code: row.failure, say: stopped }
  return { id, system, area, dry, fileName: row.file_name, fileBytes: row.file_bytes, state, by: row.account, ...times, ...counts, failure }
}

const problemView = (one: RowProblem): ProblemView => ({ ...one, kind: problems[one.code].kind, say: problems[one.code].say })

/** Runs whose area the actor's posts cover, newest first. */
export async function runs(
  ctx: Context,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: RunView[]; next: string | null }> {
  const scopes = ctx.actor.posts.filter((post) => importRoles.includes(post.role)).map((post) => post.area)
  const found = await listRuns(ctx.db, scopes, page.after ?? null, page.limit + 1)
  const items = found.slice(0, page.limit)
  return { items: items.map(view), next: found.length > items.length ? (items.at(-1)?.id ?? null) : null }
}

async function ownRun(ctx: Context, id: string): Promise<RunRow> {
  const row = /^[0-9a-f-]{36}$/.test(id) ? await loadRun(ctx.db, id) : null
  if (row && ctx.actor.posts.some((post) => importRoles.includes(post.role) && postCovers(post, row.area))) return row
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
    found: counts.map(({ code, n }) => ({ code, n, kind: problems[code].kind, say: problems[code].say })),
    problems: first.map(problemView),
  }
}

const page = 2000

/** Every problem of a run by line. @throws Refusal `imports.missing` (404) */
export async function allProblems(ctx: Context, id: string): Promise<AsyncGenerator<ProblemView>> {
  const { id: run } = await ownRun(ctx, id)
  return pages(ctx, run)
}

async function* pages(ctx: Context, run: string): AsyncGenerator<ProblemView> {
  for (let after = 0; ; ) {
    const found = await problemsOf(ctx.db, run, after, page)
    // The last line of a full page may have more problems on the next one.
    const last = found.length === page ? (found.at(-1)?.line ?? 0) : Number.POSITIVE_INFINITY
    const whole = found.filter((one) => one.line < last)
    yield* whole.map(problemView)
    if (found.length < page) return
    after = last - 1
  }
}
