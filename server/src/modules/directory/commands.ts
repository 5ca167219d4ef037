import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { sqlState } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import { type Refusal, refuse, type Say } from '#platform/refusal'
import { type Agreement, type Entry, inForce, isBody, readRuleId } from './domain/directory.ts'
import { faultsIn } from './domain/faults.ts'
import { knownFor, levelOfUnit } from './register.ts'
import { getAgreement } from './queries.ts'
import { forget } from './shelf.ts'
import { endAgreement, insertAgreement } from './sql/agreements.ts'
import {
  dropDraft,
  dropEntry,
  type EditionRow,
  insertDraft,
  listEditions,
  loadEdition,
  loadEntries,
  markPreviewed,
  publish,
  putEntries,
  touch,
} from './sql/store.ts'

const noEdition = (): Refusal =>
  refuse('missing', 'directory.missing', { zh: '没有这一版派单目录。', en: 'There is no such edition of the directory.' })

/** The draft, locked until the transaction ends. @throws Refusal `directory.missing` (404) · `directory.published` (409) */
async function draft(ctx: Context, number: number): Promise<EditionRow> {
  const found = await loadEdition(ctx.db, number, true)
  if (found === null) throw noEdition()
  if (found.state === 'draft') return found
  throw refuse('conflict', 'directory.published', {
    zh: '这一版已经发布，不能再改。请新建一版草稿。',
    en: 'This edition is published and never changes. Please begin a new draft.',
  })
}

async function publishedEditions(ctx: Context): Promise<readonly { number: number; validFrom: Date }[]> {
  const all = await listEditions(ctx.db, null, 10_000)
  return all.flatMap((one) => (one.valid_from === null ? [] : [{ number: one.number, validFrom: one.valid_from }]))
}

/**
 * Begins a draft as a copy of the edition in force.
 * @throws Refusal `directory.draft-open` (409) there is a draft already
 */
export async function beginDraft(ctx: Context, title: Say): Promise<number> {
  const last = inForce(await publishedEditions(ctx), ctx.now)
  try {
    return await insertDraft(ctx, title, last?.number ?? null)
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    throw refuse('conflict', 'directory.draft-open', {
      zh: '已经有一版草稿。请先发布或作废它。',
      en: 'There is a draft already. Publish it or throw it away first.',
    })
  }
}

/** The open draft, or a new one begun as `beginDraft` does. @throws Refusal `directory.draft-open` (409) when another began one just now */
export async function draftForChange(ctx: Context, title: Say): Promise<number> {
  const open = (await listEditions(ctx.db, null, 10_000)).find((one) => one.state === 'draft')
  return open?.number ?? (await beginDraft(ctx, title))
}

const noRule = (): Refusal => refuse('missing', 'directory.no-rule', { zh: '没有这条规则。', en: 'There is no such rule.' })

/**
 * Puts a rule into a draft, in the place of one that speaks of the same.
 * @throws Refusal `directory.missing`, `directory.no-rule` (404) · `directory.published` (409)
 */
export async function putRule(
  ctx: Context,
  number: number,
  rule: string,
  wanted: Omit<Entry, 'category' | 'area' | 'severity'>,
): Promise<Entry> {
  await draft(ctx, number)
  const about = readRuleId(rule)
  if (about === null) throw noRule()
  const entry: Entry = { ...about, ...wanted }
  await putEntries(ctx, number, [entry])
  await touch(ctx, number, 'directory.rulePut', rule)
  return entry
}

/** Takes a rule out of a draft. @throws Refusal `directory.missing`, `directory.no-rule` (404) · `directory.published` (409) */
export async function dropRule(ctx: Context, number: number, rule: string): Promise<void> {
  await draft(ctx, number)
  if (!(await dropEntry(ctx.db, number, rule))) throw noRule()
  await touch(ctx, number, 'directory.ruleDropped', rule)
}

/** Throws a draft away. @throws Refusal `directory.missing` (404) · `directory.published` (409) */
export async function discardDraft(ctx: Context, number: number): Promise<void> {
  await draft(ctx, number)
  await dropDraft(ctx, number)
}

function notPreviewed(): Refusal {
  return refuse('conflict', 'directory.not-previewed', {
    zh: '发布前先看看影响：近 30 天的诉求按草稿会派给谁。改过草稿要再看一次。',
    en: 'Before publishing, look at the effect: where the matters of the last 30 days would go. A changed draft is looked at again.',
  })
}

function tooEarly(date: string, ctx: Context, last: Date | undefined): Refusal | null {
  if (date >= localDate(ctx.now) && (last === undefined || date > localDate(last))) return null
  return refuse('invalid', 'directory.too-early', {
    zh: '生效日期不能早于今天，也不能早于或等于上一版的生效日期：已派出的单不改依据。',
    en: 'An edition begins today or later, and after the one before it: what has been dispatched keeps its reason.',
  })
}

