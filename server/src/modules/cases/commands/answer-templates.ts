import type { Context, Role } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'

/** Who keeps answers for the unit, and uses them. */
export const templateRoles: readonly Role[] = ['departmentHandler', 'departmentLead', 'communityDesk']

/** An answer that a unit keeps for matters that come often. */
export interface AnswerTemplate {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly text: string
  readonly changedAt: string
}

interface Row {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly text: string
  readonly changed_at: Date
}

const most = 200
const view = ({ id, unit, title, text, changed_at }: Row): AnswerTemplate => ({
  id,
  unit,
  title,
  text,
  changedAt: changed_at.toISOString(),
})

/** The units whose answers this person keeps. */
function unitsOf(ctx: Context): string[] {
  return [...new Set(ctx.actor.posts.filter((post) => templateRoles.includes(post.role)).map((post) => post.org))]
}

const missing = () =>
  refuse('missing', 'case.no-template', {
    zh: '没有这条常用答复，或不是您单位的。',
    en: 'There is no such answer, or it is not your unit’s.',
  })

/** The kept answers of the actor's units, by title. */
export async function answerTemplates(ctx: Context): Promise<AnswerTemplate[]> {
  const rows = await ctx.db.query<Row>({
    name: 'template.list',
    text: 'select id, unit, title, text, changed_at from cases.answer_template where unit = any($1::text[]) order by unit, title, id',
    values: [unitsOf(ctx)],
  })
  return rows.map(view)
}

/** One of them. @throws Refusal `case.no-template` (404) */
export async function answerTemplate(ctx: Context, id: string): Promise<AnswerTemplate> {
  const found = (await answerTemplates(ctx)).find((one) => one.id === id)
  if (!found) throw missing()
  return found
}

/**
 * Keeps an answer for a unit of the actor.
 * @throws Refusal `case.no-such-unit` (422), `case.too-many-templates` (409)
 */
export async function keepTemplate(
  ctx: Context,
  given: { readonly unit?: string | undefined; readonly title: string; readonly text: string },
): Promise<AnswerTemplate> {
  const own = unitsOf(ctx)
  const unit = given.unit ?? own[0] ?? ''
  if (!own.includes(unit))
    throw refuse('invalid', 'case.no-such-unit', { zh: '只能为自己的单位保存常用答复。', en: 'Answers are kept for your own unit alone.' })
  const row: Row = { id: newId(cityRegion, ctx.now), unit, title: given.title, text: given.text, changed_at: ctx.now }
  const made = await ctx.db.query({
    name: 'template.keep',
    text: `insert into cases.answer_template (id, unit, title, text, changed_at) select $1, $2, $3, $4, $5
      where (select count(*) from cases.answer_template where unit = $2) < ${most} returning id`,
    values: [row.id, row.unit, row.title, row.text, row.changed_at],
  })
  if (made.length === 0)
    throw refuse('conflict', 'case.too-many-templates', {
      zh: '您单位的常用答复已满 200 条，请先删去不用的。',
      en: 'Your unit keeps 200 answers already; remove some first.',
    })
  return view(row)
}

/** Removes one. @throws Refusal `case.no-template` (404) */
export async function removeTemplate(ctx: Context, id: string): Promise<void> {
  const { unit } = await answerTemplate(ctx, id)
  await ctx.db.query({ name: 'template.remove', text: 'delete from cases.answer_template where id = $1 and unit = $2', values: [id, unit] })
}
