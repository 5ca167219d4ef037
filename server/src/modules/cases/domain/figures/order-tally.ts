import type { Trace } from '#mechanisms/flow'
import type { Tally } from '#mechanisms/metric'
import { type CaseCounts, replayActor, without } from './counters.ts'
import { countPromises, judge, type Judged, orderPromises } from './promises.ts'

/** What the history of an order has left behind for the figures. */
interface OrderMemory {
  readonly state: string
  readonly byRule: boolean
  /** When it came into its present state, and when it first lay with the unit, in milliseconds since 1970. */
  readonly since: number
  readonly born: number
  readonly acknowledged: number | null
  readonly returned: boolean
  readonly objected: boolean
  readonly extended: boolean
  readonly handedIn: boolean
  /** Minutes in the unit's hands. */
  readonly minutes: number
  readonly steps: number
  readonly promises: Readonly<Record<string, Judged>>
}

/** States in which the unit has it; a return, an objection and an extension that waits for an answer lie with somebody else. */
const withUnit: ReadonlySet<string> = new Set(['dispatched', 'acknowledged', 'handling'])

function remember(before: OrderMemory | null, row: Trace): OrderMemory {
  const at = Date.parse(row.at)
  const { move, from_state, to_state, facts } = row
  const moved = from_state !== to_state
  const spent = before && moved && withUnit.has(before.state) ? Math.max(0, Math.round((at - before.since) / 60_000)) : 0
  return {
    state: to_state,
    byRule: (before?.byRule ?? false) || (row.actor_kind === 'system' && row.actor_id === replayActor),
    since: before && !moved ? before.since : at,
    born: before?.born ?? at,
    acknowledged: before?.acknowledged ?? (move === 'acknowledge' ? at : null),
    returned: (before?.returned ?? false) || move === 'return',
    objected: (before?.objected ?? false) || move === 'object',
    extended: (before?.extended ?? false) || (move === 'decideExtension' && facts['grant'] === true),
    handedIn: (before?.handedIn ?? false) || to_state === 'fedBack',
    minutes: (before?.minutes ?? 0) + spent,
    steps: (before?.steps ?? 0) + (row.actor_kind === 'staff' && move !== 'dispatched' && move !== 'settledOnSpot' ? 1 : 0),
    promises: judge(before?.promises ?? {}, row, orderPromises),
  }
}

const one = (yes: boolean): number => (yes ? 1 : 0)

function countsOf(memory: OrderMemory): CaseCounts {
  if (memory.byRule) return {}
  return {
    orders: 1,
    returned: one(memory.returned),
    objected: one(memory.objected),
    extended: one(memory.extended),
    handedIn: one(memory.handedIn),
    heldMinutes: memory.handedIn ? memory.minutes : 0,
    acknowledgements: one(memory.acknowledged !== null),
    acknowledgeMinutes: memory.acknowledged === null ? 0 : Math.max(0, Math.round((memory.acknowledged - memory.born) / 60_000)),
    steps: memory.steps,
    ...countPromises(memory.promises),
  }
}

/** What an order counts as after one more row of its history. */
export function stepOrder(before: Tally | null, row: Trace): Tally<OrderMemory> {
  const m = remember((before?.m as OrderMemory | undefined) ?? null, row)
  return { m, n: without(countsOf(m)) }
}
