import type { z } from 'zod'
import type { Context } from '#platform/context'
import { levels } from '../domain/cells.ts'
import type { BodyPage, TypeCounts } from '../http/views.ts'
import type { Body } from '../domain/component.ts'
import { typeNames } from './names.ts'
import { type Bind, narrowed, scopesOf, within } from './reach.ts'

interface Counted {
  readonly type: string
  readonly n: number
  readonly wrong: number
}

/** How many components of each type there are in an area and how many of them are damaged or lost: from the counted cells, or in a scope within a community from the rows. */
export async function countTypes(ctx: Context, area: string | undefined): Promise<z.infer<typeof TypeCounts>> {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const scopes = narrowed(scopesOf(ctx.actor), area)
  const isNear = scopes.some((scope) => scope.length > 12)
  const rows = await ctx.db.query<Counted>({
    text: isNear
      ? `select type, count(*)::int as n, (count(*) filter (where state in ('damaged', 'lost')))::int as wrong
         from components.component where state <> 'removed' and ${within(scopes, 'area', bind)} group by type order by type`
      : `select type, sum(n)::int as n, sum(wrong)::int as wrong from components.cell
         where level = ${levels[0]} and type <> '' and ${within(scopes, 'community', bind)} group by type having sum(n) > 0 order by type`,
    values,
  })
  const types = await typeNames(
    ctx,
    rows.map((row) => row.type),
  )
  return {
    items: rows.map((row) => ({ type: types(row.type), n: row.n, wrong: row.wrong })),
    total: rows.reduce((sum, row) => sum + row.n, 0),
    wrong: rows.reduce((sum, row) => sum + row.wrong, 0),
  }
}

/** Bodies whose name or credit code has the words, for pickers; twenty at most. */
export async function findBodies(ctx: Context, q: string): Promise<z.infer<typeof BodyPage>> {
  const items = await ctx.db.query<Body>({
    name: 'components.find-bodies',
    text: `select id, name, uscc, phone from components.body where name ilike $1 or uscc = $2 order by name limit 20`,
    values: [`%${q.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`, q],
  })
  return { items }
}
