import type { Context } from '#platform/context'
import { localDate } from '#platform/calendar'
import { refuse, type Say } from '#platform/refusal'
import { otherCode } from './domain/catalogue.ts'
import { caseCodeOf, type CategoryGroup, type CityCategory, type EmergencyNumber, isInUse, type Severity } from './domain/category.ts'
import type { Suggestion } from './domain/categorise.ts'
import { findDanger } from './domain/danger.ts'
import { type Topics, topicsBy } from './domain/topics.ts'
import { categorySearch } from './search.ts'
import { shelf } from './shelf.ts'
import { load, loadAll } from './sql/store.ts'

/** The class with this code, also when it is no longer in use; null when there is none. */
export async function findCategory(ctx: Context, code: string): Promise<CityCategory | null> {
  return (await shelf(ctx)).byCode.get(code) ?? null
}

/**
 * The class under which a new case is kept: a component's code stands for its matter.
 * @throws Refusal `catalogue.unknown` (422) when there is no such class or it takes no new cases.
 */
export async function pickCategory(ctx: Context, code: string): Promise<CityCategory> {
  const found = await findCategory(ctx, caseCodeOf(code))
  if (found !== null && isInUse(found, localDate(ctx.now))) return found
  throw refuse('invalid', 'catalogue.unknown', {
    zh: '没有这个类别，或这个类别已停用。请另选一个，或选「其他」。',
    en: 'There is no such category, or it is no longer in use. Please choose another, or “Other”.',
  })
}

/** The names of classes by their codes; codes nobody knows are left out. */
export async function categoryNames(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, Say>> {
  const { byCode } = await shelf(ctx)
  const named = codes.flatMap((code): [string, Say][] => {
    const one = byCode.get(code)
    return one === undefined ? [] : [[code, one.name]]
  })
  return new Map(named)
}

export type CategoryQuery = {
  /** Words of either language, or initials of the pinyin. */
  readonly q?: string | undefined
  readonly group?: string | undefined
  /** `case`: what a case can be about (matters and livelihood matters). */
  readonly kind?: 'case' | 'component' | undefined
}

export type GroupedCategories = { readonly group: CategoryGroup; readonly items: readonly CityCategory[] }

/** The classes in use, by group; with `q` the best group and class come first. */
export async function listCategories(ctx: Context, query: CategoryQuery = {}): Promise<readonly GroupedCategories[]> {
  const today = localDate(ctx.now)
  const kind = query.kind ?? 'case'
  const groups = new Map<string, { group: CategoryGroup; items: CityCategory[] }>()
  for (const one of (await shelf(ctx)).search(query.q ?? '')) {
    const wanted = (one.kind === 'component') === (kind === 'component') && (query.group === undefined || one.group.code === query.group)
    if (!wanted || !isInUse(one, today)) continue
    const entry = groups.get(one.group.code) ?? { group: one.group, items: [] }
    entry.items.push(one)
    groups.set(one.group.code, entry)
  }
  return [...groups.values()]
}

/** Said above the form, before it is sent. `by`: what says so, the words of the text or the likeliest class. */
export type EmergencyHint = {
  readonly call: EmergencyNumber
  readonly minutes: number
  readonly say: Say
  readonly because: readonly string[]
  readonly by: 'words' | 'category'
}

export type Suggestions = {
  readonly items: readonly { readonly category: CityCategory; readonly score: number; readonly because: readonly string[] }[]
  readonly emergency: EmergencyHint | null
}

/** A class this likely makes its own danger worth saying. */
const likelyEnough = 0.4

function hintOf(text: string, best: Suggestions['items'][number] | undefined): EmergencyHint | null {
  const danger = findDanger(text)
  if (danger !== undefined) return { call: danger.call, minutes: danger.minutes, say: danger.say, because: danger.because, by: 'words' }
  const emergency = best?.category.emergency
  if (best === undefined || emergency === undefined || best.score < likelyEnough) return null
  return { ...emergency, because: best.because, by: 'category' }
}

/** The classes a text may belong to, with the words that say so, and what to do first when it tells of danger. Writes nothing. */
export async function suggestCategories(ctx: Context, text: string, top = 3): Promise<Suggestions> {
  const { categorise, byCode } = await shelf(ctx)
  const today = localDate(ctx.now)
  const known = ({ code, score, because }: Suggestion): Suggestions['items'] => {
    const category = byCode.get(code)
    return category !== undefined && isInUse(category, today) ? [{ category, score, because }] : []
  }
  const items = categorise(text, { top: top + 5 })
    .flatMap(known)
    .slice(0, top)
  return { items, emergency: hintOf(text, items[0]) }
}

/** Reads the topics of texts by the keywords of the city's classes in use. */
export async function topicsIn(ctx: Context): Promise<(text: string) => () => Topics> {
  return topicsBy((await shelf(ctx)).categorise)
}

/** The likeliest class of a text that nobody has classified, or 其他 when no rule recognises it. */
export async function guessCategory(
  ctx: Context,
  text: string,
): Promise<{ category: CityCategory; score: number; because: readonly string[] }> {
  const [best] = (await suggestCategories(ctx, text, 1)).items
  return best ?? { category: await pickCategory(ctx, otherCode), score: 0, because: [] }
}

/** A class whose very choice is an emergency has at most this many minutes; a longer clock is only a word of caution. */
const atOnce = 5

/**
 * The class of a new case, chosen by `code` or else by its words, with the severity to begin with (000-04) and whether danger is told of,
 * by the words or by the class itself (rules.md section 4).
 * @throws Refusal `catalogue.unknown` (422)
 */
export async function categoryFor(
  ctx: Context,
  code: string | undefined,
  text: string,
): Promise<{ code: string; severity: Severity; emergency: boolean }> {
  const { category, score } = code === undefined ? await guessCategory(ctx, text) : { category: await pickCategory(ctx, code), score: 1 }
  const byItself = score >= likelyEnough && category.emergency !== undefined && category.emergency.minutes <= atOnce
  const emergency = byItself || findDanger(text) !== undefined
  return { code: category.code, severity: category.severity, emergency }
}

/** The class as it lies in the database now. @throws Refusal `catalogue.missing` (404) */
export async function getCategory(ctx: Context, code: string): Promise<CityCategory> {
  const found = await load(ctx.db, code)
  if (found === null) throw refuse('missing', 'catalogue.missing', { zh: '没有这个类别。', en: 'There is no such category.' })
  return found
}

export type AllQuery = {
  readonly q?: string | undefined
  readonly enabled?: 'yes' | 'no' | undefined
  /** The last code of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** All classes in the order of their codes, as they lie in the database now (administration). */
export async function listAll(ctx: Context, query: AllQuery): Promise<{ items: readonly CityCategory[]; next: string | null }> {
  const found = categorySearch(await loadAll(ctx.db))(query.q ?? '')
  const wanted = found
    .filter((one) => query.enabled === undefined || one.enabled === (query.enabled === 'yes'))
    .filter((one) => query.after === undefined || one.code > query.after)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const items = wanted.slice(0, query.limit)
  return { items, next: wanted.length > items.length ? (items.at(-1)?.code ?? null) : null }
}

/** Whether the city has a class that a case can have whose code begins so ('' begins every one). */
export async function hasCategoryPrefix(ctx: Context, prefix: string): Promise<boolean> {
  return (await shelf(ctx)).all.some((one) => one.kind !== 'component' && one.code.startsWith(prefix))
}
