import { type Limit, limitSchema } from '#platform/calendar'
import { type FieldError, refuse, type Refusal, type Say } from '#platform/refusal'
import { caseFlow } from './case-flow.ts'
import { quietClock } from './draw.ts'
import { orderFlow } from './order-flow.ts'

/** What an area may decide: the limit of each clock but those that count by the matter itself, and which optional moves it does without. */
export interface Deciding {
  readonly clocks: readonly { readonly name: string; readonly say: Say; readonly limit: Limit }[]
  readonly optional: readonly { readonly move: string; readonly say: Say }[]
}

/** Clocks that no area sets: no area makes an emergency wait, and what was not drawn runs as long as what was. */
const fixed: ReadonlySet<string> = new Set(['emergency', quietClock])

/** The choices that the flows leave to areas, with what holds where nothing was decided. */
export function deciding(): Deciding {
  const flows = [caseFlow, orderFlow]
  const clocks = flows.flatMap((flow) =>
    Object.entries(flow.clocks).flatMap(([name, { say, limit }]) =>
      typeof limit === 'function' || fixed.has(name) ? [] : [{ name, say, limit }],
    ),
  )
  const optional = flows.flatMap((flow) =>
    Object.entries(flow.moves).flatMap(([move, spec]) => (spec.optional ? [{ move, say: spec.say }] : [])),
  )
  return { clocks, optional }
}

/** What an area decided. */
export interface AreaDecision {
  readonly limits: Readonly<Record<string, Limit>>
  readonly skipped: readonly string[]
}

const unknown: Say = { zh: '没有这个期限或步骤，或不能由地区决定', en: 'No such clock or step, or no area decides it' }
const notALimit: Say = { zh: '期限不对', en: 'Not a limit' }

/** What is wrong with a decision, as one refusal, or null. Code `case.setting` (422). */
export function decisionRefusal({ limits, skipped }: AreaDecision): Refusal | null {
  const { clocks, optional } = deciding()
  const errors: FieldError[] = [
    ...Object.entries(limits).flatMap(([name, limit]): FieldError[] => {
      const path = `/body/limits/${name}`
      if (!clocks.some((one) => one.name === name)) return [{ path, code: 'unknown', say: unknown }]
      return limitSchema.safeParse(limit).success ? [] : [{ path, code: 'limit', say: notALimit }]
    }),
    ...skipped.flatMap((move, n): FieldError[] =>
      optional.some((one) => one.move === move) ? [] : [{ path: `/body/skipped/${n}`, code: 'unknown', say: unknown }],
    ),
  ]
  return errors.length === 0
    ? null
    : refuse(
        'invalid',
        'case.setting',
        { zh: '有几项不能这样设，没有保存。', en: 'Some of it cannot be set so; nothing was saved.' },
        { errors },
      )
}
