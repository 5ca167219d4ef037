import type { Actor, Context } from '#platform/context'
import type { RegisterProblem } from '#platform/register'
import type { Mapping } from '../domain/mapping.ts'
import { problems, type RowProblem } from '../domain/problems.ts'
import { missingColumns, type ReadRow, rowReader } from '../domain/read-row.ts'
import type { RunRow } from '../sql/runs.ts'
import { areaNames } from './place-row.ts'
import type { Line, Target } from './target.ts'
import { takeRows } from './take-in.ts'

const withKind = (one: RowProblem): RegisterProblem => ({ ...one, kind: problems[one.code].kind })

/** Rows of a file become matters by the declared mapping. It throws when the header is not the one that was mapped. */
export async function intoCases(ctx: Context, run: RunRow, actor: Actor, header: readonly string[]): Promise<Target> {
  const mapping = run.mapping as Mapping
  if (missingColumns(mapping, header).length > 0) throw new Error('the header changed since the file was handed in')
  const read = rowReader(mapping, header, ctx.now)
  const seen = new Set<string>()
  const names = await areaNames(ctx)
  return {
    batch: 25,
    counted: false,
    pass({ cells, line }) {
      const row = read(cells, line)
      if (!('unread' in row)) seen.add(row.id)
    },
    async take(now, lines) {
      const taking = { ctx: now, actor, area: run.area, system: mapping.system, dry: run.dry, names }
      const { rows, found } = fresh(lines, read, seen)
      const outcome = await takeRows(taking, rows)
      const answered = rows.filter((row) => row.repliedAt !== null).length
      return { taken: outcome.taken, already: outcome.already, answered, found: [...found, ...outcome.found].map(withKind) }
    },
  }
}

/** The rows that can be read and did not come before in the file, and what is wrong with the others. */
function fresh(
  lines: readonly Line[],
  read: ReturnType<typeof rowReader>,
  seen: Set<string>,
): { readonly rows: readonly ReadRow[]; readonly found: readonly RowProblem[] } {
  const rows: ReadRow[] = []
  const found: RowProblem[] = []
  for (const { line, cells } of lines) {
    const row = read(cells, line)
    if ('unread' in row) found.push(row.unread)
    else if (seen.has(row.id)) found.push({ line, code: 'imports.repeated-id', column: null, value: row.id.slice(0, 40) })
    else {
      seen.add(row.id)
      rows.push(row)
    }
  }
  return { rows, found }
}
