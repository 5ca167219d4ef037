/** What an order counts beside its promises. */
export const orderCounters = [
  'orders',
  'returned',
  'objected',
  'extended',
  'handedIn',
  'heldMinutes',
  'acknowledgements',
  'acknowledgeMinutes',
] as const

/**
 * What is counted of cases and their orders, in the order in which it is stored: a new counter is added at the end, none is taken out or moved.
 * Everything counts in the month in which the matter was reported.
 */
export const counters = [
  // of a case
  'reported',
  'accepted',
  'closed',
  'answered',
  'deferred',
  'reworked',
  'everClosed',
  'reopened',
  'transferred',
  'datedByRule',
  'asked',
  'solved',
  'partlySolved',
  'notSolved',
  'saidNothing',
  'reporterAsked',
  'graded',
  'satisfied',
  'ungraded',
  'solvedInGrid',
  'solvedInCommunity',
  'solvedInTown',
  'solvedAbove',
  'steps',
  ...orderCounters,
  // promises, each decided and kept
  'handOverDue',
  'handOverKept',
  'emergencyDue',
  'emergencyKept',
  'finishDue',
  'finishKept',
  'verifyDue',
  'verifyKept',
  'callbackDue',
  'callbackKept',
  'decideReopenDue',
  'decideReopenKept',
  'acknowledgeDue',
  'acknowledgeKept',
  'answerReturnDue',
  'answerReturnKept',
  'adjudicateDue',
  'adjudicateKept',
  'decideExtensionDue',
  'decideExtensionKept',
] as const

export type Counter = (typeof counters)[number]

/** Counts by name, of which most are nothing. */
export type CaseCounts = Partial<Record<Counter, number>>

/** Leaves out what counts nothing. */
export function without(counts: CaseCounts): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0))
}

/** Who acts in the trace of a replay: its moves between a report and its answer are dated by a rule, so that the matter is in no figure but this one. */
export const replayActor = 'replay'
