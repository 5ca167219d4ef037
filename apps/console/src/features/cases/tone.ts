import type { Tone } from '@linli/ui'

const tones: Readonly<Record<string, Tone>> = {
  submitted: 'waiting',
  registered: 'waiting',
  dispatched: 'waiting',
  waitingForReporter: 'paused',
  deferred: 'paused',
  extensionRequested: 'soon',
  returned: 'soon',
  objected: 'soon',
  reopenRequested: 'soon',
  declineProposed: 'soon',
  closed: 'done',
  fedBack: 'done',
  declined: 'paused',
  referred: 'done',
  merged: 'done',
  transferred: 'done',
  withdrawn: 'paused',
}

/** How a state looks; a state that this list does not know is being worked on. */
export const stateTone = (state: string): Tone => tones[state] ?? 'active'
