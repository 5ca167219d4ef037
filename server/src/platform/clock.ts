import { uptime } from 'node:os'

/** Where time comes from; tests turn it. Milliseconds. */
export interface Sources {
  /** What the machine says it is; somebody may set it. */
  readonly wall: () => number
  /** How long the machine has been up, its sleep included; nobody can set it. */
  readonly steady: () => number
}

/** The city's time, and what it thinks of the machine's. */
export interface CityClock {
  now(): Date
  /** Milliseconds by which the machine's time leapt away and is not believed; 0 when it is. */
  leap(): number
}

/** A step up to this is the machine's own correction, and followed at once. */
const followed = 120_000

/** A larger one is followed when the machine has stood by it this long … */
const provenAfter = 600_000

/** … and it is no larger than this. Beyond, the city keeps its own time until the machine's comes back or a person starts it anew. */
const largest = 86_400_000

const realSources: Sources = { wall: Date.now, steady: () => uptime() * 1000 }

class SteadyClock implements CityClock {
  readonly #sources: Sources
  readonly #tell: (leap: number) => void
  /** What the wall said, less how long the machine was up: it stays the same while nobody sets the clock. */
  #believed: number
  #leap = 0
  #leapt: { offset: number; since: number } | null = null

  constructor(sources: Sources, tell: (leap: number) => void) {
    this.#sources = sources
    this.#tell = tell
    this.#believed = sources.wall() - sources.steady()
  }

  now(): Date {
    this.#look()
    return new Date(this.#leap === 0 ? this.#sources.wall() : this.#sources.steady() + this.#believed)
  }

  leap(): number {
    this.#look()
    return this.#leap
  }

  #look(): void {
    const steady = this.#sources.steady()
    const offset = this.#sources.wall() - steady
    const away = offset - this.#believed
    if (Math.abs(away) <= followed || this.#isProven(offset, away, steady)) return this.#believe(offset)
    if (this.#leap === 0) this.#tell(away)
    this.#leap = away
  }

  #isProven(offset: number, away: number, steady: number): boolean {
    if (this.#leapt === null || Math.abs(offset - this.#leapt.offset) > followed) this.#leapt = { offset, since: steady }
    return Math.abs(away) <= largest && steady - this.#leapt.since >= provenAfter
  }

  #believe(offset: number): void {
    this.#believed = offset
    this.#leapt = null
    if (this.#leap === 0) return
    this.#leap = 0
    this.#tell(0)
  }
}

/**
 * The time by which promises count. The machine's own is believed as long as it goes with how long the machine has been up; when somebody
 * sets it an hour or a year away, the city goes on by the latter, so that no promise is broken and nothing is forgotten by a leap.
 * `tell` hears of a leap (milliseconds) and of its end (0). Reasons: docs/decisions.
 */
export function cityClock(tell: (leap: number) => void, sources: Sources = realSources): CityClock {
  return new SteadyClock(sources, tell)
}
