import type { Context } from '#platform/context'
import { brokenConstraint, type Statement } from '#platform/db'
import { attachPhotosIn, checkAttachable } from '#platform/files'
import { newId } from '#platform/ids'
import { maskFreeText, type NewSubject, subjectKey, type SubjectKey } from '#platform/vault'
import { Plan, record } from '#mechanisms/flow'
import { categoryFor } from '#modules/catalogue'
import type { Case, Channel, Severity } from '../domain/case.ts'
import { titleOf, untouched } from '../domain/case.ts'
import { gramsOf } from '../domain/grams.ts'
import { readNumber } from '../domain/number.ts'
import { type Place, placed } from '../place.ts'
import { codeHash, last4Hash, printedCode } from '../secret.ts'
import { settingsOf } from '../settings.ts'
import { caseKind } from '../sql/kinds.ts'
import { drawNumber } from './draw-number.ts'

/** What somebody reports, whatever the channel. */
export interface Report {
  readonly channel: Channel
  readonly text: string
  readonly category?: string | undefined
  readonly severity?: Severity | undefined
  readonly place?:
    | {
        readonly lon: number
        readonly lat: number
        readonly source: 'wgs84' | 'gcj02' | 'bd09'
        readonly words?: string | undefined
        readonly area?: string | undefined
      }
    | null
    | undefined
  readonly address?: string | undefined
  /** Area chosen by hand when there is no point. */
  readonly area?: string | undefined
  readonly photos?: readonly string[] | undefined
  readonly reporter?: { readonly name?: string | undefined; readonly phone?: string | undefined } | undefined
  readonly anonymous?: boolean | undefined
  readonly proxy?: { readonly name: string; readonly phone: string; readonly relation: string } | undefined
  /** A clerk took it in: it is registered already. */
  readonly registered?: boolean
  readonly origin?: { readonly system: string; readonly id: string } | undefined
  /** The number of the matter that the reporter says is the same; what names none is left out, a report is never held up by it. */
  readonly sameAs?: string | undefined
}

/** The person the words are about: the account's own, or a new one in the vault. */
interface Person {
  readonly region: string
  readonly id: string
  readonly key: SubjectKey
  readonly made: NewSubject | null
}

async function personOf(ctx: Context, region: string, report: Report): Promise<Person> {
  const own = ctx.actor.kind === 'resident' && !report.anonymous ? ctx.actor.subjectId : null
  const key = own ? await subjectKey(ctx, own) : null
  if (own && key) return { region: '000000', id: own, key, made: null }
  const made = ctx.city.vault.newSubject(region, ctx.now)
  return { region, id: made.id, key: made.key, made }
}

function accountOf(ctx: Context, report: Report): string | null {
  return ctx.actor.kind === 'resident' && !report.anonymous ? ctx.actor.id : null
}

function pointOf({ lon, lat, datum }: Place): Pick<Case, 'lon' | 'lat' | 'datum'> {
  return { lon, lat, datum }
}

/** A number of this county, as it is written. */
function saidSame(typed: string | undefined, region: string): string | null {
  const number = typed === undefined ? null : readNumber(typed)
  return number?.startsWith(region) ? number : null
}

