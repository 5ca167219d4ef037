import { caseClocks } from './case-clocks.ts'
import { life } from '#mechanisms/flow'
import type { Case } from './case.ts'
import { handlingMoves } from './case-moves-handling.ts'
import { intakeMoves } from './case-moves-intake.ts'
import { oversightMoves } from './case-moves-oversight.ts'
import { togetherMoves } from './case-moves-together.ts'
import { verdictMoves } from './case-moves-verdict.ts'
import { caseStates } from './case-states.ts'

/** The whole life of a case (rules.md section 4); the reason stands beside the arrow that it justifies. */
export const caseFlow = life<Case>().flow('case', {
  revision: 1,
  initial: 'submitted',
  states: caseStates,
  moves: { ...intakeMoves, ...handlingMoves, ...verdictMoves, ...togetherMoves, ...oversightMoves },
  clocks: caseClocks,
})
