import type { Context } from '#platform/context'
import { fileGone, sealedBytes } from '../commands/files.ts'
import { layoutOf } from '../commands/run.ts'
import { openTable } from '../reading/open.ts'
import type { TableRow } from '../reading/table.ts'
import { loadFile } from '../sql/files.ts'
import type { RunRow } from '../sql/runs.ts'
import { problemsByLine, type ProblemView } from './runs.ts'

/** The rows that were not taken in, as they stood in the file, each with why. */
export interface BadRows {
  /** The file's own header, with the columns of the reason before it. */
  readonly header: readonly string[]
  readonly rows: AsyncGenerator<readonly string[]>
}

/** The problems of each line that could not be read, together. */
async function* byLine(found: AsyncGenerator<ProblemView>): AsyncGenerator<{ line: number; reasons: readonly ProblemView[] }> {
  let reasons: ProblemView[] = []
  for await (const one of found) {
    if (reasons[0] && reasons[0].line !== one.line) {
      yield { line: reasons[0].line, reasons }
      reasons = []
    }
    reasons.push(one)
  }
  if (reasons[0]) yield { line: reasons[0].line, reasons }
}

function reasonText(ctx: Context, reasons: readonly ProblemView[]): string {
  return reasons
    .map(({ say, columnSay, column }) =>
      [columnSay?.[ctx.lang] ?? column, say[ctx.lang]].filter(Boolean).join(ctx.lang === 'zh' ? '：' : ': '),
    )
    .join(' ')
}

/** Walks the file and its problems side by side: both are by line, and neither is whole in memory. */
async function* bad(ctx: Context, run: RunRow, table: AsyncIterable<TableRow>): AsyncGenerator<readonly string[]> {
  const found = byLine(problemsByLine(ctx, run, ['unread']))
  let next = await found.next()
  for await (const { line, cells } of table) {
    if (next.done) return
    if (next.value.line !== line) continue
    yield [String(line), reasonText(ctx, next.value.reasons), ...(cells ?? [])]
    next = await found.next()
  }
}

/**
 * The bad rows of a run, to be mended and handed in again.
 * @throws Refusal `imports.file-gone` (409) when the file was forgotten
 */
export async function badRows(ctx: Context, run: RunRow): Promise<BadRows> {
  const file = run.file === null ? null : await loadFile(ctx.db, run.file)
  if (!file) throw fileGone()
  const table = openTable(sealedBytes(ctx, file), layoutOf(run, file.encoding))
  const header = await table.next()
  const names = header.done ? [] : (header.value.cells ?? [])
  const own = ctx.lang === 'zh' ? ['原文件的行', '没有收下的原因'] : ['Row of the file', 'Why it was not taken in']
  return { header: [...own, ...names], rows: bad(ctx, run, table) }
}