/**
 * Publishes a draft from the beginning of a day (Asia/Shanghai) on, for a reason that stays with it. What is published is what was looked at
 * with its effect on past matters: a draft that was changed since is looked at again first.
 * @throws Refusal `directory.missing` (404) · `directory.published`, `directory.stale`, `directory.not-previewed` (409) · `directory.faults`, `directory.too-early` (422)
 */
export async function publishDraft(
  ctx: Context,
  number: number,
  wanted: { readonly version: number; readonly validFrom: string; readonly reason: string },
): Promise<void> {
  const found = await draft(ctx, number)
  if (found.version !== wanted.version) {
    throw refuse('conflict', 'directory.stale', {
      zh: '草稿刚被别人改过。请刷新后再发布。',
      en: 'Somebody has just changed the draft. Please reload and publish again.',
    })
  }
  if (found.previewed !== found.version) throw notPreviewed()
  const published = await publishedEditions(ctx)
  const last = published.map((one) => one.validFrom).sort((a, b) => b.getTime() - a.getTime())[0]
  const early = tooEarly(wanted.validFrom, ctx, last)
  if (early !== null) throw early
  const entries = await loadEntries(ctx.db, number)
  const faults = faultsIn(entries, await knownFor(ctx, entries))
  if (faults.length > 0) {
    const errors = faults.slice(0, 20).map((one) => ({ path: `/entries/${one.rule ?? ''}`, code: one.code, say: one.say }))
    throw refuse(
      'invalid',
      'directory.faults',
      { zh: `草稿还有 ${faults.length} 处要改，见下。`, en: `The draft has ${faults.length} faults, listed below.` },
      { errors },
    )
  }
  const midnight = new Date(`${wanted.validFrom}T00:00:00+08:00`)
  await publish(ctx, number, midnight < ctx.now && wanted.validFrom === localDate(ctx.now) ? ctx.now : midnight, wanted.reason)
  forget(ctx.city)
}

/** Writes down that a draft was looked at with its effect on past matters, in this version: now it may be published. Of a published edition nothing is written. */
export async function notePreview(ctx: Context, looked: Pick<EditionRow, 'number' | 'version' | 'state'>): Promise<void> {
  if (looked.state === 'draft') await markPreviewed(ctx, looked.number, looked.version)
}

/**
 * Writes and publishes an edition in one go, also one that began in the past: for the seed of a city and for imports, never behind a route.
 * @throws Refusal `directory.faults` (422)
 */
export async function publishEdition(ctx: Context, title: Say, entries: readonly Entry[], validFrom: Date): Promise<number> {
  const faults = faultsIn(entries, await knownFor(ctx, entries))
  const [first] = faults
  if (first !== undefined)
    throw refuse('invalid', 'directory.faults', { zh: `${first.rule ?? ''} ${first.say.zh}`, en: `${first.rule ?? ''} ${first.say.en}` })
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    const number = await insertDraft(inside, title, null)
    await putEntries(inside, number, entries)
    await publish(inside, number, validFrom, null)
    forget(ctx.city)
    return number
  })
}

function checkDays(first: string, last: string | null): void {
  if (last !== null && last < first)
    throw refuse('invalid', 'directory.dates', { zh: '结束日期早于开始日期。', en: 'The last day lies before the first.' })
}

/**
 * Keeps an agreement of two units (000-05).
 * @throws Refusal `directory.no-unit` (422) · `directory.dates` (422)
 */
export async function makeAgreement(ctx: Context, wanted: Omit<Agreement, 'id'>): Promise<Agreement> {
  checkDays(wanted.validFrom, wanted.validTo)
  for (const unit of wanted.units) {
    if (isBody(unit) || (await levelOfUnit(ctx, unit)) === null) {
      throw refuse('invalid', 'directory.no-unit', {
        zh: `没有单位「${unit}」，请重新选择。`,
        en: `There is no unit “${unit}”; please choose again.`,
      })
    }
  }
  const made: Agreement = { ...wanted, id: newId(cityRegion, ctx.now) }
  await insertAgreement(ctx, made)
  forget(ctx.city)
  return made
}

/** Ends an agreement with a day (included). @throws Refusal `directory.no-agreement` (404) · `directory.dates` (422) */
export async function finishAgreement(ctx: Context, id: string, on: string): Promise<Agreement> {
  const found = await getAgreement(ctx, id)
  checkDays(found.validFrom, on)
  await endAgreement(ctx, id, on)
  forget(ctx.city)
  return { ...found, validTo: on }
}
