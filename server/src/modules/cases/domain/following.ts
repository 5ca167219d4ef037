import type { Case, Outcome } from './case.ts'
import { living } from './case-life.ts'

/** What a merged report is to do, because of where the matter stands into which it was merged. */
export interface Following {
  readonly move: 'answered' | 'workResumed' | 'endedTogether' | 'extendTogether'
  readonly input: Readonly<Record<string, unknown>>
}

/** The matter of which the report is one, with the level at which its answer was given. */
type Main = Pick<Case, 'state' | 'outcome' | 'clocks' | 'handlers' | 'lead_unit'> & { readonly level: string | null }
type Follower = Pick<Case, 'state' | 'outcome' | 'fed_back_at' | 'clocks'>

const isLiving = (state: string): boolean => (living as readonly string[]).includes(state) && state !== 'deferred'

function answered(main: Main, follower: Follower): Following | null {
  const outcome: Outcome = main.state === 'deferred' ? 'unsolvable' : (main.outcome ?? 'solved')
  const told = follower.fed_back_at !== null && follower.outcome === outcome
  const { handlers, lead_unit: unit, level } = main
  return follower.state === 'merged' && !told ? { move: 'answered', input: { outcome, handlers, unit, level } } : null
}

/** More time for the work is more time for each promise that would end before it. */
function longer(main: Main, follower: Follower): Following | null {
  const given = main.clocks.find((life) => life.name === 'finish' && life.stoppedAt === null)?.until
  const own = follower.clocks.find((life) => life.name === 'finish' && life.stoppedAt === null)
  return given && own && own.dueAt < given ? { move: 'extendTogether', input: { until: given, words: '延期' } } : null
}

/** One answer to all: read off where both stand, so that it may be asked at any time and any number of times. Pure. */
export function following(main: Main, follower: Follower): Following | null {
  if (main.state === 'callback' || main.state === 'closed' || main.state === 'deferred') return answered(main, follower)
  if ((main.state === 'declined' || main.state === 'referred') && follower.state === 'merged')
    return { move: 'endedTogether', input: { to: main.state } }
  if (!isLiving(main.state)) return null
  if (follower.state === 'callback' || (follower.state === 'merged' && follower.fed_back_at !== null))
    return { move: 'workResumed', input: {} }
  return follower.state === 'merged' ? longer(main, follower) : null
}
