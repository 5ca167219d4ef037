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

/** Who held the matter how long, from the traces of the case and its lead orders: the holding bar. Pure. */
export function holding(traces: readonly Trace[]): Held[] {
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
