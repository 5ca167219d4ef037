import type { Trace } from '#mechanisms/flow'

/** Whose hands a matter was in. `unit` names a unit id; desk, reporter and paused have no unit. */
export interface Held {
  readonly kind: 'desk' | 'unit' | 'reporter' | 'paused' | 'verifier'
  readonly unit: string | null
  readonly from: string
  readonly to: string | null
}

const kindOf: Readonly<Record<string, Held['kind']>> = {
  submitted: 'desk',
  registered: 'desk',
  declineProposed: 'desk',
  reopenRequested: 'desk',
  open: 'unit',
  verifying: 'verifier',
  callback: 'reporter',
  waitingForReporter: 'paused',
  deferred: 'paused',
}

/** The present stretch in which a report is one work with another matter, or null when it is not. */
function mergedSince(traces: readonly Trace[]): string | null {
  const own = traces.filter((row) => row.noun === 'case')
  if (own.at(-1)?.to_state !== 'merged') return null
  const before = own.findLastIndex((row) => row.to_state !== 'merged')
  return own[before + 1]?.at ?? null
}

/** Who holds a report that is one work with another matter: its own time, and since it was merged that of the matter. Pure. */
export function holdingTogether(own: readonly Trace[], main: readonly Trace[]): Held[] {
  const since = mergedSince(own)
  if (since === null) return holding(own)
  const there = holding(main)
    .filter((held) => held.to === null || held.to > since)
    .map((held) => ({ ...held, from: held.from < since ? since : held.from }))
  return [...holding(own), ...there]
}

/** Who held the matter how long, from the traces of the case and its lead orders: the holding bar. Pure. */
function holding(traces: readonly Trace[]): Held[] {
  const segments: Held[] = []
  let unit: string | null = null
  const end = (at: string): void => {
    const last = segments.at(-1)
    if (last && last.to === null) segments[segments.length - 1] = { ...last, to: at }
  }
  for (const row of traces) {
    const facts = row.facts as { lead?: string | boolean; unit?: string }
    if (row.noun === 'order' && row.move === 'dispatched' && facts.lead === true && facts.unit) unit = facts.unit
    else if (row.noun === 'case' && typeof facts.lead === 'string') unit = facts.lead
    const state = row.noun === 'case' ? row.to_state : null
    const present = segments.at(-1)
    const kind = state === null ? (present?.to === null ? present.kind : null) : (kindOf[state] ?? null)
    if (kind === null) {
      end(row.at)
      continue
    }
    const holder = kind === 'unit' ? unit : null
    if (present && present.to === null && present.kind === kind && present.unit === holder) continue
    end(row.at)
    segments.push({ kind, unit: holder, from: row.at, to: null })
  }
  return segments.filter((one) => one.to === null || one.to > one.from)
}
