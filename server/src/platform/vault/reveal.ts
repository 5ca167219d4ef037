import { auditIn } from '../audit/entry.ts'
import type { Context } from '../context.ts'
import { type Statement, statement } from '../db.ts'
import { newId, regionOf } from '../ids.ts'
import { refuse, type Say } from '../refusal.ts'
import { type Field, readFields } from './subject.ts'

/** What somebody's data may be shown for; nothing else is a reason. PIPL articles 6 and 13. */
export const PURPOSES = {
  handle: { zh: '办理诉求', en: 'To handle the matter' },
  callback: { zh: '回访', en: 'To call back' },
  verify: { zh: '核实身份', en: 'To verify who it is' },
  emergency: { zh: '紧急联络', en: 'To reach the person in an emergency' },
  visit: { zh: '走访服务', en: 'To visit and help' },
  entitlement: { zh: '核对待遇', en: 'To check entitlements' },
  registerCheck: { zh: '核对登记', en: 'To check the register' },
  breakGlass: { zh: '紧急调阅', en: 'Opened in an emergency, reviewed afterwards' },
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

/** What a look is at: one field in the clear, or a person's page, masked. */
export type Looked = Shown | 'page'

export const LOOKED_SAY: Record<Looked, Say> = { ...FIELD_SAY, page: { zh: '个人页（遮盖）', en: 'The person’s page, masked' } }

/** What somebody looks at, by which post and what for. */
export interface Looking {
  readonly field: Looked
  readonly purpose: Purpose
  readonly post: string | null
}

/** A page that is opened again within this time is one look, ms. */
const sameLook = 3_600_000

function earlierPage(sql: Statement, region: string, subjectId: string, who: string, purpose: Purpose, now: Date): string {
  const [home, subject, account, what, since] = [region, subjectId, who, purpose, new Date(now.getTime() - sameLook)].map((one) =>
    sql.bind(one),
  )
  return `select 1 from vault.look where region = ${home} and subject_id = ${subject} and who = ${account} and field = 'page' and purpose = ${what} and at > ${since}`
}

/** Adds one look to the statement that shows (CTE `look`). The same page, opened again by the same account for the same purpose within an hour, is one look. */
export function lookIn(sql: Statement, ctx: Context, subjectId: string, { field, purpose, post }: Looking): void {
  const region = regionOf(subjectId) ?? ''
  const who = ctx.actor.id ?? ctx.actor.kind
  const types = ['text', 'uuid', 'uuid', 'text', 'text', 'text', 'text', 'timestamptz']
  const values = [region, newId(region, ctx.now), subjectId, who, post, field, purpose, ctx.now]
    .map((one, at) => `${sql.bind(one)}::${types[at]}`)
    .join(', ')
  const again = field === 'page' ? ` where not exists (${earlierPage(sql, region, subjectId, who, purpose, ctx.now)})` : ''
  sql.with('look', `insert into vault.look (region, id, subject_id, who, post, field, purpose, at) select ${values}${again}`)
}

/** Adds to the statement that a subject (behind an account, its identity verified) is the same person as another (in a register). */
export function samePersonIn(sql: Statement, ctx: Context, subjectId: string, other: string): void {
  const values = [regionOf(subjectId), subjectId, regionOf(other), other, ctx.now].map((one) => sql.bind(one))
  sql.with(
    'same_person',
    `insert into vault.same_person (region, subject_id, other_region, other_id, at) values (${values.join(', ')}) on conflict do nothing`,
  )
}

/** Adds to the statement that who was the same person as `from` is the same as `to` too: the two were found to be one. */
export function samePersonFollowsIn(sql: Statement, ctx: Context, from: string, to: string): void {
  const [home, other, at, before] = [regionOf(to), to, ctx.now, from].map((one) => sql.bind(one))
  sql.with(
    'same_person_follows',
    `insert into vault.same_person (region, subject_id, other_region, other_id, at) select region, subject_id, ${home}, ${other}, ${at}
     from vault.same_person where other_id = ${before} on conflict do nothing`,
  )
}

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
      zh: '查看个人信息必须从列出的用途里选一个。',
      en: 'Personal data is shown only for one of the listed purposes.',
    })
  }
  const value = (await readFields(ctx, [subjectId])).get(subjectId)?.[field] ?? null
  if (value === null) return null
  const sql = statement()
  lookIn(sql, ctx, subjectId, { field, purpose, post })
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
  readonly field: Looked
  readonly purpose: Purpose
}

/** Who looked at a person's data, under this id or one that is the same person's, newest first, `limit` rows older than `after`. */
export async function whoLooked(ctx: Context, subjectId: string, page: { after?: string | undefined; limit: number }): Promise<Look[]> {
  return ctx.db.query<Look>({
    name: 'vault.looks',
    text: `with mine as (select $1::text as region, $2::uuid as id
        union select other_region, other_id from vault.same_person where region = $1 and subject_id = $2)
      select l.id, l.at, l.who, l.post, l.field, l.purpose from mine cross join lateral (
        select * from vault.look k where k.region = mine.region and k.subject_id = mine.id and ($3::uuid is null or k.id < $3)
        order by k.id desc limit $4) l order by l.id desc limit $4`,
    values: [regionOf(subjectId), subjectId, page.after ?? null, page.limit],
  })
}
