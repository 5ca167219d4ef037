import { type Context, holds, systemActor } from '#platform/context'
import { refuse } from '#platform/refusal'
import { attachPhotosIn, checkAttachable, releasePhotosIn } from '#platform/files'
import { type Moving, move, type Plan } from '#mechanisms/flow'
import { pickCategory } from '#modules/catalogue'
import { checkDispatch, checkReturn, type DispatchFacts, suggestDispatch } from '#modules/directory'
import { unitOf } from '#modules/orgs'
import type { Case, Severity } from '../domain/case.ts'
import { living } from '../domain/case-life.ts'
import type { CaseMatter, OrderMatter } from '../domain/moves/matter.ts'
import { readNumber } from '../domain/number.ts'
import type { Order } from '../domain/order.ts'
import type { Suggested } from '../domain/reason.ts'
import { settingsOf } from '../settings.ts'
import { caseKind, orderKind } from '../sql/kinds.ts'
import { suggestedBy } from '../suggested.ts'
import { precedentTo, type Ruling } from './keep-precedent.ts'
import { mainOf } from '../queries/joined.ts'
import { findByNumber, loadCase, loadOrder } from '../sql/store.ts'
import { caseFollows, orderFollows } from './consequences.ts'

interface Typed {
  readonly category?: string
  readonly severity?: Severity
  readonly lead?: string
  readonly unit?: string
  readonly support?: readonly string[]
  readonly photos?: readonly string[]
  readonly released?: boolean
  readonly into?: string
  readonly because?: string
}

/** A community desk hands matters to its own area's bodies; everything else is the dispatcher's. */
async function checkDesk(ctx: Context, matter: CaseMatter, unit: string): Promise<void> {
  if (holds(ctx.actor, ['dispatcher'], matter.noun.area)) return
  const { kind } = await unitOf(ctx, unit)
  if (['community', 'propertyCompany', 'homeownersCommittee', 'propertyManagementCommittee', 'utility'].includes(kind)) return
  throw refuse('forbidden', 'case.needs-dispatcher', {
    zh: '派给部门要由调度员来派。请先「受理」，调度员会接着派单。',
    en: 'Only the dispatcher sends matters to departments. Accept it; the dispatcher goes on.',
  })
}

/** What the directory says now, as the trace keeps it. */
async function suggestedFor(ctx: Context, about: DispatchFacts): Promise<Suggested> {
  return suggestedBy(await suggestDispatch(ctx, about))
}

/** Who sends a matter elsewhere than the directory says why (002-74): so that the directory can learn from it. */
async function checkOverride(ctx: Context, suggested: Suggested, typed: Typed): Promise<void> {
  if (suggested.lead === null || suggested.lead === typed.lead || typed.because !== undefined) return
  const { name, nameEn } = await unitOf(ctx, suggested.lead)
  throw refuse('invalid', 'case.override-reason', {
    zh: `派单目录建议派给${name}。要派给别的单位，请选一个理由。`,
    en: `The directory suggests ${nameEn || name}. To send it elsewhere, please choose why.`,
  })
}

/** Checks what the move names: category, units, the case that another is merged into. */
async function prepareCase(ctx: Context, matter: CaseMatter, name: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
  const typed = (input ?? {}) as Typed
  await checkPhotos(ctx, typed)
  if (typeof typed.category === 'string') await pickCategory(ctx, typed.category)
  if (name === 'merge') return { main: await mergeTarget(ctx, matter, typed) }
  if (matter.noun.continued_in !== null) return togetherWith(ctx, matter, name)
  if (name !== 'dispatch' && name !== 'addOrder') return {}
  const { category, severity, area } = matter.noun
  const about = { category: typed.category ?? category, severity: typed.severity ?? severity, area }
  for (const unit of [typed.lead, typed.unit, ...(Array.isArray(typed.support) ? typed.support : [])]) {
    if (typeof unit !== 'string') continue
    await unitOf(ctx, unit)
    if (unit === typed.lead) await checkDesk(ctx, matter, unit)
    await checkDispatch(ctx, { ...about, unit })
  }
  const suggested = await suggestedFor(ctx, about)
  if (name === 'dispatch') await checkOverride(ctx, suggested, typed)
  return { suggested }
}

async function checkPhotos(ctx: Context, typed: Typed): Promise<void> {
  if (Array.isArray(typed.photos))
    await checkAttachable(
      ctx,
      typed.photos.filter((id): id is string => typeof id === 'string'),
    )
}

