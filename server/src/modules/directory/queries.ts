import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { refuse, type Say } from '#platform/refusal'
import { caseCodeOf, type Severity } from '#modules/catalogue'
import { type Agreement, type Entry, ruleId } from './domain/directory.ts'
import { type Change, compare } from './domain/compare.ts'
import { type Fault, faultsIn } from './domain/faults.ts'
import { mayDispatchBy, mayNotReturn } from './domain/may-dispatch.ts'
import { bindingAgreement, type CaseFacts, rulesFor, suggest, wordsOf } from './domain/suggest.ts'
import { weigh, type Weighed } from './domain/weigh.ts'
import { knownFor, levelOfUnit, namesFor, namesOfEntries, placeBodies } from './register.ts'
import { agreementsOf, directoryAt, publishedEdition } from './shelf.ts'
import { loadAgreement, loadAgreements } from './sql/agreements.ts'
import { type EditionRow, listEditions, loadEdition, loadEntries } from './sql/store.ts'

/** What a suggestion or a check is about. `when` is the time of the context unless said. */
export type DispatchFacts = {
  readonly category: string
  readonly area: string
  readonly severity?: Severity | null | undefined
  readonly when?: Date | undefined
}

export type DispatchSuggestion = {
  /** Null when the directory does not speak of the matter. */
  readonly lead: string | null
  readonly support: readonly string[]
  readonly because: Say
  /** `21004.210911.any` in edition `version`. */
  readonly rule: string | null
  readonly version: string | null
  readonly grassRootsAllowed: boolean | null
  /** Binds the lead: it may not return the matter (000-05). */
  readonly agreement: Agreement | null
  readonly alternatives: readonly { readonly unit: string; readonly because: Say; readonly rule: string }[]
  /** Every rule that speaks of the matter, the most specific first, and why it decides or does not. */
  readonly weighed: readonly Weighed[]
}

const silent: Omit<DispatchSuggestion, 'because'> = {
  lead: null,
  support: [],
  rule: null,
  version: null,
  grassRootsAllowed: null,
  agreement: null,
  alternatives: [],
  weighed: [],
}

const factsOf = ({ category, area, severity }: DispatchFacts): CaseFacts => ({
  category: caseCodeOf(category),
  area,
  severity: severity ?? null,
})

async function agreementBinding(ctx: Context, unit: string, facts: CaseFacts, when: Date): Promise<Agreement | null> {
  return bindingAgreement(await agreementsOf(ctx), unit, facts, localDate(when))
}

/** Who should lead and help, by the edition in force, and why in words (002-73; 国办函〔2025〕66号). */
export async function suggestDispatch(ctx: Context, wanted: DispatchFacts): Promise<DispatchSuggestion> {
  const when = wanted.when ?? ctx.now
  const directory = await directoryAt(ctx, when)
  const facts = factsOf(wanted)
  const place = directory === null ? {} : await placeBodies(ctx, directory, facts)
  const found = directory === null ? null : suggest(directory, facts, place, await namesFor(ctx, directory, facts))
  const weighed = directory === null ? [] : weigh(directory, facts, place)
  if (found === null) {
    const zh = directory === null ? '派单目录还没有发布，请按职责自行确定主办单位。' : '派单目录没有说到这件事，请与有关单位商定主办单位。'
    const en =
      directory === null
        ? 'No dispatch directory is in force; please choose the lead by duty.'
        : 'The directory does not speak of this matter; please agree on a lead.'
    return { ...silent, weighed, because: { zh, en } }
  }
  const agreement = await agreementBinding(ctx, found.lead, facts, when)
  return {
    lead: found.lead,
    support: found.support,
    because: agreement === null ? found.because.say : withAgreement(found.because.say, agreement),
    rule: found.because.rule,
    version: String(found.because.edition),
    grassRootsAllowed: found.grassRootsAllowed,
    agreement,
    alternatives: found.alternatives.map(({ unit, because }) => ({ unit, because: because.say, rule: because.rule })),
    weighed,
  }
}

/** What rules of a published edition say, by rule id; what the edition does not hold is left out. For explaining what was dispatched long ago. */
export async function sayRules(ctx: Context, edition: number, rules: readonly string[]): Promise<ReadonlyMap<string, Say>> {
  const directory = await publishedEdition(ctx, edition)
  const wanted = new Set(rules)
  const entries = directory?.entries.filter((entry) => wanted.has(ruleId(entry))) ?? []
  if (directory === null || entries.length === 0) return new Map()
  const named = await namesOfEntries(ctx, entries)
  return new Map(entries.map((entry) => [ruleId(entry), wordsOf(directory, entry, named)]))
}

function withAgreement(say: Say, { title }: Agreement): Say {
  return {
    zh: `${say.zh}共建协议「${title.zh}」已列明此事，不得退单。`,
    en: `${say.en} The joint-building agreement “${title.en}” lists it: it may not be returned.`,
  }
}

/**
 * Whether the matter may be sent to the unit.
 * @throws Refusal `directory.department-matter` (422) a department's matter would go down to a community or grid
 */
