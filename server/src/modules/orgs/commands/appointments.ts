import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { subjectIn } from '#platform/vault'
import { keeper, missing } from '../domain/permit.ts'
import type { Position } from '../domain/unit.ts'
import type { AppointmentRow, Tables } from '../sql/tables.ts'
import { unitRow } from './units.ts'

export interface AppointmentInput {
  readonly unit: string
  readonly position: Position
  /** A new person by name, or one who holds an office already, by the id of that appointment. */
  readonly name?: string | undefined
  readonly sameAs?: string | undefined
  /** The other side of a cross-appointment (000-03). */
  readonly crossFrom?: string | undefined
  readonly fromOn?: string | undefined
  readonly toOn?: string | undefined
}

async function personOf(ctx: Context, input: AppointmentInput): Promise<string> {
  if (input.sameAs !== undefined) {
    const other = await ctx.db
      .tables<Tables>()
      .selectFrom('orgs.appointment')
      .select('subject_id')
      .where('id', '=', input.sameAs)
      .executeTakeFirst()
    if (!other) throw missing('appointment')
    return other.subject_id
  }
  if (input.name === undefined) {
    throw refuse('invalid', 'orgs.whom', {
      zh: '请填写姓名，或选择已在册的任职人。',
      en: 'Give a name, or choose somebody who holds an office already.',
    })
  }
  const person = ctx.city.vault.newSubject(cityRegion, ctx.now)
  const sql = statement()
  subjectIn(sql, ctx.city.vault, person, { name: input.name })
  await ctx.db.query(sql.done('select 1'))
  return person.id
}

/** Appoints a person to an office of a unit. @throws orgs.unit, orgs.appointment, orgs.whom, orgs.cross, orgs.term */
export async function appoint(ctx: Context, input: AppointmentInput): Promise<AppointmentRow> {
  const unit = await unitRow(ctx, input.unit)
  const by = keeper(ctx.actor, ['systemAdmin'], unit.area, 'unit')
  const from_on = input.fromOn ?? localDate(ctx.now)
  if (input.crossFrom !== undefined) await unitRow(ctx, input.crossFrom)
  if (input.crossFrom === input.unit) {
    throw refuse('invalid', 'orgs.cross', { zh: '交叉任职的两个单位不能相同。', en: 'A cross-appointment has two different units.' })
  }
  if (input.toOn !== undefined && input.toOn < from_on) {
    throw refuse('invalid', 'orgs.term', { zh: '任期的结束日期早于开始日期。', en: 'The term ends before it begins.' })
  }
  const row = {
    id: newId(cityRegion, ctx.now),
    subject_id: await personOf(ctx, input),
    unit: input.unit,
    position: input.position,
    cross_from: input.crossFrom ?? null,
    from_on,
    to_on: input.toOn ?? null,
  }
  await ctx.db.tables<Tables>().insertInto('orgs.appointment').values(row).execute()
  const facts = { unit: row.unit, position: row.position, crossFrom: row.cross_from }
  await audit(ctx, { action: 'appointment.made', object: { kind: 'appointment', id: row.id }, post: by.id, facts })
  return row
}

/** Ends an appointment today. @throws orgs.appointment */
export async function endAppointment(ctx: Context, id: string): Promise<void> {
  const row = await ctx.db.tables<Tables>().selectFrom('orgs.appointment').selectAll().where('id', '=', id).executeTakeFirst()
  const today = localDate(ctx.now)
  if (!row || (row.to_on !== null && row.to_on < today)) throw missing('appointment')
  const by = keeper(ctx.actor, ['systemAdmin'], (await unitRow(ctx, row.unit)).area, 'appointment')
  const to_on = today < row.from_on ? row.from_on : today
  await ctx.db.tables<Tables>().updateTable('orgs.appointment').set({ to_on }).where('id', '=', id).execute()
  await audit(ctx, { action: 'appointment.ended', object: { kind: 'appointment', id }, post: by.id })
}
