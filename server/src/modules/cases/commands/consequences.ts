import type { Plan } from '#mechanisms/flow'
import type { Case } from '../domain/case.ts'
import { caseConsequences } from '../domain/moves/case-moves.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'
import { drawIn } from '../sql/draws.ts'

type Consequence = (plan: Plan, matter: CaseMatter, input: unknown, after: Case) => void

/** What moves of a case lead to, with the rows that only this module's own tables know. */
export const caseFollows: Readonly<Record<string, Consequence>> = {
  ...(caseConsequences as Readonly<Record<string, Consequence>>),
  reporterSilent: (plan, _, __, after) => {
    const { now } = plan.moment
    plan.parts.push((sql, _ctx, prefix) => drawIn(sql, after, now, prefix))
  },
}
