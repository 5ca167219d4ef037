import type { City, Context } from '#platform/context'
import type { Db } from '#platform/db'
import { type Agreement, type Directory, inForce } from './domain/directory.ts'
import { loadAgreements } from './sql/agreements.ts'
import { loadEntries } from './sql/store.ts'

/** The published editions and the agreements as this process holds them. */
export type Shelf = {
  readonly revision: number
  readonly editions: readonly { readonly number: number; readonly validFrom: Date }[]
  readonly agreements: readonly Agreement[]
  /** A published edition never changes, so it is read once. */
  readonly read: Map<number, Promise<Directory>>
}

/** How long (milliseconds) a server trusts what it holds without asking for the revision. */
const trust = 2_000

const held = new WeakMap<City, { shelf: Shelf; askedAt: number }>()
/** Until then a change may still be uncommitted, and every read asks for the revision. */
const hot = new WeakMap<City, number>()

async function revisionOf(db: Db): Promise<number> {
  const [row] = await db.query<{ n: number }>({ name: 'directory.revision', text: 'select n from directory.revision', values: [] })
  return row?.n ?? 0
}

async function build(db: Db, revision: number): Promise<Shelf> {
  const editions = await db.query<{ number: number; validFrom: Date }>({
    name: 'directory.published',
    text: `select number, valid_from as "validFrom" from directory.edition where state = 'published' order by valid_from`,
    values: [],
  })
  return { revision, editions, agreements: await loadAgreements(db), read: new Map() }
}

async function shelf(ctx: Context): Promise<Shelf> {
  const at = performance.now()
  const known = held.get(ctx.city)
  const settled = (hot.get(ctx.city) ?? 0) < at
  if (known && settled && at - known.askedAt < trust) return known.shelf
  const revision = await revisionOf(ctx.db)
  if (known?.shelf.revision === revision) {
    known.askedAt = at
    return known.shelf
  }
  const fresh = await build(ctx.db, revision)
  if (!ctx.db.inTransaction) held.set(ctx.city, { shelf: fresh, askedAt: at })
  return fresh
}

/** The edition in force at `when`, with its entries; null before the first. */
export async function directoryAt(ctx: Context, when: Date): Promise<Directory | null> {
  const known = await shelf(ctx)
  return readOnce(ctx, known, inForce(known.editions, when))
}

/** A published edition by its number, with its entries; null for a draft and for one that is not there. */
export async function publishedEdition(ctx: Context, number: number): Promise<Directory | null> {
  const known = await shelf(ctx)
  return readOnce(ctx, known, known.editions.find((one) => one.number === number) ?? null)
}

/** When each published edition begins, the oldest first. */
export async function editionsBegun(ctx: Context): Promise<Shelf['editions']> {
  return (await shelf(ctx)).editions
}

async function readOnce(ctx: Context, { read }: Shelf, edition: Shelf['editions'][number] | null): Promise<Directory | null> {
  if (edition === null) return null
  const known = read.get(edition.number) ?? loadEntries(ctx.db, edition.number).then((entries) => ({ ...edition, entries }))
  read.set(edition.number, known)
  known.catch(() => read.delete(edition.number))
  return known
}

/** All agreements, also those that have ended. */
export async function agreementsOf(ctx: Context): Promise<readonly Agreement[]> {
  return (await shelf(ctx)).agreements
}

/** Called by whoever publishes or changes an agreement: for a while the next reads ask the database. */
export function forget(city: City): void {
  hot.set(city, performance.now() + trust)
}
