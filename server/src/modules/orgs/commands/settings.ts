import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { keeper } from '../domain/permit.ts'
import type { DutyLevel } from '../domain/duty.ts'
import type { Tables } from '../sql/tables.ts'
import { knownArea } from './known-area.ts'
import { unitRow } from './units.ts'

export interface PartyLevel {
  readonly level: number
  readonly name: string
  readonly nameEn: string
}

/** Says what this place calls the levels of its party organisation tree (001-53); replaces all of them. */
export async function namePartyLevels(ctx: Context, levels: readonly PartyLevel[]): Promise<void> {
  const tables = ctx.db.tables<Tables>()
  await tables.deleteFrom('orgs.party_level').execute()
  if (levels.length > 0) {
    await tables
      .insertInto('orgs.party_level')
      .values(levels.map((one) => ({ level: one.level, name: one.name, name_en: one.nameEn })))
      .execute()
  }
  await audit(ctx, { action: 'partyLevel.named', object: { kind: 'partyLevel', id: null }, facts: { levels: levels.length } })
}

/** Says who answers for an area at a level of the duty chain (002-02); no unit: the row of the area around it counts again. @throws orgs.unit */
export async function assignDuty(ctx: Context, area: string, level: DutyLevel, units: readonly string[]): Promise<void> {
  const by = keeper(ctx.actor, ['systemAdmin'], area, 'unit')
  await knownArea(ctx, area)
  for (const id of units) await unitRow(ctx, id)
  const tables = ctx.db.tables<Tables>()
  await tables.deleteFrom('orgs.duty').where('area', '=', area).where('level', '=', level).execute()
  if (units.length > 0) {
    await tables
      .insertInto('orgs.duty')
      .values([...new Set(units)].map((unit) => ({ area, level, unit })))
      .execute()
  }
  await audit(ctx, { action: 'duty.assigned', object: { kind: 'area', id: area }, post: by.id, facts: { level, units } })
}
