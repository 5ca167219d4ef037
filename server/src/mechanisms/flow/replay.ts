import type { Calendar } from '#platform/calendar'
import { type ClockLife, isPaused, retimed, runs } from './clock.ts'
import type { Trace } from './decide.ts'
import type { Flow, Noun } from './flow.ts'

/** What a history says of the present. */
export interface Replayed {
  readonly state: string
  readonly version: number
  readonly clocks: readonly ClockLife[]
  /** Where the history contradicts itself; empty when it is whole. */
  readonly faults: readonly string[]
}

function faultsOf(row: Trace, before: Trace | null): string[] {
  if (before === null) return row.seq === 1 ? [] : [`begins at ${row.seq}`]
  const found: string[] = []
  if (row.seq <= before.seq) found.push(`${row.seq} follows ${before.seq}`)
  if (row.from_state !== before.to_state) found.push(`${row.seq} leaves ${row.from_state}, but the noun was ${before.to_state}`)
  return found
}

function clockFaults<N extends Noun>(flow: Flow<N>, state: string, clocks: readonly ClockLife[]): string[] {
  return clocks.flatMap((life) => {
    const spec = flow.clocks[life.name]
    if (!spec) return [`unknown clock ${life.name}`]
    const inside = spec.during.includes(state)
    const still = spec.pausedIn?.includes(state) ?? false
    if (runs(life) && !inside && !still) return [`${life.name} runs in ${state}`]
    if (isPaused(life) && !still) return [`${life.name} stands still in ${state}`]
    return []
  })
}

/**
 * State and clocks as the traces tell them. A trace holds the limit its decision promised, so later changes of settings move nothing.
 * With a calendar, due times are worked out again from limits and pauses (for a changed calendar or a corrected history).
 */
export function replay<N extends Noun>(flow: Flow<N>, traces: readonly Trace[], calendar: Calendar | null = null): Replayed {
  const lives = new Map<string, ClockLife>()
  const faults: string[] = []
  let before: Trace | null = null
  for (const row of traces) {
    faults.push(...faultsOf(row, before))
    for (const life of row.clocks) {
      const spec = flow.clocks[life.name]
      lives.set(life.name, calendar && spec ? retimed(spec, life, calendar) : life)
    }
    before = row
  }
  const state = before?.to_state ?? flow.initial
  const clocks = [...lives.values()]
  return { state, version: before?.seq ?? 0, clocks, faults: [...faults, ...clockFaults(flow, state, clocks)] }
}
