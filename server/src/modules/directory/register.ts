import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames, findArea } from '#modules/areas'
import { categoryNames, findCategoryGroup, hasCategoryPrefix } from '#modules/catalogue'
import { directory as register, type Level, searchUnits, type UnitKind } from '#modules/orgs'
import { type Body, bodies, type Directory, type Entry, isBody } from './domain/directory.ts'
import type { Known } from './domain/faults.ts'
import { type CaseFacts, type Named, type PlaceBodies, rulesFor } from './domain/suggest.ts'

/** The kinds of unit that each body may be, and how long its scope is at least: a compound's company serves no whole county. */
export const kindsOf: Readonly<Record<Body, { readonly kinds: readonly UnitKind[]; readonly scope: number }>> = {
  '@property': { kinds: ['propertyCompany'], scope: 9 },
  '@community': { kinds: ['community', 'village'], scope: 10 },
  '@subdistrict': { kinds: ['subdistrict', 'township'], scope: 7 },
  '@county': { kinds: ['government'], scope: 6 },
}

/** The level of a unit in force; null for one that is not there. */
export async function levelOfUnit(ctx: Context, id: string): Promise<Level | null> {
  return (await register(ctx)).unit(id)?.level ?? null
}

/** The unit of these kinds with the longest scope around the area. */
async function around(ctx: Context, body: Body, area: string): Promise<string | null> {
  const { kinds, scope } = kindsOf[body]
  const found = await Promise.all(kinds.map((kind) => searchUnits(ctx, { area, kind, limit: 200 })))
  const serving = found.flat().filter((one) => area.startsWith(one.area) && one.area.length >= scope)
  return serving.sort((a, b) => b.area.length - a.area.length || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}

/** Which units the bodies of the place are that the rules for the case name. */
export async function placeBodies(ctx: Context, directory: Directory, facts: CaseFacts): Promise<PlaceBodies> {
  const named = new Set(rulesFor(directory, facts).flatMap((entry) => [entry.lead, ...entry.support]))
  const wanted = bodies.filter((body) => named.has(body))
  const found = await Promise.all(wanted.map(async (body) => [body, await around(ctx, body, facts.area)] as const))
  return Object.fromEntries(found)
}

const everything: Say = { zh: '全部类别', en: 'all categories' }
const everywhere: Say = { zh: '全市', en: 'the whole city' }

/** What the classes and areas are called that the rules for the case name. */
export function namesFor(ctx: Context, directory: Directory, facts: CaseFacts): Promise<Named> {
  return namesOfEntries(ctx, rulesFor(directory, facts))
}

/** What the classes and areas are called that these rules name. */
export async function namesOfEntries(ctx: Context, rules: readonly Entry[]): Promise<Named> {
  const prefixes = rules.map((entry) => entry.category)
  const scopes = rules.map((entry) => entry.area).filter((scope) => scope !== '')
  const [names, areas] = [await categoryNames(ctx, prefixes), await areaNames(ctx, scopes)]
  return {
    category: (prefix) =>
      prefix === '' ? everything : (names.get(prefix) ?? findCategoryGroup(prefix)?.name ?? { zh: prefix, en: prefix }),
    area: (scope) => (scope === '' ? everywhere : { zh: areas.get(scope) ?? scope, en: areas.get(scope) ?? scope }),
  }
}

/** What the rules of an edition name, looked up at once. */
export async function knownFor(ctx: Context, entries: readonly Entry[]): Promise<Known> {
  const ids = [...new Set(entries.flatMap((entry) => [entry.lead, ...entry.support]))].filter((id) => !isBody(id))
  const levels = new Map(await Promise.all(ids.map(async (id) => [id, await levelOfUnit(ctx, id)] as const)))
  const prefixes = [...new Set(entries.map((entry) => entry.category))]
  const known = new Map(await Promise.all(prefixes.map(async (prefix) => [prefix, await hasCategoryPrefix(ctx, prefix)] as const)))
  const scopes = [...new Set(entries.map((entry) => entry.area))].filter((scope) => scope !== '')
  const found = new Map(await Promise.all(scopes.map(async (scope) => [scope, (await findArea(ctx, scope))?.code === scope] as const)))
  return {
    levelOf: (id) => levels.get(id) ?? null,
    hasCategory: (prefix) => known.get(prefix) ?? false,
    hasArea: (scope) => scope === '' || (found.get(scope) ?? false),
  }
}
