import { createHash } from 'node:crypto'
import type { Context } from '#platform/context'
import { freshMemory, type RuleMemory, type Sample } from '../domain/judge.ts'
import { type DeviceFacts, factsOf } from '../sql/known-devices.ts'

/** A device as this process knows it: what it is, and what its last readings were. */
export interface Known {
  facts: DeviceFacts
  /** When its facts were read, ms of the process. */
  readAt: number
  heardAt: number | null
  readonly latest: Map<string, Sample>
  readonly rules: Map<string, RuleMemory>
  /** When its state was last written, ms; 0: never by this process. */
  savedAt: number
  /** When each alarm kind was last asked to end, ms. */
  readonly endedAt: Map<string, number>
  problem: string | null
  problemAt: number | null
  problems: number
}

/** How long (ms) facts count before they are read anew: a revoked key and an ended device stop within this time. */
const trust = 5_000

/** Devices remembered at once: some 300 MB at most, with what rules remember. */
const most = 200_000

function remember(facts: DeviceFacts): Known {
  return {
    facts,
    readAt: performance.now(),
    heardAt: facts.heardAt,
    latest: new Map(Object.entries(facts.latest)),
    rules: new Map(Object.entries(facts.memory).map(([code, memory]) => [code, { ...freshMemory(), ...(memory as Partial<RuleMemory>) }])),
    savedAt: 0,
    endedAt: new Map(),
    problem: null,
    problemAt: null,
    problems: 0,
  }
}

/** The devices that one process hears. */
export class KnownDevices {
  readonly #known = new Map<string, Known>()

  #keep(facts: DeviceFacts): void {
    const before = this.#known.get(facts.id)
    if (before) {
      before.facts = facts
      before.readAt = performance.now()
      return
    }
    const [oldest] = this.#known.keys()
    if (this.#known.size >= most && oldest !== undefined) this.#known.delete(oldest)
    this.#known.set(facts.id, remember(facts))
  }

  /** Makes sure that these devices are known as they are now; one statement for all whose facts are too old. */
  async refresh(ctx: Context, ids: Iterable<string>): Promise<void> {
    const now = performance.now()
    const old = [...new Set(ids)].filter((id) => now - (this.#known.get(id)?.readAt ?? -Infinity) > trust)
    if (old.length === 0) return
    const found = new Set<string>()
    for (const facts of await factsOf(ctx.db, old)) {
      found.add(facts.id)
      this.#keep(facts)
    }
    for (const id of old) if (!found.has(id)) this.#known.delete(id)
  }

  /** The device, if it is in service. */
  get(id: string): Known | null {
    const known = this.#known.get(id)
    return known && !known.facts.ended ? known : null
  }

  /** Forgets what was remembered, so that it is read anew. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#known.delete(id)
  }
}

/** What is kept of a key, as it is compared. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64')

/** Whether the key with this hash opens a device now. */
export function opens(facts: DeviceFacts, hash: string, now: number): boolean {
  return !facts.ended && facts.keys.some((one) => one.hash === hash && (one.endsAt === null || one.endsAt > now))
}
