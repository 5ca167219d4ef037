import { localDate } from '#platform/calendar'
import { type Context, holds } from '#platform/context'
import { newId, regionOf } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import { type Moving, move, type Plan } from '#mechanisms/flow'
import { names, readNumber } from '../domain/number.ts'
import { keepers, postsIn } from '../domain/permit.ts'
import { isSealed, type FieldName, type SealedField } from '../domain/person.ts'
import type { PersonRequest } from '../domain/request-flow.ts'
import type { Source } from '../domain/sources.ts'
import { requestKind, settingsOf } from '../settings.ts'
import { loadPersons, type PersonWithKey, recordSeal, type RecordRow, recordsOf } from '../sql/persons.ts'
import { allSources } from '../sql/sources.ts'
import { insertIn, recordColumns } from '../sql/write.ts'
import { openRecords, type OpenRecord, regroupIn } from './regroup.ts'
import { touched } from './touched.ts'

export interface RequestMatter {
  readonly noun: PersonRequest
  readonly key: PersonWithKey['key']
  readonly person: PersonWithKey
}

export function missingRequest(): Refusal {
  return refuse('missing', 'people.request', { zh: '没有这一条，或不归您办。', en: 'There is no such request, or it is not yours.' })
}

/** Whether this actor answers or reviews it: the keeper what persons ask, the auditor what was opened. */
function mayHold({ actor }: Context, noun: PersonRequest): boolean {
  if (actor.kind === 'system') return true
  return holds(actor, noun.kind === 'breakGlass' ? ['auditAdmin'] : keepers, noun.area) !== null
}

/** What was asked, as this actor may see it. @throws Refusal `people.request` (404) */
export async function loadRequest(ctx: Context, id: string): Promise<RequestMatter> {
  const [noun] = await ctx.db.query<PersonRequest>({
    name: 'people.request',
    text: `select ${requestKind.columns.join(', ')} from people.request where region = $1 and id = $2`,
    values: [regionOf(id), id],
  })
  if (!noun || !mayHold(ctx, noun)) throw missingRequest()
  const [person] = await loadPersons(ctx, [noun.person_id])
  if (!person) throw missingRequest()
  return { noun, person, key: person.key }
}

function unsound(field: FieldName): Refusal {
  return refuse('invalid', 'people.correction', {
    zh: field === 'idNumber' ? '更正后的身份证号不对，请核对。' : '请填写更正后的内容。',
    en: field === 'idNumber' ? 'The corrected number is no identity number.' : 'Please fill in the corrected value.',
  })
}

interface Correcting {
  readonly words: string
  readonly value?: string
  readonly records: readonly RecordRow[]
  readonly sources: ReadonlyMap<string, Source>
}

function correctedRow(ctx: Context, person: PersonWithKey, field: SealedField, value: string): OpenRecord {
  const today = localDate(ctx.now)
  const number = field === 'idNumber' ? readNumber(value, today) : null
  if (number !== null && !names(number.state)) throw unsound(field)
  const row: RecordRow = {
    region: person.region,
    id: newId(person.region, ctx.now),
    person_id: person.id,
    first_person: person.id,
    source: 'person',
    run: null,
    replaced: false,
    as_of: today,
    received_at: ctx.now,
    area: person.area,
    placed: false,
    sealed: Buffer.alloc(0),
    number_state: number?.state ?? 'none',
    born: number?.born ?? null,
    sex: number?.sex ?? null,
    ethnicity: null,
    household_id: null,
    relation: null,
    benefit: null,
    level: null,
    valid_from: null,
    valid_to: null,
    matched: 'person',
    score: null,
    reasons: [],
  }
  return { row, written: { [field]: number?.number ?? value } }
}

/** A correction is a record of its own, from the person, verified: chosen like any other, and explained like any other. */
function correct(plan: Plan, ctx: Context, { noun, person }: RequestMatter, { words, value = '', records, sources }: Correcting): void {
  const field = noun.field as FieldName | null
  if (noun.kind !== 'correction' || field === null || !isSealed(field)) return
  if (value === '') throw unsound(field)
  const { key } = person
  if (key === null) throw missingRequest()
  const made = correctedRow(ctx, person, field, value)
  const open = [...openRecords(ctx, [person], records), made]
  const post = postsIn(plan.moment.actor, keepers)[0]?.id ?? null
  plan.told.push(touched([person.id]))
  plan.parts.push((sql) => {
    const sealed = ctx.city.vault.seal(key, JSON.stringify(made.written), recordSeal)
    const mark = ctx.city.vault.digest('people.record', `person\0${noun.id}`)
    insertIn(sql, 'corrected_record', 'people.record', recordColumns, [{ ...made.row, key: mark, thread: null, sealed }])
    regroupIn(sql, ctx, [{ person, key, records: open }], new Set(), sources, { kind: 'corrected', post, reason: words })
  })
}

/** How a request is loaded, and what granting it leads to; a deletion is done by who hears of it. */
export const movingRequest = (ctx: Context): Moving<PersonRequest, RequestMatter> => ({
  kind: requestKind,
  load: loadRequest,
  settings: settingsOf,
  prepare: async (now, { noun, person }, name) =>
    name === 'answer' && noun.kind === 'correction' ? { records: await recordsOf(now, [person.id]), sources: await allSources(now) } : {},
  consequences: { answer: (plan, matter, input) => correct(plan, ctx, matter, input as Correcting) },
})

/** Answers, declines or reviews. @throws Refusal `people.request` (404), `people.correction` (422), and as `decide` */
export function moveRequest(ctx: Context, id: string, name: string, input: unknown, version?: number): Promise<PersonRequest> {
  return move(ctx, movingRequest(ctx), id, name, input, version)
}