/** The case as it is born; `number` may collide and is drawn again then. */
function born(ctx: Context, report: Report, place: Place, person: Person, category: Awaited<ReturnType<typeof categoryFor>>): Case {
  const id = newId(place.region, ctx.now)
  const { vault } = ctx.city
  const masked = maskFreeText(report.text.trim())
  const words = place.words === null ? null : maskFreeText(place.words).masked
  const number = drawNumber(place.region, ctx.now)
  const phone = report.anonymous ? undefined : report.reporter?.phone
  return {
    ...untouched,
    region: place.region,
    id,
    state: report.registered ? 'registered' : 'submitted',
    area: place.area,
    number,
    channel: report.channel,
    title: titleOf(masked.masked),
    text: masked.masked,
    text_sealed: masked.found > 0 ? vault.seal(person.key, report.text.trim(), 'case.text') : null,
    grams: gramsOf(masked.masked, words),
    category: category.code,
    severity: report.severity ?? category.severity,
    emergency: category.emergency,
    ...pointOf(place),
    place_words: words,
    photos: report.photos ?? [],
    subject_region: person.region,
    subject_id: person.id,
    reporter_account: accountOf(ctx, report),
    has_phone: phone !== undefined,
    anonymous: report.anonymous ?? false,
    code_hash: codeHash(vault, printedCode(vault, id)),
    last4_hash: phone === undefined ? null : last4Hash(vault, number, phone.slice(-4)),
    reported_at: ctx.now.toISOString(),
    origin: report.origin?.system ?? null,
    origin_id: report.origin?.id ?? null,
    said_same: saidSame(report.sameAs, place.region),
  }
}

/** A report worked out but not yet written: who, where, what; import and demonstration write many at once. */
export interface Draft {
  readonly noun: Case
  readonly person: Person
  readonly report: Report
}

/**
 * Works a report out: place, category, person, number. Writes nothing.
 * @throws Refusal `case.outside-city` (422), `case.no-place` (422), `catalogue.unknown` (422)
 */
export async function draftCase(ctx: Context, report: Report): Promise<Draft> {
  const place = await placed(ctx, report)
  const category = await categoryFor(ctx, report.category, report.text)
  const person = await personOf(ctx, place.region, report)
  return { noun: born(ctx, report, place, person, category), person, report }
}

/** An empty plan for a new case, with the person and the photos that are written beside it. */
export async function planFor(ctx: Context, { noun, person, report }: Draft, photos: readonly string[]): Promise<Plan> {
  const settings = await settingsOf(ctx)
  await checkAttachable(ctx, photos)
  const plan = new Plan({ now: ctx.now, actor: ctx.actor, settings: settings(noun) }, settings, person.key)
  const { made } = person
  const { name, phone } = report.anonymous ? {} : (report.reporter ?? {})
  if (made) plan.people.push({ subject: made, fields: { ...(name && { name }), ...(phone && { phone }) } })
  if (photos.length > 0) plan.parts.push((sql) => attachPhotosIn(sql, ctx.actor, 'case', noun.id, photos))
  return plan
}

/** Puts the birth of a case into its plan. */
export function reportIn(ctx: Context, plan: Plan, { noun, report }: Draft): void {
  const post = ctx.actor.kind === 'staff' ? (ctx.actor.posts[0]?.id ?? null) : report.channel === 'device' ? 'system' : 'reporter'
  const { proxy } = report
  const words: Record<string, string> = proxy ? { proxy: `${proxy.name} (${proxy.relation}) ${proxy.phone}` } : {}
  plan.make(caseKind, noun, 'report', post, { facts: { channel: report.channel, category: noun.category }, words })
}

/** What another module writes beside a new case, in its statement. */
export type Beside = (sql: Statement, made: Pick<Case, 'region' | 'id'>, prefix: string) => void

/**
 * 上报: takes in one matter in one statement: case, person, first promise, worklist, trace, what is told, idempotency key, and what is written beside it.
 * Inventory 002-70, 002-72, 004-11, 001-56.
 */
export async function reportCase(ctx: Context, report: Report, beside?: Beside): Promise<Case> {
  for (let attempt = 1; ; attempt++) {
    const draft = await draftCase(ctx, report)
    const plan = await planFor(ctx, draft, draft.noun.photos)
    reportIn(ctx, plan, draft)
    if (beside) plan.parts.push((sql, _ctx, prefix) => beside(sql, draft.noun, prefix))
    try {
      await record(ctx, plan, { status: 201, made: draft.noun.id })
      return plan.current(draft.noun)
    } catch (error) {
      if (brokenConstraint(error) !== 'case_number' || attempt >= 30) throw error
    }
  }
}
