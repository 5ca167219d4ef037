/** 组织与岗位: units, the party tree, posts and who holds them. */
import type { Context, Role } from '#platform/context'
import { missing } from './domain/permit.ts'
import { postId } from './domain/roles.ts'
import { directory, type Unit } from './sql/directory.ts'

export { establishPost } from './commands/posts.ts'
export { createUnit } from './commands/units.ts'
export { createCompound, fillSlot } from './commands/compounds.ts'
export { addGridWorker } from './commands/grid-staff.ts'
export { assignDuty } from './commands/settings.ts'
export { appoint } from './commands/appointments.ts'
export { seedPosts, seedUnits } from './commands/seed.ts'
export { type SeedCompound, type SeedOffice, type SeedRegisters, seedRegisters, type SeedWorker } from './commands/seed-registers.ts'
export type { HoldingRow as Holding } from './sql/tables.ts'
export { endHolding, hold, place } from './commands/holdings.ts'
export { adminRoles, postId, postRoles, roleSay } from './domain/roles.ts'
export { kinds, type Level, type UnitKind } from './domain/unit.ts'
export { compoundsIn, type CountedCompound, findCompounds } from './queries/compounds.ts'
export { holdingsOf, holdingsOfAccount, postNames, postsOf } from './queries/posts.ts'
export { searchUnits, unitLevel, unitNames } from './queries/units.ts'
export { compoundRegister } from './registers/compounds.ts'
export { unitRegister } from './registers/units.ts'
export { type Directory, directory, settledAt, type Unit } from './sql/directory.ts'

/** The post that serves an area in a role: of the longest scope around it; null if there is none. From memory. */
export async function deskFor(ctx: Context, role: Role, area: string): Promise<string | null> {
  return (await directory(ctx)).deskFor(role, area)
}

/** `deskFor` for many questions at once. */
export async function desks(ctx: Context): Promise<(role: Role, area: string) => string | null> {
  return (await directory(ctx)).deskFor
}

/** The post to which a unit's orders go; where nobody handles yet, the post that will. From memory. */
export async function handlerPosts(ctx: Context): Promise<(unit: string) => string> {
  const known = await directory(ctx)
  return (id) => known.handlerPost(id) ?? postId('departmentHandler', id, known.unit(id)?.area ?? '')
}

/** A unit in force. @throws orgs.unit */
export async function unitOf(ctx: Context, id: string): Promise<Unit> {
  const found = (await directory(ctx)).unit(id)
  if (!found) throw missing('unit')
  return found
}