/** What moves of a merged report need of the matter in which it is handled. */
async function togetherWith(ctx: Context, matter: CaseMatter, name: string): Promise<Readonly<Record<string, unknown>>> {
  const { continued_in } = matter.noun
  if (name === 'split' && continued_in !== null) return { into: await loadCase({ ...ctx, actor: systemActor('cases') }, continued_in) }
  return ['say', 'callBack', 'reopen', 'decideReopen', 'verify', 'addWords'].includes(name) ? { main: await mainOf(ctx, matter) } : {}
}

function checkTarget(matter: CaseMatter, { noun }: CaseMatter): void {
  if (noun.id === matter.noun.id)
    throw refuse('invalid', 'case.merge-itself', { zh: '不能并入自己。', en: 'It cannot be merged into itself.' })
  if (['callback', 'verifying', 'reopenRequested'].includes(noun.state))
    throw refuse('conflict', 'case.target-answered', {
      zh: '那件事已经有答复，不能再并入；没解决的话会重办。',
      en: 'That matter has an answer already; nothing is merged into it any more.',
    })
  if (!(living as readonly string[]).includes(noun.state))
    throw refuse('conflict', 'case.target-closed', {
      zh: '那件事已经办结，不能再并入。',
      en: 'That matter is closed; nothing is merged into it any more.',
    })
}

/** The matter that the number names, or the last of its chain when that is merged itself. */
async function mergeTarget(ctx: Context, matter: CaseMatter, typed: Typed): Promise<CaseMatter> {
  const number = readNumber(String(typed.into ?? ''))
  if (number && number.slice(0, 6) !== matter.noun.region)
    throw refuse('invalid', 'case.other-county', {
      zh: '那件事在别的县区，不能并案；可以转过去。',
      en: 'That matter lies in another county; it cannot be merged, but transferred.',
    })
  const id = number && (await findByNumber(ctx, number))
  if (!id)
    throw refuse('invalid', 'case.no-such-number', {
      zh: '没有这个编号的诉求，请核对。',
      en: 'There is no matter with this number; please check it.',
    })
  const main = await mainOf(ctx, await loadCase(ctx, id))
  checkTarget(matter, main)
  return main
}

async function prepareOrder(ctx: Context, matter: OrderMatter, name: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
  const typed = (input ?? {}) as Typed
  const { unit } = typed
  const about = { category: matter.whole.noun.category, area: matter.noun.area, severity: matter.whole.noun.severity }
  await checkPhotos(ctx, typed)
  if (name === 'return') await checkReturn(ctx, { ...about, unit: matter.noun.unit })
  if ((name !== 'answerReturn' && name !== 'rule') || typeof unit !== 'string') return {}
  await unitOf(ctx, unit)
  await checkDispatch(ctx, { ...about, unit })
  return { suggested: await suggestedFor(ctx, about) }
}

function photosTo(plan: Plan, caseId: string, input: unknown): void {
  const { photos } = (input ?? {}) as Typed
  if (photos && photos.length > 0) plan.parts.push((sql, ctx) => attachPhotosIn(sql, ctx.actor, 'case', caseId, photos))
}

/** What the reporter releases is what the reporter took; evidence of the units is not theirs to show. */
function releaseTo(plan: Plan, noun: Case, input: unknown): void {
  const { released } = (input ?? {}) as Typed
  if (released !== undefined) plan.parts.push((sql) => releasePhotosIn(sql, noun.id, noun.photos, released))
}

export const movingCase: Moving<Case, CaseMatter> = {
  kind: caseKind,
  load: loadCase,
  settings: settingsOf,
  prepare: prepareCase,
  consequences: caseFollows,
  also(plan, matter, input) {
    photosTo(plan, matter.noun.id, input)
    releaseTo(plan, matter.noun, input)
  },
}

export const movingOrder: Moving<Order, OrderMatter> = {
  kind: orderKind,
  load: loadOrder,
  settings: settingsOf,
  prepare: prepareOrder,
  consequences: orderFollows,
  also(plan, matter, input) {
    photosTo(plan, matter.whole.noun.id, input)
    if (plan.traces.some((trace) => trace.noun_id === matter.noun.id && trace.move === 'rule')) precedentTo(plan, matter, input as Ruling)
  },
}

/**
 * Moves a case. Inventory: every row of CASE that is a move.
 * @throws Refusal as `decide`, `case.missing` (404), `case.needs-dispatcher` (403), `directory.department-matter`, `case.override-reason` (422)
 */
export async function moveCase(ctx: Context, id: string, name: string, input: unknown, version?: number): Promise<Case> {
  return move(ctx, movingCase, id, name, input, version)
}

/** Moves a work order; its case follows in the same statement. */
export async function moveOrder(ctx: Context, id: string, name: string, input: unknown, version?: number): Promise<Order> {
  return move(ctx, movingOrder, id, name, input, version)
}
