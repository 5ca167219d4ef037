import type { City, Context } from '#platform/context'
import { sqlState } from '#platform/db'
import { shelf } from '../shelf.ts'
import { storeBatch } from '../sql/store-batch.ts'
import { Assessment } from './assess.ts'
import { KnownDevices, opens } from './known.ts'
import { type Message, notKept, type Receipt, unknownDevice } from './message.ts'

interface Waiting {
  readonly message: Message
  readonly done: (receipt: Receipt) => void
  readonly failed: (error: unknown) => void
}

/** Messages in one statement. */
const most = 2_000
/** Messages that wait at once; more are refused, and sent again. */
const mostWaiting = 20_000

/** The way in for all messages of one process: whatever brings them, they are kept in batches, and answered when they are kept. */
export class Intake {
  readonly #devices = new KnownDevices()
  readonly #weeks: number
  #ctx: Context
  #waiting: Waiting[] = []
  #busy: Promise<void> | null = null

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#weeks = ctx.city.config.readingWeeks
  }

  /** Whether the key with this hash opens a device in service. */
  async opens(ctx: Context, id: string, hash: string): Promise<boolean> {
    await this.#devices.refresh(ctx, [id])
    const known = this.#devices.get(id)
    return known !== null && opens(known.facts, hash, ctx.now.getTime())
  }

  /** Keeps a message; resolves when it is kept. @throws Refusal `telemetry.busy` (503) · `telemetry.unknown-device` (401) */
  take(ctx: Context, message: Message): Promise<Receipt> {
    this.#ctx = ctx
    if (this.#waiting.length >= mostWaiting) return Promise.reject(notKept())
    return new Promise((done, failed) => {
      this.#waiting.push({ message, done, failed })
      this.#busy ??= this.#work().finally(() => {
        this.#busy = null
      })
    })
  }

  /** Waits until nothing waits. */
  async drained(): Promise<void> {
    while (this.#busy) await this.#busy
  }

  async #work(): Promise<void> {
    await new Promise((next) => setImmediate(next)) // what came in the same moment shares the statement
    while (this.#waiting.length > 0) await this.#keep(this.#waiting.splice(0, most))
  }

  async #keep(batch: readonly Waiting[]): Promise<void> {
    try {
      const receipts = await this.#store(batch.map((one) => one.message))
      batch.forEach((one, n) => {
        const receipt = receipts[n]
        if (receipt) one.done(receipt)
        else one.failed(unknownDevice())
      })
    } catch (error) {
      this.#devices.forget(batch.map((one) => one.message.device))
      // One message that the database will never take holds up no other: class 22 and 23 are faults of what is written.
      const isPoisoned = /^2[23]/.test(sqlState(error) ?? '')
      if (isPoisoned && batch.length > 1) for (const one of batch) await this.#keep([one])
      else for (const one of batch) one.failed(isPoisoned ? error : notKept())
    }
  }

  /** A receipt for each message, null where its device is not in service. */
  async #store(messages: readonly Message[]): Promise<(Receipt | null)[]> {
    const ctx = this.#ctx
    const rules = await shelf(ctx)
    await this.#devices.refresh(
      ctx,
      messages.map((one) => one.device),
    )
    const assessment = new Assessment(rules, this.#weeks)
    const receipts = messages.map((message) => {
      const known = this.#devices.get(message.device)
      return known ? assessment.take(known, message) : null
    })
    const now = messages.at(-1)?.receivedAt ?? 0
    await storeBatch(ctx.db, assessment.batch(now))
    assessment.kept(now)
    return receipts
  }

  /** A change of a device or its keys by this process is seen at once. */
  forget(id: string): void {
    this.#devices.forget([id])
  }
}

const intakes = new WeakMap<City, Intake>()

/** The intake of this process for a city. */
export function intakeOf(ctx: Context): Intake {
  const known = intakes.get(ctx.city)
  if (known) return known
  const made = new Intake(ctx)
  intakes.set(ctx.city, made)
  return made
}
