import { systemActor } from '#platform/context'
import { residentCheckDigit } from '#platform/vault'
import type { World } from '../../../../test/world.ts'
import { type Line, type Outcome, takeRecords } from '../commands/take-records.ts'
import { sourceOf } from '../sql/sources.ts'

/** A number of a division that never was (99): it can belong to nobody. `born` is `YYYYMMDD`. */
export function inventedNumber(born: string, order: number): string {
  const first17 = `990901${born}${String(order).padStart(3, '0')}`
  return first17 + residentCheckDigit(first17)
}

export type Row = Readonly<Record<string, string>>

export const community = '990901001001'
export const grid = '990901001001001'

/** Rows of one department, taken in as an import takes them. */
export async function bring(w: World, source: string, rows: readonly Row[], run: string | null = null, area = community): Promise<Outcome> {
  const ctx = { ...w.context('people'), actor: systemActor('people') }
  const lines: Line[] = rows.map((cells, at) => ({ line: at + 2, cells }))
  return takeRecords(ctx, { source: await sourceOf(ctx, source), run, area, dry: false }, lines)
}

/** How many rows a table of the register has. */
export async function count(w: World, from: string): Promise<number> {
  const [row] = await w.db.query<{ n: number }>({ text: `select count(*) as n from people.${from}`, values: [] })
  return row?.n ?? 0
}
