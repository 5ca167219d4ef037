import type { Context } from '#platform/context'
import { reach } from '../domain/policy.ts'

/** Adds a value to a statement and gives its placeholder. */
export type Bind = (value: unknown) => string

/** Lengths of scopes that have an index of their own: county, town, community. */
const indexed = [6, 9, 12]

/** Cases whose area lies within a scope. Each length reads its own index: case_county, case_town, case_community, case_area. */
export function within(scope: string, bind: Bind): string {
  if (indexed.includes(scope.length)) return `left(c.area, ${scope.length}) = ${bind(scope)}`
  return scope.length === 15 ? `c.area = ${bind(scope)}` : `starts_with(c.area, ${bind(scope)})`
}

/** Cases in which a unit has or had a part. */
export function heldBy(unit: string, bind: Bind): string {
  return `exists (select 1 from cases.work_order w where w.region = c.region and w.case_id = c.id and w.unit = ${bind(unit)})`
}

/**
 * What this person may see, as parts of which any one suffices: a scope of a post, or a unit. A list that reads each part along its own
 * index and joins the pages stays quick however many matters there are; one condition of all parts would read them all.
 */
export function reachParts(ctx: Context, bind: Bind): string[] {
  const { prefixes, units } = reach(ctx.actor)
  const scopes = prefixes.filter((one) => !prefixes.some((other) => other !== one && one.startsWith(other)))
  return [...scopes.map((scope) => within(scope, bind)), ...units.map((unit) => heldBy(unit, bind))]
}