export async function checkDispatch(ctx: Context, wanted: DispatchFacts & { readonly unit: string }): Promise<void> {
  const directory = await directoryAt(ctx, wanted.when ?? ctx.now)
  const level = await levelOfUnit(ctx, wanted.unit)
  const refusal = directory === null || level === null ? null : mayDispatchBy(directory, factsOf(wanted), level)
  if (refusal !== null) throw refusal
}

/**
 * Whether the unit may return the matter.
 * @throws Refusal `directory.joint-agreement` (409) it has agreed to take such matters (000-05)
 */
export async function checkReturn(ctx: Context, wanted: DispatchFacts & { readonly unit: string }): Promise<void> {
  const agreement = await agreementBinding(ctx, wanted.unit, factsOf(wanted), wanted.when ?? ctx.now)
  if (agreement !== null) throw mayNotReturn(agreement)
}

/** Editions, the newest first. */
export async function editions(
  ctx: Context,
  page: { after?: number | undefined; limit: number },
): Promise<{ items: EditionRow[]; next: string | null }> {
  const found = await listEditions(ctx.db, page.after ?? null, page.limit + 1)
  const items = found.slice(0, page.limit)
  return { items, next: found.length > items.length ? String(items.at(-1)?.number) : null }
}

/** An edition. @throws Refusal `directory.missing` (404) */
export async function getEdition(ctx: Context, number: number): Promise<EditionRow> {
  const found = await loadEdition(ctx.db, number)
  if (found === null)
    throw refuse('missing', 'directory.missing', { zh: '没有这一版派单目录。', en: 'There is no such edition of the directory.' })
  return found
}

export type { EditionRow } from './sql/store.ts'

export type EntryPage = {
  readonly after?: string | undefined
  readonly category?: string | undefined
  readonly area?: string | undefined
  readonly limit: number
}

/** The entries of an edition. @throws Refusal `directory.missing` (404) */
export async function entriesOf(ctx: Context, number: number, page: EntryPage): Promise<{ items: Entry[]; next: string | null }> {
  await getEdition(ctx, number)
  const { after, category, area } = page
  const narrowed = {
    ...(after !== undefined && { after }),
    ...(category !== undefined && { category }),
    ...(area !== undefined && { area }),
  }
  const found = await loadEntries(ctx.db, number, { ...narrowed, limit: page.limit + 1 })
  const items = found.slice(0, page.limit)
  const last = items.at(-1)
  return { items, next: found.length > items.length && last ? ruleId(last) : null }
}

export type Compared = { readonly from: number | null; readonly to: number; readonly changes: readonly Change[] }

/**
 * What differs between an edition and another; without `other`, the one before it: the edition in force when it began, or now for a draft.
 * @throws Refusal `directory.missing` (404)
 */
export async function compareEditions(ctx: Context, number: number, other?: number): Promise<Compared> {
  const edition = await getEdition(ctx, number)
  const began = edition.valid_from === null ? ctx.now : new Date(edition.valid_from.getTime() - 1)
  const before = other ?? (await directoryAt(ctx, began))?.number ?? null
  if (before !== null) await getEdition(ctx, before)
  const was = before === null ? [] : await loadEntries(ctx.db, before)
  return { from: before, to: number, changes: compare(was, await loadEntries(ctx.db, number)) }
}

/** What keeps a draft from being published. @throws Refusal `directory.missing` (404) */
export async function draftFaults(ctx: Context, number: number): Promise<readonly Fault[]> {
  await getEdition(ctx, number)
  const entries = await loadEntries(ctx.db, number)
  return faultsIn(entries, await knownFor(ctx, entries))
}

/** Agreements, also ended ones. */
export async function agreements(
  ctx: Context,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: Agreement[]; next: string | null }> {
  const found = await loadAgreements(ctx.db, { ...(page.after !== undefined && { after: page.after }), limit: page.limit + 1 })
  const items = found.slice(0, page.limit)
  return { items, next: found.length > items.length ? (items.at(-1)?.id ?? null) : null }
}

/** One agreement. @throws Refusal `directory.no-agreement` (404) */
export async function getAgreement(ctx: Context, id: string): Promise<Agreement> {
  const found = await loadAgreement(ctx.db, id)
  if (found === null) throw refuse('missing', 'directory.no-agreement', { zh: '没有这份协议。', en: 'There is no such agreement.' })
  return found
}

/** The rule of an edition that decides matters like these so far: the most specific that speaks of them; null when none does. */
export async function ruleBefore(ctx: Context, number: number, about: CaseFacts): Promise<Entry | null> {
  const entries = await loadEntries(ctx.db, number)
  return rulesFor({ number, validFrom: ctx.now, entries }, about)[0] ?? null
}

/** A rule as it stands in an edition. @throws Refusal `directory.no-rule` (404) */
export async function getRule(ctx: Context, number: number, rule: string): Promise<Entry> {
  const found = (await loadEntries(ctx.db, number)).find((one) => ruleId(one) === rule)
  if (found === undefined) throw refuse('missing', 'directory.no-rule', { zh: '没有这条规则。', en: 'There is no such rule.' })
  return found
}
