import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import type { Plan } from '#mechanisms/flow'
import type { Case } from '../domain/case.ts'
import { monthOf, plainText } from '../domain/flags.ts'
import type { CaseMatter, OrderMatter } from '../domain/moves/matter.ts'

/** What one move adds to a unit's month. `text` is hashed before it is written. */
interface Mark {
  readonly kind: 'answers' | 'day' | 'text' | 'photos' | 'rated' | 'happy' | 'reopened'
  readonly key: string
  readonly noun: Pick<Case, 'region' | 'id' | 'area'>
  readonly unit: string
  readonly at: Date
}

const gathered = new WeakMap<Plan, Mark[]>()

function rowOf(ctx: Context, mark: Mark): object {
  const { region, id, area } = mark.noun
  const key = mark.kind === 'text' ? ctx.city.vault.digest('case.answer-text', mark.key).toString('hex').slice(0, 16) : mark.key
  return {
    region,
    id: newId(region, mark.at),
    month: monthOf(mark.at).month,
    area: area.slice(0, 12),
    unit: mark.unit,
    kind: mark.kind,
    key,
    case_id: id,
  }
}

/** One part of the statement for all marks of a plan, however long the life is that it writes. */
function marksOf(plan: Plan): Mark[] {
  const known = gathered.get(plan)
  if (known) return known
  const marks: Mark[] = []
  gathered.set(plan, marks)
  plan.parts.push((sql, ctx, prefix) => {
    const rows = sql.bind(JSON.stringify(marks.map((mark) => rowOf(ctx, mark))))
    sql.with(`${prefix}marked`, `insert into cases.unit_mark select * from jsonb_populate_recordset(null::cases.unit_mark, ${rows}::jsonb)`)
  })
  return marks
}

/** A unit has answered. */
export function markAnswer(
  plan: Plan,
  { noun, whole }: OrderMatter,
  input: { readonly words?: string; readonly photos?: readonly string[] },
): void {
  const at = plan.moment.now
  const about = { noun: plan.current(whole.noun), unit: noun.unit, at }
  marksOf(plan).push(
    { kind: 'answers', key: '', ...about },
    { kind: 'day', key: monthOf(at).day, ...about },
    { kind: 'text', key: plainText(input.words ?? ''), ...about },
    ...(input.photos ?? []).map((): Mark => ({ kind: 'photos', key: '', ...about })),
  )
}

/** Somebody has judged what the lead unit answered. */
export function markVerdict(plan: Plan, { noun }: CaseMatter, input: { readonly satisfied?: number }, after: Case): void {
  if (noun.lead_unit === null) return
  const about = { noun: after, unit: noun.lead_unit, at: plan.moment.now, key: '' }
  const isBack = ['open', 'merged', 'reopenRequested'].includes(after.state)
  const marks: Mark[] = [
    ...(input.satisfied === undefined ? [] : [{ kind: 'rated', ...about } as const]),
    ...(input.satisfied !== undefined && input.satisfied >= 4 ? [{ kind: 'happy', ...about } as const] : []),
    ...(isBack ? [{ kind: 'reopened', ...about } as const] : []),
  ]
  if (marks.length > 0) marksOf(plan).push(...marks)
}
