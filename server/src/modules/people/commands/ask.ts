import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import { readFields, revealField } from '#platform/vault'
import { Plan, record } from '#mechanisms/flow'
import type { PersonRequest, RequestKind } from '../domain/request-flow.ts'
import { type SealedField, sealedFields } from '../domain/person.ts'
import { personFor } from '../queries/person-page.ts'
import { requestKind, settingsOf } from '../settings.ts'
import type { PersonWithKey } from '../sql/persons.ts'
import { personOfAccount } from './verify-me.ts'

interface Asking {
  readonly kind: RequestKind
  readonly field: SealedField | null
  readonly words: string
  readonly post: string | null
}

async function make(ctx: Context, person: PersonWithKey, { kind, field, words, post }: Asking): Promise<string> {
  const settings = await settingsOf(ctx)
  const plan = new Plan({ now: ctx.now, actor: ctx.actor, settings: settings() }, settings, person.key)
  const noun: PersonRequest = {
    region: person.region,
    id: newId(person.region, ctx.now),
    version: 1,
    state: 'asked',
    area: person.area,
    clocks: [],
    tick_at: null,
    due_at: null,
    person_id: person.id,
    kind,
    field,
    account: ctx.actor.id ?? ctx.actor.kind,
    post,
    made_at: ctx.now,
  }
  plan.make(requestKind, noun, kind, post, { words: { words } })
  await record(ctx, plan, { status: 201, made: noun.id })
  return noun.id
}

export function notLinked(): Refusal {
  return refuse('conflict', 'people.not-linked', {
    zh: '请先核对身份，再看自己的人口信息。',
    en: 'Please verify who you are first; then you see what the register holds about you.',
  })
}

/**
 * A person asks for a correction, a copy or a deletion of their own data; it waits for the keeper with a clock of 15 working days.
 * @throws Refusal `people.not-linked` (409). PIPL articles 44–47
 */
export async function askForMyself(
  ctx: Context,
  asked: { readonly kind: Exclude<RequestKind, 'breakGlass'>; readonly field?: SealedField | undefined; readonly words: string },
): Promise<string> {
  const person = await personOfAccount(ctx)
  if (!person) throw notLinked()
  return make(ctx, person, { kind: asked.kind, field: asked.field ?? null, words: asked.words, post: null })
}

/**
 * Opens a person in an emergency: everything in the clear, whatever the hour's allowance or the person's age, with a reason that the auditor
 * reviews within a working day. Each field leaves a look that the person reads. @throws Refusal `people.missing` (404)
 */
export async function breakGlass(
  ctx: Context,
  id: string,
  reason: string,
): Promise<{ fields: Partial<Record<SealedField, string>>; request: string }> {
  const { person, post } = await personFor(ctx, id)
  const request = await make(ctx, person, { kind: 'breakGlass', field: null, words: reason, post })
  const after = { ...ctx, once: null }
  const known = (await readFields(after, [person.id])).get(person.id) ?? {}
  const fields: Partial<Record<SealedField, string>> = {}
  for (const field of sealedFields) {
    if (known[field] === undefined) continue
    const value = await revealField(after, person.id, field, 'breakGlass', post)
    if (value !== null) fields[field] = value
  }
  return { fields, request }
}
