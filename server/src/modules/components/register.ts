import type { Context } from '#platform/context'
import type { Register, RegisterRow, RegisterRun, RegisterTaken } from '#platform/register'
import { takeIn } from './commands/take-in.ts'
import { undoRun } from './commands/undo-run.ts'
import { columns, problems } from './domain/columns.ts'
import { keepers } from './domain/component-flow.ts'
import { readRow } from './domain/read-row.ts'
import { knownFor } from './queries/known.ts'

async function take(ctx: Context, run: RegisterRun, rows: readonly RegisterRow[]): Promise<RegisterTaken> {
  const known = await knownFor(ctx)
  const read = rows.map(({ line, cells }) => readRow(line, cells, known))
  const { id, area, source, dry } = run
  const done = await takeIn(
    ctx,
    { area, source, run: id, dry },
    read.flatMap(({ row }) => row ?? []),
  )
  return { ...done, problems: [...read.flatMap(({ found }) => found), ...done.problems] }
}

/** The register of components, for files (002-64): the field names of GB/T 47678.5 are known, and others are mapped. */
export const componentRegister: Register = {
  name: 'components',
  title: { zh: '城市部件', en: 'City components' },
  by: keepers,
  columns: columns.map((column) => ({ ...column, personal: column.name === 'phone' })),
  batch: 2000,
  problems,
  take,
  undo: undoRun,
}
