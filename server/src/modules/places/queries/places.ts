import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames, areaPath } from '#modules/areas'
import { compoundsIn } from '#modules/orgs'
import { type Kind, kindsAt } from '../domain/cycle.ts'
import { missing, permitted, readers, scopeFor } from '../domain/permit.ts'
import { difficulties, type Difficulty } from '../domain/profile.ts'
import { countTenure } from '../sql/buildings.ts'
import { allKinds } from '../sql/kinds.ts'
import { countSmallPlaces, listSmallPlaces, loadSmallPlace, type SmallPlace, type SmallPlaceFilter } from '../sql/small-places.ts'
import { buildings } from './buildings.ts'
import { type Asked, paged } from './page.ts'

const sayOf = (kinds: readonly Kind[], area: string, code: string): Say => {
  const kind = kindsAt(kinds, area).find((one) => one.code === code)
  return kind ? { zh: kind.name, en: kind.name_en || kind.name } : { zh: code, en: code }
}

function smallView(place: SmallPlace, kinds: readonly Kind[], names: ReadonlyMap<string, string>, today: string) {
  const { id, area, kind, name, address, uscc, lon, lat, source, version } = place
  const cycle = place.cycle_days ?? kindsAt(kinds, area).find((one) => one.code === kind)?.cycle_days ?? null
  const dates = { inspectedOn: place.inspected_on, nextOn: place.next_on, closedOn: place.closed_on }
  const due = place.closed_on === null && place.next_on !== null && place.next_on <= today
  return {
    id,
    area,
    areaName: names.get(area) ?? area,
    kind,
    kindSay: sayOf(kinds, area, kind),
    name,
    address,
    uscc,
    cycleDays: cycle,
    ownCycle: place.cycle_days !== null,
    ...dates,
    due,
    lon,
    lat,
    source,
    version,
  }
}

/** Small places of one's area, by id. */
export async function smallPlaces(ctx: Context, asked: Asked & { readonly kind?: string | undefined; readonly due?: boolean | undefined }) {
  const scope = scopeFor(ctx.actor, asked.area)
  if (scope === null) return { items: [], next: null }
  const today = localDate(ctx.now)
  const filter: SmallPlaceFilter = { ...asked, scope, dueBy: asked.due ? today : undefined }
  const [rows, kinds] = [await listSmallPlaces(ctx.db, filter), await allKinds(ctx.db)]
  const names = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  return paged(
    rows.map((row) => smallView(row, kinds, names, today)),
    asked.limit,
  )
}

/** One small place. @throws Refusal `places.missing` (404) */
export async function smallPlace(ctx: Context, id: string) {
  const row = await loadSmallPlace(ctx.db, id)
  if (!row) throw missing()
  permitted(ctx.actor, readers, row.area)
  return smallView(row, await allKinds(ctx.db), await areaNames(ctx, [row.area]), localDate(ctx.now))
}

/** The kinds of small places that hold in an area, each with how many there are and how many are due. */
export async function kindsIn(ctx: Context, area: string | undefined) {
  const scope = scopeFor(ctx.actor, area)
  if (scope === null) return { area: area ?? '', items: [] }
  const counts = new Map((await countSmallPlaces(ctx.db, scope, localDate(ctx.now))).map((one) => [one.kind, one]))
  const items = kindsAt(await allKinds(ctx.db), scope).map((kind) => {
    const { n = 0, due = 0, never = 0 } = counts.get(kind.code) ?? {}
    const say = { zh: kind.name, en: kind.name_en || kind.name }
    return {
      code: kind.code,
      say,
      words: [...kind.words],
      cycleDays: kind.cycle_days,
      enabled: kind.enabled,
      setIn: kind.area,
      n,
      due,
      never,
    }
  })
  return { area: scope, items }
}

/** The five kinds of difficulty of an area (004-08), each n of N from the registers. */
export async function profile(
  ctx: Context,
  area: string | undefined,
): Promise<{ area: string; name: string; items: Difficulty[]; managed: { say: Say; n: number; of: number }[] }> {
  const scope = scopeFor(ctx.actor, area)
  if (scope === null) throw missing()
  const compounds = await compoundsIn(ctx, scope)
  const of = compounds.length
  const managed = (['managed', 'selfManaged', 'unmanaged'] as const).map((one) => ({
    say: managementSay[one],
    n: compounds.filter((compound) => compound.management === one).length,
    of,
  }))
  const name = (await areaPath(ctx, scope)).at(-1)?.name ?? scope
  return { area: scope, name, items: difficulties({ compounds, tenure: await countTenure(ctx.db, scope) }), managed }
}

const managementSay = {
  managed: { zh: '有物业', en: 'Managed by a company' },
  selfManaged: { zh: '居民自管', en: 'Managed by its residents' },
  unmanaged: { zh: '弃管', en: 'Unmanaged' },
}

/** Places by Chinese words, the first letters of their pinyin, a number of an address or a credit code. */
export async function search(ctx: Context, q: string, area: string | undefined, limit: number) {
  const found = { area, q, limit }
  const [small, built] = await Promise.all([smallPlaces(ctx, found), buildings(ctx, found)])
  const smallHits = small.items.map(({ id, name, address, area: at, areaName, lon, lat }) => ({
    id,
    kind: 'smallPlace' as const,
    name,
    note: address,
    area: at,
    areaName,
    lon,
    lat,
  }))
  const builtHits = built.items.map(({ id, address, area: at, areaName, lon, lat }) => ({
    id,
    kind: 'building' as const,
    name: address,
    note: areaName,
    area: at,
    areaName,
    lon,
    lat,
  }))
  const begins = (one: { name: string }): number => Number(!one.name.startsWith(q))
  return { items: [...smallHits, ...builtHits].toSorted((a, b) => begins(a) - begins(b)).slice(0, limit) }
}
