/** How far a matter has come, as one reads a parcel: received · being dealt with · answered · the reporter's word. */
export const phases = ['received', 'inHand', 'answered', 'verdict'] as const

const reached: Readonly<Record<string, number>> = {
  submitted: 0,
  registered: 0,
  open: 1,
  declineProposed: 0,
  waitingForReporter: 1,
  merged: 1,
  reopenRequested: 1,
  deferred: 1,
  transferred: 1,
  verifying: 2,
  callback: 2,
  referred: 3,
  declined: 3,
  closed: 3,
}

/** Index of the phase a matter stands in; a state not known here counts as being dealt with. */
export function phaseOf(state: string): number {
  return reached[state] ?? 1
}

const last = new Set(['closed', 'referred', 'declined'])

/** True when nobody has to do anything any more. */
export function isOver(state: string): boolean {
  return last.has(state)
}
