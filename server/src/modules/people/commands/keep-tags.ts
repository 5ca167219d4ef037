import { auditIn } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { newId } from '#platform/ids'
import { onceIn } from '#platform/once'
import { type Refusal, refuse } from '#platform/refusal'
import { isStatutory, mayBeCalled } from '../domain/categories.ts'
import { missing, postFor, taggers } from '../domain/permit.ts'
import type { Rule } from '../domain/rule.ts'
import { personFor } from '../queries/person-page.ts'
import { categoriesOf } from '../sql/categories.ts'

/** What is wrong with what was asked. */
export const refused = (code: string, zh: string, en: string): Refusal => refuse('invalid', code, { zh, en })

/** A category in use, of this kind. @throws Refusal `people.category`, `people.category-kind` (422) */
export async function category(ctx: Context, code: number, kind: 'service' | 'statutory') {
  const found = (await categoriesOf(ctx)).find((one) => one.code === code)
  if (!found) throw refused('people.category', '没有这个类别。', 'There is no such category.')
  if (found.kind !== kind)
    throw refused(
      'people.category-kind',
      '法定事项由法定事项管理员另行登记，不和服务类别放在一起。',
      'What a statute says is kept apart from service categories, by its own post.',
    )
  return found
}

/** @throws Refusal `people.until` (422) for a last day that has passed */
export function ahead(ctx: Context, until: string): void {
  if (until <= localDate(ctx.now)) throw refused('people.until', '截止日期要在今天之后。', 'The last day must lie ahead.')
}

/**
 * Keeps a category: its names, its rule, whether it is used. @throws Refusal `people.category-forbidden` (422) for a name that marks
 * petitioning, religion, HIV or a diagnosis; `people.category-rule` (422) for a rule of a statutory one
 */
export async function keepCategory(
  ctx: Context,
  given: { readonly code: number; readonly name: string; readonly nameEn: string; readonly rule: Rule | null; readonly enabled: boolean },
): Promise<void> {
  if (!mayBeCalled(given.code, given.name, given.nameEn))
    throw refused(
      'people.category-forbidden',
      '不能有这样的类别：不给人贴这类标签（个人信息保护法第二十八条）。',
      'No such category: nobody is marked so (PIPL article 28).',
    )
  if (isStatutory(given.code) && given.rule !== null)
    throw refused(
      'people.category-rule',
      '法定事项不按规则推出，只能凭依据登记。',
      'What a statute says is never derived by a rule; it is entered with its basis.',
    )
  const sql = statement()
  const values = [
    given.code,
    given.name,
    given.nameEn,
    isStatutory(given.code) ? 'statutory' : 'service',
    given.rule === null ? null : JSON.stringify(given.rule),
    given.enabled,
  ]
  const bound = values.map((value) => sql.bind(value))
  sql.with(
    'kept',
    `insert into people.category (code, name, name_en, kind, rule, enabled) values (${bound[0]}, ${bound[1]}, ${bound[2]}, ${bound[3]}, ${bound[4]}::jsonb, ${bound[5]})
     on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, rule = excluded.rule, enabled = excluded.enabled`,
  )
  auditIn(sql, ctx, { action: 'category.kept', object: { kind: 'category', id: null }, facts: { category: String(given.code) } })
  onceIn(sql, ctx.once, 200, String(given.code), ctx.now)
  await ctx.db.query(sql.done('select 1'))
}

/** Enters a service category with evidence, until a day. @throws Refusal `people.missing` (404), `people.category-kind`, `people.until` (422) */
export async function assertTag(
  ctx: Context,
  id: string,
  given: { readonly category: number; readonly evidence: string; readonly until: string },
): Promise<void> {
  const { person } = await personFor(ctx, id)
  const post = postFor(ctx.actor, taggers, person.area).id
  const found = await category(ctx, given.category, 'service')
  ahead(ctx, given.until)
  if (person.key === null) throw missing()
  const sql = statement()
  const because = JSON.stringify([{ zh: '凭材料登记', en: 'Entered with evidence' }])
  const sealed = ctx.city.vault.seal(person.key, given.evidence, 'people.tag')
  const values = [
    person.region,
    newId(person.region, ctx.now),
    person.id,
    found.code,
    because,
    sealed,
    ctx.actor.id ?? '',
    post,
    localDate(ctx.now),
    given.until,
    ctx.now,
  ]
  const bound = values.map((value) => sql.bind(value))
  sql.with(
    'asserted',
    `insert into people.tag (region, id, person_id, category, how, because, evidence, who, post, from_on, to_on, at)
     values (${bound.slice(0, 4).join(', ')}, 'asserted', ${bound[4]}::jsonb, ${bound.slice(5).join(', ')})
     on conflict (region, person_id, category) where ended_at is null do update set how = 'asserted', because = excluded.because, evidence = excluded.evidence,
       who = excluded.who, post = excluded.post, to_on = excluded.to_on`,
  )
  auditIn(sql, ctx, { action: 'tag.asserted', object: { kind: 'subject', id: person.id }, post, facts: { category: String(found.code) } })
  onceIn(sql, ctx.once, 200, person.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
}

/** Ends a service category that was entered; a rule that still holds derives it anew. @throws Refusal `people.missing` (404) */
export async function endTag(ctx: Context, id: string, given: { readonly category: number; readonly why: string }): Promise<void> {
  const { person } = await personFor(ctx, id)
  const post = postFor(ctx.actor, taggers, person.area).id
  const sql = statement()
  const [at, why, region, child, code] = [
    ctx.now,
    JSON.stringify([{ zh: given.why, en: given.why }]),
    person.region,
    person.id,
    given.category,
  ].map((value) => sql.bind(value))
  sql.with(
    'ended',
    `update people.tag set ended_at = ${at}, ended_because = ${why}::jsonb where region = ${region} and person_id = ${child} and category = ${code} and how = 'asserted' and ended_at is null`,
  )
  auditIn(sql, ctx, { action: 'tag.ended', object: { kind: 'subject', id: person.id }, post, facts: { category: String(given.category) } })
  onceIn(sql, ctx.once, 200, person.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
}
