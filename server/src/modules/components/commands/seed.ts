import type { Context } from '#platform/context'
import { cityArea } from '#modules/areas'
import type { columns } from '../domain/columns.ts'
import { readRow } from '../domain/read-row.ts'
import { knownFor } from '../queries/known.ts'
import { takeIn } from './take-in.ts'

/** A row as a file would hold it, by the names of its columns. */
export type Seeded = Readonly<Partial<Record<(typeof columns)[number]['name'], string>>>

const batch = 1000

/** Enters components of a demonstration, as a file would. What cannot be read is left out. */
export async function seedComponents(ctx: Context, cells: readonly Seeded[]): Promise<void> {
  const types = await knownFor(ctx)
  const area = (await cityArea(ctx))?.code ?? ''
  const rows = cells.flatMap((one, at) => readRow(at, one as Readonly<Record<string, string>>, types).row ?? [])
  for (let from = 0; from < rows.length; from += batch) {
    await takeIn(ctx, { area, source: '演示', run: null, dry: false }, rows.slice(from, from + batch))
  }
}
