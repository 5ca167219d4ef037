import type { Context } from '#platform/context'
import { sqlState } from '#platform/db'
import { refuse } from '#platform/refusal'
import type { RegisterProblem, RegisterRow, RegisterRun, RegisterTaken } from '#platform/register'
import { enterRows, type Filled } from '../sql/insert.ts'
import { Row } from './row.ts'

/** A row as it is to be entered. */
interface Ready {
  readonly line: number
  readonly key: string
  readonly row: { readonly id: string }
}

/** Reads rows; what can be entered, and what is wrong. */
async function readRows<R extends { readonly id: string }>(
  rows: readonly RegisterRow[],
  read: (row: Row) => Promise<{ readonly key: string; readonly row: R } | null>,
): Promise<{ ready: Ready[]; problems: RegisterProblem[] }> {
  const ready: Ready[] = []
  const problems: RegisterProblem[] = []
  for (const given of rows) {
    const row = new Row(given)
    const made = await read(row)
    problems.push(...row.problems)
    if (made && !row.isOut) ready.push({ line: row.line, ...made })
  }
  return { ready, problems }
}

/**
 * Takes rows into a table of this module: each is read, and what is new is entered with one statement. What is there already stays as it is; where
 * the file says otherwise, that is told.
 */
export async function takeInto<R extends { readonly id: string }>(
  ctx: Context,
  run: RegisterRun,
  rows: readonly RegisterRow[],
  filled: Filled,
  read: (row: Row) => Promise<{ readonly key: string; readonly row: R } | null>,
): Promise<RegisterTaken> {
  const { ready, problems } = await readRows(rows, read)
  const first = new Map(ready.toReversed().map((one) => [one.key, one]))
  const fresh = [...first.values()]
  const entered =
    fresh.length === 0
      ? []
      : await enterRows(
          ctx,
          filled,
          fresh.map((one) => one.row),
          run.dry,
        )
  const lines = new Map(fresh.map(({ row, line }) => [row.id, line]))
  const differing = entered.flatMap(({ id, differs }): RegisterProblem[] =>
    differs ? [{ line: lines.get(id) ?? 0, code: 'places.differs', column: null, value: null, kind: 'odd' }] : [],
  )
  const taken = entered.filter((one) => one.made).length
  return { taken, already: ready.length - taken, problems: [...problems, ...differing] }
}

/** Takes back what a run entered. @throws Refusal `places.in-use` (409) when something hangs on it or was changed since */
export async function undoIn(ctx: Context, table: string, run: string): Promise<number> {
  const inUse = () =>
    refuse('conflict', 'places.in-use', {
      zh: '导入以后，已有别的登记用到这些内容，或有人改过，不能整批撤销。',
      en: 'Since the import something else uses these entries, or somebody changed one; it cannot be undone as a whole.',
    })
  const [changed] = await ctx.db.query<{ n: number }>({
    text: `select count(*) as n from ${table} where run = $1 and version > 1`,
    values: [run],
  })
  if ((changed?.n ?? 0) > 0) throw inUse()
  try {
    return (await ctx.db.query({ text: `delete from ${table} where run = $1 returning 1`, values: [run] })).length
  } catch (error) {
    if (sqlState(error) === '23503') throw inUse()
    throw error
  }
}
