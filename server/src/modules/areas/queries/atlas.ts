import { localDate } from '#platform/calendar'
import type { City, Context } from '#platform/context'
import type { Db } from '#platform/db'
import { type Locator, makeLocator } from '#platform/geo'
import { standing } from '../domain/area.ts'
import { type Atlas, makeAtlas } from '../domain/atlas.ts'
import type { Level } from '../domain/code.ts'
import { allAreas, edition, shapesOf, type StoredArea } from '../sql/areas.ts'

interface Kept {
  readonly edition: string
  readonly atlas: Atlas<StoredArea>
  readonly locators: Map<string, Promise<Locator<string>>>
  /** Milliseconds of this process at which the edition was last compared. */
  compared: number
}

/** How long another process's change may stay unseen, ms. */
const FRESH = 1000

const shared = new WeakMap<City, Kept>()
const loading = new WeakMap<City, Promise<Kept>>()
/** What a transaction that has itself changed areas sees; nobody else does before it commits. */
const own = new WeakMap<Db, Kept | null>()

async function load(db: Db, id: string): Promise<Kept> {
  return { edition: id, atlas: makeAtlas(await allAreas(db)), locators: new Map(), compared: performance.now() }
}

async function refreshed(ctx: Context, before: Kept | undefined): Promise<Kept> {
  const id = await edition(ctx.db)
  if (before?.edition === id) {
    before.compared = performance.now()
    return before
  }
  const fresh = await load(ctx.db, id)
  shared.set(ctx.city, fresh)
  return fresh
}

async function kept(ctx: Context): Promise<Kept> {
  const mine = own.get(ctx.db)
  if (mine) return mine
  if (mine === null) {
    const fresh = await load(ctx.db, 'uncommitted')
    own.set(ctx.db, fresh)
    return fresh
  }
  const before = shared.get(ctx.city)
  if (before && performance.now() - before.compared < FRESH) return before
  const running = loading.get(ctx.city)
  if (running) return running
  const started = refreshed(ctx, before).finally(() => loading.delete(ctx.city))
  loading.set(ctx.city, started)
  return started
}

/** Called after every write of an area: the next question reads them again. */
export function touched(ctx: Context): void {
  if (ctx.db.inTransaction) own.set(ctx.db, null)
  const before = shared.get(ctx.city)
  if (before) before.compared = Number.NEGATIVE_INFINITY
}

/** All areas of the city, from memory; at most a second behind another process's change. */
export async function atlasOf(ctx: Context): Promise<Atlas<StoredArea>> {
  return (await kept(ctx)).atlas
}

async function build(ctx: Context, atlas: Atlas<StoredArea>, level: Level, day: string): Promise<Locator<string>> {
  const shapes = await shapesOf(ctx.db, level)
  const found = shapes.flatMap(({ code, shape }) => {
    const area = atlas.all.get(code)
    return area && area.kind !== 'micro' && standing(area, day) === 'standing' ? [{ key: code, shape, kind: area.kind }] : []
  })
  // A dedicated grid lies on a general one and comes first; otherwise the order of codes decides, always the same.
  return makeLocator([...found.filter((one) => one.kind === 'dedicated'), ...found.filter((one) => one.kind !== 'dedicated')])
}

/** The locator of one level for the areas that stand on the context's day. */
export async function locatorOf(ctx: Context, level: Level): Promise<Locator<string>> {
  const now = await kept(ctx)
  const day = localDate(ctx.now)
  const key = `${level} ${now.atlas.epoch(day)}`
  const known = now.locators.get(key)
  if (known) return known
  const made = build(ctx, now.atlas, level, day)
  now.locators.set(key, made)
  made.catch(() => now.locators.delete(key))
  return made
}
