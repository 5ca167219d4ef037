import type { RuleTest } from './rule.ts'
import { type Usual, learn, newUsual, unusualness } from './unusual.ts'

export interface Sample {
  /** ms */
  readonly at: number
  readonly value: number
}

/** What one rule remembers of one device; `judge` writes it on. */
export interface RuleMemory {
  /** Bad readings in succession. */
  bad: number
  /** The readings of the last minutes, for a rate. */
  recent: Sample[]
  usual: Usual | null
}

export const freshMemory = (): RuleMemory => ({ bad: 0, recent: [], usual: null })

/** bad: the rule holds · well: it surely does not · between: neither, so nothing changes */
type State = 'bad' | 'well' | 'between'

/** raise: an alarm is opened or extended · clear: an open one ends */
export type Verdict = 'raise' | 'clear' | null

const beyond = (value: number, limit: number, clear: number): State => (value > limit ? 'bad' : value <= clear ? 'well' : 'between')

/** Readings that a rate looks back on; of a device that sends more, the oldest go. */
const mostRecent = 64

function changeIn(recent: readonly Sample[], value: number, way: 'rise' | 'fall' | 'both'): number {
  let [rise, fall] = [0, 0]
  for (const one of recent) {
    rise = Math.max(rise, value - one.value)
    fall = Math.max(fall, one.value - value)
  }
  return way === 'rise' ? rise : way === 'fall' ? fall : Math.max(rise, fall)
}

function stateOf(test: RuleTest, memory: RuleMemory, { at, value }: Sample): State {
  switch (test.kind) {
    case 'above':
      return beyond(value, test.limit, test.clear)
    case 'below':
      return beyond(-value, -test.limit, -test.clear)
    case 'silence':
      return 'well'
    case 'rate': {
      const since = at - test.minutes * 60_000
      const recent = memory.recent.filter((one) => one.at >= since)
      memory.recent = [...recent.slice(1 - mostRecent), { at, value }]
      return beyond(changeIn(recent, value, test.way), test.limit, test.clear)
    }
    case 'unusual': {
      memory.usual ??= newUsual()
      const state = beyond(unusualness(memory.usual, at, value), test.limit, test.clear)
      learn(memory.usual, at, value, state === 'bad')
      return state
    }
  }
}

/** What a rule says of the next reading of a device; readings come in the order of their times. `memory` is carried on. */
export function judge(test: RuleTest, memory: RuleMemory, sample: Sample): Verdict {
  const state = stateOf(test, memory, sample)
  if (state === 'between') return null
  memory.bad = state === 'bad' ? memory.bad + 1 : 0
  if (state === 'well') return 'clear'
  return memory.bad >= ('readings' in test ? test.readings : 1) ? 'raise' : null
}

/** Of two values the one farther from where it should be. */
export function worse(test: RuleTest, one: number, other: number): number {
  return test.kind === 'below' ? Math.min(one, other) : Math.max(one, other)
}
