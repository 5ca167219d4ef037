import { auditIn } from '../audit/entry.ts'
import type { Context } from '../context.ts'
import { statement } from '../db.ts'
import { newId, regionOf } from '../ids.ts'
import { refuse, type Say } from '../refusal.ts'
import { type Field, readFields } from './subject.ts'

/** What somebody's data may be shown for; nothing else is a reason. PIPL articles 6 and 13. */
export const PURPOSES = {
  handle: { zh: '办理诉求', en: 'To handle the matter' },
  callback: { zh: '回访', en: 'To call back' },
  verify: { zh: '核实身份', en: 'To verify who it is' },
  emergency: { zh: '紧急联络', en: 'To reach the person in an emergency' },
} as const satisfies Record<string, Say>
export type Purpose = keyof typeof PURPOSES

export const FIELD_SAY: Record<Field, Say> = {
  phone: { zh: '电话', en: 'Phone' },
  name: { zh: '姓名', en: 'Name' },
  idNumber: { zh: '身份证号', en: 'Identity number' },
  address: { zh: '住址', en: 'Address' },
  totp: { zh: '动态口令', en: 'One-time password' },
}

export const isPurpose = (text: string): text is Purpose => Object.hasOwn(PURPOSES, text)

/** What is shown may be any of these; the secret of a second factor is shown to nobody. */
export type Shown = Exclude<Field, 'totp'>

/**
 * Shows one field of a person in the clear and leaves two traces that nobody can avoid: a look that the person reads,
 * and an audit row. Whether this actor may see this person is the caller's question. Null if the field is not known or
 * the person was erased; nothing was shown then, and no look is written.
 * @throws vault.purpose if the purpose is not one of `PURPOSES`
 */
export async function revealField(
  ctx: Context,
  subjectId: string,
  field: Shown,
  purpose: string,
  post: string | null,
): Promise<string | null> {
  if (!isPurpose(purpose)) {
    throw refuse('invalid', 'vault.purpose', {
      zh: '查看个人信息必须说明用途：办理诉求、回访、核实身份或紧急联络。',
      en: 'Personal data is shown only for a stated purpose: handling the matter, calling back, verifying, or an emergency.',
    })
  }
  const value = (await readFields(ctx, [subjectId])).get(subjectId)?.[field] ?? null
  if (value === null) return null
  const region = regionOf(subjectId) ?? ''
  const sql = statement()
  const values = [region, newId(region, ctx.now), subjectId, ctx.actor.id ?? ctx.actor.kind, post, field, purpose, ctx.now]
  sql.with(
    'look',
    `insert into vault.look (region, id, subject_id, who, post, field, purpose, at) values (${values.map((one) => sql.bind(one)).join(', ')})`,
  )
  auditIn(sql, ctx, { action: 'subject.revealed', object: { kind: 'subject', id: subjectId }, post, facts: { field, purpose } })
  await ctx.db.query(sql.done('select 1'))
  return value
}

/** One showing of a person's data. `who` is an account, `post` the post it acted on. */
export interface Look {
  readonly id: string
  readonly at: Date
  readonly who: string
  readonly post: string | null
  readonly field: Shown
  readonly purpose: Purpose
}

/** Who looked at a person's data, newest first, `limit` rows older than `after`. */
export async function whoLooked(ctx: Context, subjectId: string, page: { after?: string | undefined; limit: number }): Promise<Look[]> {
  return ctx.db.query<Look>({
    name: 'vault.looks',
    text: `select id, at, who, post, field, purpose from vault.look
      where region = $1 and subject_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    values: [regionOf(subjectId), subjectId, page.after ?? null, page.limit],
  })
}
