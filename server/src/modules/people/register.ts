import type { Register } from '#platform/register'
import { takeRecords } from './commands/take-records.ts'
import { undoRun } from './commands/undo-run.ts'
import { columns, problemSay } from './domain/columns.ts'
import { bringers } from './domain/permit.ts'
import { sourceOf } from './sql/sources.ts'

/** Records of people as files bring them: 26 departments, each with its own headers. Inventory 002-60. */
export const peopleRegister: Register = {
  name: 'people',
  title: { zh: '人口记录', en: 'Records of people' },
  by: bringers,
  columns,
  batch: 500,
  problems: problemSay,
  async take(ctx, run, rows) {
    const source = await sourceOf(ctx, run.source)
    const { taken, already, found } = await takeRecords(ctx, { source, run: run.id, area: run.area, dry: run.dry }, rows)
    return { taken, already, problems: found.map((one) => ({ ...one, value: null })) }
  },
  undo: undoRun,
}
