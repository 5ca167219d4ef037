import type { Trace } from '#mechanisms/flow'
import type { Tally } from '#mechanisms/metric'
import { type CaseCounts, replayActor, without } from './counters.ts'
import { casePromises, countPromises, judge, type Judged } from './promises.ts'

/** Where a matter was solved, by the post of the unit that led. */
type SolvedAt = 'grid' | 'community' | 'town' | 'above'

/** What the history of a case has left behind for the figures. */
interface CaseMemory {
  readonly state: string
  readonly byRule: boolean
  /** It is one work with another matter, which alone counts as work; its reporter's word counts here. */
  readonly joined?: true
  readonly accepted: boolean
  readonly answered: boolean
  readonly reworked: boolean
  readonly everClosed: boolean
  readonly reopened: boolean
  /** The latest word on whether it was solved, of the reporter or, where there is none to ask, of the verifier. */
  readonly word: 'yes' | 'partly' | 'no' | 'none' | null
  /** The word is the reporter's, or silence. */
  readonly reporter: boolean
  readonly grade: number | null
  readonly at: SolvedAt | null
  /** Moves of staff. */
  readonly steps: number
  readonly promises: Readonly<Record<string, Judged>>
}

const fresh: CaseMemory = {
  state: '',
  byRule: false,
  accepted: false,
  answered: false,
  reworked: false,
  everClosed: false,
  reopened: false,
  word: null,
  reporter: false,
  grade: null,
  at: null,
  steps: 0,
  promises: {},
}

/** States in which a matter was taken in and goes on here. */
const taken: ReadonlySet<string> = new Set([
  'registered',
  'open',
  'waitingForReporter',
  'verifying',
  'callback',
  'reopenRequested',
  'deferred',
  'closed',
])
/** States after an answer of the units: whoever comes back to `open` from one of them is handled again. */
const answers: ReadonlySet<string> = new Set(['verifying', 'callback', 'closed', 'reopenRequested'])
/** Moves that say at which level it was answered. */
const answering: ReadonlySet<string> = new Set(['ordersDone', 'answered'])
const left: ReadonlySet<string> = new Set(['declined', 'referred', 'merged', 'transferred'])

/** The level of a post `<role>:<organisation>:<area>`. */
export function levelOfPost(post: string | null): SolvedAt | null {
  const area = /:(\d+)$/.exec(post ?? '')?.[1]
  if (area === undefined) return null
  return area.length >= 15 ? 'grid' : area.length >= 12 ? 'community' : area.length >= 9 ? 'town' : 'above'
}

type Word = Pick<CaseMemory, 'word' | 'reporter' | 'grade'>

/** What a row says on whether it was solved; null when nothing. */
function wordOf(before: CaseMemory, { move, to_state, facts }: Trace): Word | null {
  const { solved, satisfied, contacted, grant } = facts as {
    solved?: string
    satisfied?: number | null
    contacted?: boolean
    grant?: boolean
  }
  const grade = satisfied ?? before.grade
  const said = (solved ?? 'none') as CaseMemory['word']
  if (move === 'say') return { word: said, reporter: true, grade }
  if (move === 'callBack') return { word: contacted ? said : (before.word ?? 'none'), reporter: true, grade }
  if (move === 'reporterSilent') return { word: before.word ?? 'none', reporter: true, grade: before.grade }
  if (move === 'split') return { word: null, reporter: false, grade: null }
  if (move === 'reopen') return { word: 'no', reporter: true, grade: before.grade }
  if (move === 'decideReopen' && grant === false) return { ...before, word: 'no' }
  if (move === 'verify' && (to_state === 'closed' || said === 'no')) return { ...before, word: said }
  return null
}

function remember(before: CaseMemory, row: Trace): CaseMemory {
  const { move, from_state, to_state, facts } = row
  const word = wordOf(before, row)
  const spot = move === 'settledOnSpot'
  const split = move === 'split'
  const joined = move === 'merge' || (before.joined === true && !split)
  const known = split ? fresh : before
  return {
    state: to_state,
    byRule: before.byRule || (row.actor_kind === 'system' && row.actor_id === replayActor),
    ...(joined && { joined }),
    accepted: !joined && !left.has(to_state) && (known.accepted || taken.has(to_state)),
    answered: before.answered || move === 'ordersDone' || spot,
    reworked: before.reworked || (to_state === 'open' && answers.has(from_state ?? '')),
    everClosed: known.everClosed || to_state === 'closed',
    reopened: known.reopened || move === 'reopen',
    ...(word
      ? { word: word.word, reporter: word.reporter, grade: word.grade }
      : { word: before.word, reporter: before.reporter, grade: before.grade }),
    at: spot ? levelOfPost(row.post) : answering.has(move) ? ((facts['level'] as SolvedAt | undefined) ?? null) : known.at,
    steps: before.steps + (row.actor_kind === 'staff' && move !== 'received' ? 1 : 0),
    promises: judge(before.promises, row, casePromises),
  }
}

const one = (yes: boolean): number => (yes ? 1 : 0)

function countsOf(memory: CaseMemory): CaseCounts {
  if (memory.byRule) return { datedByRule: 1 }
  if (memory.state === 'transferred') return { transferred: 1 }
  const { word, at, grade } = memory
  const solved = word === 'yes'
  return {
    reported: 1,
    accepted: one(memory.accepted),
    closed: one(memory.state === 'closed' && !memory.joined),
    answered: one(memory.answered),
    deferred: one(memory.state === 'deferred'),
    reworked: one(memory.reworked),
    everClosed: one(memory.everClosed),
    reopened: one(memory.reopened),
    asked: one(word !== null),
    solved: one(solved),
    partlySolved: one(word === 'partly'),
    notSolved: one(word === 'no'),
    saidNothing: one(word === 'none'),
    reporterAsked: one(memory.reporter),
    graded: one(grade !== null),
    satisfied: one(grade !== null && grade >= 4),
    ungraded: one(memory.reporter && grade === null),
    solvedInGrid: one(solved && at === 'grid'),
    solvedInCommunity: one(solved && at === 'community'),
    solvedInTown: one(solved && at === 'town'),
    solvedAbove: one(solved && at === 'above'),
    steps: memory.steps,
    ...countPromises(memory.promises),
  }
}

/** What a case counts as after one more row of its history. */
export function stepCase(before: Tally | null, row: Trace): Tally<CaseMemory> {
  const m = remember((before?.m as CaseMemory | undefined) ?? fresh, row)
  return { m, n: without(countsOf(m)) }
}
