import type { Context } from '../context.ts'
import { statement } from '../db.ts'
import { newId, regionOf } from '../ids.ts'
import { findSubjects, maskPhone, type NewPerson, type NewSubject, type SubjectKey, subjectsIn, subjectKeys } from '../vault.ts'

/** A text message to a phone. */
export interface Sms {
  /** Six digits; the home of the receiver when the vault does not know them yet. */
  readonly region: string
  readonly phone: string
  readonly text: string
  /** What it is for, one word such as `signInCode` or `step`: shown in the log. */
  readonly reason: string
  /** The person, when known; otherwise who has this phone in the vault, otherwise somebody new there. */
  readonly subjectId?: string
  /** What happened; the same key sends once. */
  readonly key?: string
}

interface Receiver {
  readonly id: string
  readonly key: SubjectKey | null
  readonly made: NewSubject | null
}

async function receiverOf(ctx: Context, sms: Sms, known: Map<string, SubjectKey | null>): Promise<Receiver> {
  const id = sms.subjectId ?? (await findSubjects(ctx, 'phone', sms.phone))[0]
  if (id === undefined) {
    const made = ctx.city.vault.newSubject(sms.region, ctx.now)
    return { id: made.id, key: made.key, made }
  }
  const key = known.has(id) ? known.get(id) : (await subjectKeys(ctx, [id])).get(id)
  return { id, key: key ?? null, made: null }
}

/**
 * Sends text messages, all in one statement. This city has no gateway: they are kept in the delivery log, sealed with the receiver's
 * key, and nothing leaves the house. Nothing is sent to a person who was erased. Harmless when repeated with the same `key`.
 */
export async function sendSms(ctx: Context, what: Sms | readonly Sms[]): Promise<void> {
  const list = Array.isArray(what) ? (what as readonly Sms[]) : [what as Sms]
  if (list.length === 0) return
  const named = list.flatMap((sms) => (sms.subjectId === undefined ? [] : [sms.subjectId]))
  const known = named.length > 0 ? await subjectKeys(ctx, named) : new Map<string, SubjectKey | null>()
  const sql = statement()
  const rows: Record<string, unknown>[] = []
  const people: NewPerson[] = []
  for (const sms of list) {
    const { id, key, made } = await receiverOf(ctx, sms, known)
    if (!key) continue
    if (made) people.push({ subject: made, fields: { phone: sms.phone } })
    const region = regionOf(id) ?? sms.region
    rows.push({
      region,
      id: newId(region, ctx.now),
      key: sms.key ?? null,
      channel: 'sms',
      subject_id: id,
      masked: maskPhone(sms.phone),
      reason: sms.reason,
      sealed: `\\x${ctx.city.vault.seal(key, sms.text, 'notify.sms').toString('hex')}`,
      state: 'kept',
      at: ctx.now,
    })
  }
  if (rows.length === 0) return
  subjectsIn(sql, ctx.city.vault, people)
  const bound = sql.bind(JSON.stringify(rows))
  sql.with(
    'delivered',
    `insert into notify.delivery select * from jsonb_populate_recordset(null::notify.delivery, ${bound}::jsonb) on conflict on constraint delivery_once do nothing`,
  )
  await ctx.db.query(sql.done('select 1'))
}

export interface DeliveryRow {
  readonly id: string
  readonly channel: string
  readonly masked: string
  readonly reason: string
  readonly state: string
  readonly at: Date
  readonly subject_id: string
  readonly sealed: Buffer | null
}

/** One page of the delivery log, newest first. */
export async function deliveryPage(ctx: Context, after: string | null, limit: number): Promise<DeliveryRow[]> {
  return ctx.db.query<DeliveryRow>({
    name: 'notify.deliveries',
    text: `select id, channel, masked, reason, state, at, subject_id, sealed from notify.delivery
      where $1::uuid is null or id < $1 order by id desc limit $2`,
    values: [after, limit],
  })
}

/** The words of deliveries, opened: only for the demonstration, whose people are invented. */
export async function textsOf(ctx: Context, rows: readonly DeliveryRow[]): Promise<Map<string, string>> {
  const keys = await subjectKeys(ctx, [...new Set(rows.map((row) => row.subject_id))])
  const texts = new Map<string, string>()
  for (const row of rows) {
    const text = ctx.city.vault.open(keys.get(row.subject_id) ?? null, row.sealed, 'notify.sms')
    if (text !== null) texts.set(row.id, text)
  }
  return texts
}
