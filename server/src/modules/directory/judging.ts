import type { Context } from '#platform/context'
import { caseCodeOf } from '#modules/catalogue'
import { directory as register, searchUnits } from '#modules/orgs'
import { bodies, type Body, type Directory } from './domain/directory.ts'
import { type Ground, type Judge, judgeOf } from './domain/judge.ts'
import type { CaseFacts, PlaceBodies } from './domain/suggest.ts'
import { kindsOf } from './register.ts'
import { directoryAt } from './shelf.ts'
import { getEdition } from './queries.ts'
import { loadEntries } from './sql/store.ts'

/** A city has fewer units of one kind than this. */
const everyUnit = 1_000_000

/** For each body of the place, its unit by scope; of several with one scope the first id, as everywhere. */
async function bodyByScope(ctx: Context, body: Body): Promise<ReadonlyMap<string, string>> {
  const { kinds, scope } = kindsOf[body]
  const found = (await Promise.all(kinds.map((kind) => searchUnits(ctx, { kind, limit: everyUnit })))).flat()
  const byScope = new Map<string, string>()
  for (const { id, area } of found) {
    const known = byScope.get(area)
    if (area.length >= scope && (known === undefined || id < known)) byScope.set(area, id)
  }
  return byScope
}

function around(byScope: ReadonlyMap<string, string>, area: string): string | null {
  for (let length = area.length; length > 0; length--) {
    const found = byScope.get(area.slice(0, length))
    if (found !== undefined) return found
  }
  return null
}

/** All units that bodies of a place may be, read once: then every place answers without waiting. */
async function groundOf(ctx: Context): Promise<Ground> {
  const { unit } = await register(ctx)
  const scopes = new Map(await Promise.all(bodies.map(async (body) => [body, await bodyByScope(ctx, body)] as const)))
  const known = new Map<string, PlaceBodies>()
  const place = (area: string): PlaceBodies => {
    let here = known.get(area)
    if (!here) known.set(area, (here = Object.fromEntries([...scopes].map(([body, byScope]) => [body, around(byScope, area)]))))
    return here
  }
  return { place, levelOf: (id) => unit(id)?.level ?? null }
}

/** An edition beside the one in force, ready to judge many matters. */
export type Judges = {
  readonly number: number
  readonly version: number
  readonly state: 'draft' | 'published'
  readonly draft: Judge
  /** Null before the first edition. */
  readonly present: { readonly number: number; readonly judge: Judge } | null
}

/** Rules are written for matters; a component's code is read as its matter's. */
const asMatter = (judge: Judge): Judge => {
  const read = (facts: CaseFacts): CaseFacts => ({ ...facts, category: caseCodeOf(facts.category) })
  return { judge: (facts) => judge.judge(read(facts)), lets: (facts, unit) => judge.lets(read(facts), unit) }
}

/**
 * An edition and the one in force now, for looking at what would change: who looks supplies the matters.
 * @throws Refusal `directory.missing` (404)
 */
export async function judgesFor(ctx: Context, number: number): Promise<Judges> {
  const edition = await getEdition(ctx, number)
  const entries = await loadEntries(ctx.db, number)
  const ground = await groundOf(ctx)
  const directory: Directory = { number, validFrom: edition.valid_from ?? ctx.now, entries }
  const now = await directoryAt(ctx, ctx.now)
  return {
    number,
    version: edition.version,
    state: edition.state,
    draft: asMatter(judgeOf(directory, ground)),
    present: now === null ? null : { number: now.number, judge: asMatter(judgeOf(now, ground)) },
  }
}
