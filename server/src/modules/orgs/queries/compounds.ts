import type { Context } from '#platform/context'
import { type CompoundKind, type Management, managementOf } from '../domain/compound.ts'

/** The ids of the compounds of a scope, by id and by name; a name that two of them have leads nowhere. */
export async function findCompounds(ctx: Context, scope: string): Promise<Map<string, string>> {
  const rows = await ctx.db.query<{ id: string; name: string }>({
    name: 'orgs.compound-names',
    text: `select id, name from orgs.compound where area like $1 || '%'`,
    values: [scope],
  })
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const { id, name } of rows) {
    if (found.has(name)) twice.add(name)
    found.set(name, id)
  }
  for (const name of twice) found.delete(name)
  for (const { id } of rows) found.set(id, id)
  return found
}

/** A compound as a profile counts it. */
export interface CountedCompound {
  readonly kinds: readonly CompoundKind[]
  readonly management: Management
}

/** The compounds of a scope with their kinds and who manages them. */
export async function compoundsIn(ctx: Context, scope: string): Promise<CountedCompound[]> {
  const rows = await ctx.db.query<{ kinds: CompoundKind[]; bodies: { slot: string; unit: string | null }[] | null }>({
    name: 'orgs.compounds-counted',
    text: `select c.kinds, (select jsonb_agg(jsonb_build_object('slot', b.slot, 'unit', b.unit)) from orgs.body b where b.compound = c.id) as bodies
      from orgs.compound c where c.area like $1 || '%'`,
    values: [scope],
  })
  return rows.map(({ kinds, bodies }) => ({ kinds, management: managementOf(bodies ?? []) }))
}
