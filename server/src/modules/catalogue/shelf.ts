import type { City, Context } from '#platform/context'
import { type Categoriser, categoriser } from './domain/categorise.ts'
import type { CityCategory } from './domain/category.ts'
import { type CategorySearch, categorySearch } from './search.ts'
import { editionOf, loadAll } from './sql/store.ts'

/** The catalogue of a city as this process holds it. */
export type Shelf = {
  readonly edition: number
  readonly all: readonly CityCategory[]
  readonly byCode: ReadonlyMap<string, CityCategory>
  /** Over the enabled classes that a case can have. */
  readonly categorise: Categoriser
  readonly search: CategorySearch
}

type Held = { shelf: Promise<Shelf>; askedAt: number }

/** How long (milliseconds) a server trusts what it holds without asking for the edition. */
const trust = 5_000

const held = new WeakMap<City, Held>()
/** Until then a change may still be uncommitted, and every read asks for the edition. */
const hot = new WeakMap<City, number>()

async function build(ctx: Context): Promise<Shelf> {
  const edition = await editionOf(ctx.db)
  const all = await loadAll(ctx.db)
  const ofCases = all.filter((one) => one.enabled && one.kind !== 'component')
  const byCode = new Map(all.map((one) => [one.code, one]))
  return { edition, all, byCode, categorise: categoriser(ofCases), search: categorySearch(all) }
}

async function renewed(ctx: Context, before: Shelf): Promise<Shelf> {
  return (await editionOf(ctx.db)) === before.edition ? before : build(ctx)
}

/** What an open transaction sees may be undone, so nothing new is kept of it. */
async function inside(ctx: Context, known: Held | undefined, now: number): Promise<Shelf> {
  if (known === undefined) return build(ctx)
  const before = await known.shelf
  const seen = await renewed(ctx, before)
  if (seen === before) known.askedAt = now
  return seen
}

/** The catalogue in memory. Another server's change is seen within five seconds, this server's own at once. */
export async function shelf(ctx: Context): Promise<Shelf> {
  const now = performance.now()
  const known = held.get(ctx.city)
  const settled = (hot.get(ctx.city) ?? 0) < now
  if (known !== undefined && settled && now - known.askedAt < trust) return known.shelf
  if (ctx.db.inTransaction) return inside(ctx, known, now)
  const next = known === undefined ? build(ctx) : known.shelf.then((before) => renewed(ctx, before))
  held.set(ctx.city, { shelf: next, askedAt: now })
  next.catch(() => held.delete(ctx.city))
  return next
}

/** Called by whoever changes the catalogue: for a while the next reads ask the database. */
export function forget(city: City): void {
  hot.set(city, performance.now() + trust)
}
