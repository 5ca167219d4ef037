import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { eraseSubject, subjectIn } from '#platform/vault'
import { statement } from '#platform/db'
import { keeper, missing } from '../domain/permit.ts'
import type { GridWorkerRow, Tables } from '../sql/tables.ts'
import { knownArea } from './known-area.ts'

export interface GridWorkerInput {
  readonly kind: GridWorkerRow['kind']
  readonly grid: string
  readonly name: string
  readonly phone?: string | undefined
  readonly account?: string | null | undefined
  readonly fromOn?: string | undefined
  /** The day on which the person agreed in writing; needed for a mobile grid worker (002-100). */
  readonly consentOn?: string | undefined
}

/** Enters a grid worker; name and phone go into the vault. @throws orgs.gridWorker (outside the area), orgs.consent */
export async function addGridWorker(ctx: Context, input: GridWorkerInput): Promise<GridWorkerRow> {
  const by = keeper(ctx.actor, ['systemAdmin'], input.grid, 'gridWorker')
  await knownArea(ctx, input.grid)
  const today = localDate(ctx.now)
  if (input.kind === 'mobile' && (input.consentOn === undefined || input.consentOn > today)) {
    throw refuse('invalid', 'orgs.consent', {
      zh: '移动网格员须本人书面同意，请填写同意日期(不晚于今天)。',
      en: 'A mobile grid worker must have agreed in writing: give the day, not later than today.',
    })
  }
  const person = ctx.city.vault.newSubject(cityRegion, ctx.now)
  const sql = statement()
  subjectIn(sql, ctx.city.vault, person, { name: input.name, ...(input.phone !== undefined && { phone: input.phone }) })
  await ctx.db.query(sql.done('select 1'))
  const row: GridWorkerRow = {
    id: newId(cityRegion, ctx.now),
    kind: input.kind,
    grid: input.grid,
    subject_id: person.id,
    account: input.account ?? null,
    from_on: input.fromOn ?? today,
    to_on: null,
    consent_on: input.consentOn ?? null,
  }
  await ctx.db.tables<Tables>().insertInto('orgs.grid_worker').values(row).execute()
  await audit(ctx, {
    action: 'gridWorker.added',
    object: { kind: 'gridWorker', id: row.id },
    post: by.id,
    facts: { kind: row.kind, grid: row.grid },
  })
  return row
}

/** Ends a grid worker's service. A mobile one who withdraws consent is erased as a person as well. @throws orgs.gridWorker */
export async function endGridWorker(ctx: Context, id: string, consentWithdrawn: boolean): Promise<void> {
  const row = await ctx.db.tables<Tables>().selectFrom('orgs.grid_worker').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.to_on !== null) throw missing('gridWorker')
  const by = keeper(ctx.actor, ['systemAdmin'], row.grid, 'gridWorker')
  const today = localDate(ctx.now)
  await ctx.db
    .tables<Tables>()
    .updateTable('orgs.grid_worker')
    .set({ to_on: today < row.from_on ? row.from_on : today })
    .where('id', '=', id)
    .execute()
  if (consentWithdrawn) await eraseSubject(ctx, row.subject_id)
  await audit(ctx, { action: 'gridWorker.ended', object: { kind: 'gridWorker', id }, post: by.id, facts: { consentWithdrawn } })
}
