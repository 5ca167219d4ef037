import { randomUUID } from 'node:crypto'
import { maskFreeText } from '#platform/vault'
import type { Plan } from '#mechanisms/flow'
import { gramsOf } from '../domain/grams.ts'
import type { OrderMatter } from '../domain/moves/matter.ts'

/** What an adjudicator says. */
export interface Ruling {
  readonly decision: 'insist' | 'redispatch'
  readonly unit?: string
  readonly words: string
}

/** A ruling becomes a precedent in the statement that makes it; its words are kept with phones and identity numbers masked, and not at all once the reporter was erased. */
export function precedentTo(plan: Plan, { noun, whole }: OrderMatter, input: Ruling): void {
  const { decision } = input
  const isMoved = decision === 'redispatch'
  const words = whole.key === null ? null : maskFreeText(input.words.trim()).masked
  const { category, severity } = whole.noun
  const row = {
    id: randomUUID(),
    category,
    severity,
    area: noun.area,
    unit: noun.unit,
    reason: noun.return_reason,
    decision,
    new_unit: isMoved ? input.unit : null,
    decided: isMoved ? input.unit : noun.unit,
    relieved: isMoved ? noun.unit : null,
    words,
    grams: words === null ? [] : gramsOf(words),
    case_id: whole.noun.id,
    order_id: noun.id,
    ruled_at: plan.moment.now.toISOString(),
  }
  const name = `precedent_${plan.parts.length}`
  plan.parts.push((sql, _, prefix) =>
    sql.with(
      `${prefix}${name}`,
      `insert into cases.precedent select * from jsonb_populate_record(null::cases.precedent, ${sql.bind(JSON.stringify(row))}::jsonb)`,
    ),
  )
}
