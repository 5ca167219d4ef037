import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { sqlState } from '#platform/db'
import { refuse } from '#platform/refusal'
import { keeper, missing } from '../domain/permit.ts'
import { type Slot, slotCodes, slots, type UnitKind } from '../domain/unit.ts'
import type { CompoundRow, Tables } from '../sql/tables.ts'
import { knownArea } from './known-area.ts'
import { unitRow } from './units.ts'

async function compoundRow(ctx: Context, id: string): Promise<CompoundRow> {
  const row = await ctx.db.tables<Tables>().selectFrom('orgs.compound').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('compound')
  return row
}

/** Enters a compound; its three slots are vacant until they are filled (000-23). @throws orgs.compound, orgs.compoundExists */
export async function createCompound(ctx: Context, input: CompoundRow): Promise<CompoundRow> {
  const by = keeper(ctx.actor, ['systemAdmin'], input.area, 'compound')
  await knownArea(ctx, input.area)
  const tables = ctx.db.tables<Tables>()
  try {
    await tables.insertInto('orgs.compound').values(input).execute()
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    throw refuse('conflict', 'orgs.compoundExists', { zh: '这个小区编号已被使用。', en: 'A compound with this id exists already.' })
  }
  const since = localDate(ctx.now)
  await tables
    .insertInto('orgs.body')
    .values(slotCodes.map((slot) => ({ compound: input.id, slot, unit: null, since })))
    .execute()
  await audit(ctx, { action: 'compound.created', object: { kind: 'compound', id: input.id }, post: by.id })
  return input
}

/**
 * Fills a slot around a compound, or marks it vacant (for the property company: 弃管) with `unit` null.
 * @throws orgs.compound, orgs.unit, orgs.slot if the unit is of the wrong kind
 */
export async function fillSlot(ctx: Context, id: string, slot: Slot, unit: string | null): Promise<void> {
  const compound = await compoundRow(ctx, id)
  const by = keeper(ctx.actor, ['systemAdmin'], compound.area, 'compound')
  if (unit !== null) {
    const found = await unitRow(ctx, unit)
    const fitting: readonly UnitKind[] = slots[slot].kinds
    if (!fitting.includes(found.kind) || found.valid_to !== null) {
      throw refuse('invalid', 'orgs.slot', {
        zh: `该单位不能作为${slots[slot].say.zh}。`,
        en: `This unit cannot be the ${slots[slot].say.en.toLowerCase()}.`,
      })
    }
  }
  await ctx.db
    .tables<Tables>()
    .updateTable('orgs.body')
    .set({ unit, since: localDate(ctx.now) })
    .where('compound', '=', id)
    .where('slot', '=', slot)
    .execute()
  await audit(ctx, {
    action: unit === null ? 'body.vacated' : 'body.filled',
    object: { kind: 'compound', id },
    post: by.id,
    facts: { slot, unit },
  })
}

/** Gives a property company the mark 红色物业, with grounds and date (000-98). @throws orgs.unit, orgs.notProperty, orgs.marked */
export async function markRed(ctx: Context, company: string, grounds: string, markedOn: string): Promise<void> {
  const row = await unitRow(ctx, company)
  const by = keeper(ctx.actor, ['systemAdmin'], row.area, 'unit')
  if (row.kind !== 'propertyCompany') {
    throw refuse('invalid', 'orgs.notProperty', {
      zh: '只有物业服务企业可以标记为红色物业。',
      en: 'Only a property service company takes this mark.',
    })
  }
  const made = await ctx.db.query({
    name: 'orgs.mark',
    text: `insert into orgs.red_mark (company, marked_on, grounds) select $1, $2, $3
      where not exists (select 1 from orgs.red_mark where company = $1 and withdrawn_on is null) on conflict do nothing returning company`,
    values: [company, markedOn, grounds],
  })
  if (made.length === 0)
    throw refuse('conflict', 'orgs.marked', { zh: '该企业已有红色物业标记。', en: 'The company has the mark already.' })
  await audit(ctx, { action: 'company.marked', object: { kind: 'unit', id: company }, post: by.id, facts: { markedOn } })
}

/** Withdraws the mark; the register keeps when it was given and when it ended. @throws orgs.unit, orgs.notMarked */
export async function withdrawRed(ctx: Context, company: string): Promise<void> {
  const row = await unitRow(ctx, company)
  const by = keeper(ctx.actor, ['systemAdmin'], row.area, 'unit')
  const ended = await ctx.db.query({
    name: 'orgs.unmark',
    text: 'update orgs.red_mark set withdrawn_on = greatest(marked_on, $2::date) where company = $1 and withdrawn_on is null returning company',
    values: [company, localDate(ctx.now)],
  })
  if (ended.length === 0)
    throw refuse('conflict', 'orgs.notMarked', { zh: '该企业没有红色物业标记。', en: 'The company does not have the mark.' })
  await audit(ctx, { action: 'company.unmarked', object: { kind: 'unit', id: company }, post: by.id })
}
