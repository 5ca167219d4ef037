import type { City, Context } from '#platform/context'
import type { Db } from '#platform/db'
import { arrange, type Desks, type StaffedPost } from '../domain/desks.ts'
import { type Level, levelOf, type UnitKind } from '../domain/unit.ts'

/** A unit as others see it. */
export interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly nameEn: string
  readonly area: string
  readonly level: Level
}

/** Units and posts in force, in memory: answers without a query. */
export interface Directory extends Desks {
  unit(id: string): Unit | null
  post(id: string): StaffedPost | null
}

interface Kept {
  revision: number
  directory: Directory
  checkedAt: number
}

/** How long, in milliseconds, a server trusts its copy without asking for the revision. */
const TRUST = 2000

const kept = new WeakMap<City, Kept>()
/** Until then (on the machine's monotonic clock) a change may still be uncommitted, and every use asks for the revision. */
const hot = new WeakMap<City, number>()
let lastChange = Number.NEGATIVE_INFINITY

async function revisionOf(db: Db): Promise<number> {
  const [row] = await db.query<{ n: number }>({ name: 'orgs.revision', text: 'select n from orgs.revision', values: [] })
  return row?.n ?? 0
}

async function load(db: Db): Promise<Directory> {
  const units = await db.query<Omit<Unit, 'level'>>({
    name: 'orgs.units',
    text: `select id, kind, name, name_en as "nameEn", area from orgs.unit where valid_to is null or valid_to > (now() at time zone 'Asia/Shanghai')::date`,
    values: [],
  })
  const posts = await db.query<StaffedPost>({
    name: 'orgs.posts',
    text: `select p.id, p.role, p.org, p.area, p.areas, exists (select 1 from orgs.holding h where h.post = p.id and h.to_at is null) as held
      from orgs.post p where p.valid_to is null`,
    values: [],
  })
  const byId = new Map(units.map((unit) => [unit.id, { ...unit, level: levelOf(unit.kind) }]))
  const postById = new Map(posts.map((post) => [post.id, post]))
  return { ...arrange(posts), unit: (id) => byId.get(id) ?? null, post: (id) => postById.get(id) ?? null }
}

/**
 * The directory of units and posts, from memory. Another server's change is seen within two seconds, this server's own
 * at once; inside a transaction the copy is not used after a change, nor kept.
 */
export async function directory(ctx: Context): Promise<Directory> {
  const at = performance.now()
  const there = kept.get(ctx.city)
  const settled = (hot.get(ctx.city) ?? 0) < at
  if (there && settled && at - there.checkedAt < TRUST) return there.directory
  const revision = await revisionOf(ctx.db)
  if (there && there.revision === revision) {
    there.checkedAt = at
    return there.directory
  }
  const fresh = await load(ctx.db)
  if (!ctx.db.inTransaction || settled) kept.set(ctx.city, { revision, directory: fresh, checkedAt: at })
  return fresh
}

/** Says that units or posts changed: in the database for other servers, in memory for this one. */
export async function changed(ctx: Context): Promise<void> {
  lastChange = performance.now()
  hot.set(ctx.city, lastChange + TRUST)
  await ctx.db.query({ name: 'orgs.changed', text: 'update orgs.revision set n = n + 1', values: [] })
}

/** Until when (on the machine's monotonic clock) what was derived from posts earlier must be read anew: a change made by this server may not be committed before. */
export function settledAt(): number {
  return lastChange + TRUST
}
