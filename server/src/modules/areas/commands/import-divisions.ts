import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { planDivisions } from '../domain/divisions.ts'
import { mayKeep } from '../domain/permit.ts'
import type { ImportReport } from '../domain/report.ts'
import { writeAreas } from '../sql/areas.ts'
import { initialsOf } from '../sql/names.ts'
import { writeAliases } from '../sql/registers.ts'
import { formerName } from './change-area.ts'
import { readTable } from './table.ts'
import { writing } from './writing.ts'

const COLUMNS = {
  code: ['code', 'code12', '代码', '区划代码', '统计用区划代码'],
  name: ['name', '名称', '区划名称'],
} as const

export interface DivisionImport {
  readonly csv: string
  readonly validFrom?: string | undefined
  readonly dryRun: boolean
}

/**
 * Lays a table of divisions (code, name) over what is there; tells every row that it did not take. Nothing is dropped by it.
 * @throws Refusal `areas.csv-unreadable`, `areas.csv-columns` (422), `areas.csv-too-long` (413)
 */
export function importDivisions(ctx: Context, given: DivisionImport): Promise<ImportReport> {
  const rows = readTable(given.csv, COLUMNS, ['code', 'name'])
  return writing(ctx, async (ctx, atlas) => {
    const day = localDate(ctx.now)
    const plan = planDivisions({
      rows,
      known: atlas.all,
      day,
      validFrom: given.validFrom ?? day,
      mayWrite: (code) => mayKeep(ctx.actor, code),
    })
    const { created, renamed, same, refused } = plan
    if (!given.dryRun) {
      const written = [...created, ...renamed.map((one) => one.area)]
      await writeAreas(
        ctx.db,
        written.map((area) => ({ ...area, initials: initialsOf(area.name) })),
        ctx.now,
      )
      await writeAliases(
        ctx.db,
        renamed.map((one) => formerName(one.area, one.before)),
        ctx.now,
      )
      const facts = { created: created.length, renamed: renamed.length, refused: refused.length }
      await audit(ctx, { action: 'divisions.imported', object: { kind: 'area', id: null }, facts })
    }
    const absent = plan.absent.map(({ code, name }) => ({ code, name }))
    const counts = { rows: rows.length, created: created.length, changed: renamed.length, same }
    return { dryRun: given.dryRun, ...counts, refused, absent, findings: [] }
  })
}
