import type { z } from 'zod'
import type { Context } from '#platform/context'
import { areaNames } from '#modules/areas'
import { compoundKinds, managementOf, managements } from '../domain/compound.ts'
import { dutyLevelCodes, type DutyLevel, type DutyLink, dutyLevels } from '../domain/duty.ts'
import { roleSay } from '../domain/roles.ts'
import { kinds, levelOf, positions, slots } from '../domain/unit.ts'
import type { PostView, UnitView } from '../queries/shapes.ts'
import type { Appointment, Compound, GridWorkerCard as Worker } from '../queries/registers.ts'
import type { AppointmentCard, CompoundCard, DutyChain, GridWorkerCard, PostCard, UnitCard } from './schemas.ts'

export function unitCard(row: UnitView): z.input<typeof UnitCard> {
  return {
    id: row.id,
    kind: row.kind,
    kindSay: kinds[row.kind].say,
    level: levelOf(row.kind),
    name: { zh: row.name, en: row.name_en || row.name },
    area: row.area,
    parent: row.parent,
    attachedTo: row.attached_to,
    uscc: row.uscc,
    phone: row.phone,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  }
}

export function postCard(row: PostView): z.input<typeof PostCard> {
  return {
    id: row.id,
    role: row.role,
    roleSay: roleSay[row.role],
    org: { id: row.org, name: row.orgName },
    area: row.area,
    areas: row.areas,
    holders: row.holders,
    validFrom: row.valid_from.toISOString(),
    validTo: row.valid_to?.toISOString() ?? null,
  }
}

/** Lines of a list with the names of their areas beside the codes; an area that is not known is called by its code. */
export async function withAreaNames<T extends { readonly area: string }>(
  ctx: Context,
  rows: readonly T[],
): Promise<(T & { areaName: string })[]> {
  const names = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  return rows.map((row) => ({ ...row, areaName: names.get(row.area) ?? row.area }))
}

export function compoundCard(row: Compound & { areaName: string }): z.input<typeof CompoundCard> {
  const bodies = row.bodies.map((body) => ({ ...body, slotSay: slots[body.slot].say }))
  const management = managementOf(row.bodies)
  return {
    ...row,
    kinds: row.kinds.map((kind) => ({ kind, say: compoundKinds[kind] })),
    bodies,
    management,
    managementSay: managements[management],
    unmanaged: row.bodies.some((body) => body.slot === 'propertyCompany' && body.unit === null),
  }
}

/** Grid workers with the names of their grids. */
export async function gridWorkerCards(ctx: Context, rows: readonly Worker[]): Promise<z.input<typeof GridWorkerCard>[]> {
  const names = await areaNames(
    ctx,
    rows.map((row) => row.grid),
  )
  return rows.map(({ from_on, to_on, consent_on, ...rest }) => ({
    ...rest,
    gridName: names.get(rest.grid) ?? rest.grid,
    fromOn: from_on,
    toOn: to_on,
    consentOn: consent_on,
  }))
}

export function appointmentCard(row: Appointment): z.input<typeof AppointmentCard> {
  return { ...row, positionSay: positions[row.position] }
}

export function dutyView(
  area: string,
  chain: Record<DutyLevel, DutyLink>,
  names: ReadonlyMap<string, { zh: string; en: string }>,
): z.input<typeof DutyChain> {
  const named = (id: string) => ({ id, name: names.get(id) ?? { zh: id, en: id } })
  return {
    area,
    links: dutyLevelCodes.map((level) => ({
      level,
      say: dutyLevels[level],
      units: chain[level].units.map(named),
      below: chain[level].below,
    })),
  }
}

/** A keyset page: the cursor is the id of the last item when the page is full. */
export function page<T extends { id: string }>(items: T[], limit: number): { items: T[]; next: string | null } {
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}
