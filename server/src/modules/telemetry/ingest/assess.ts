import { newId } from '#platform/ids'
import type { MessageProblem } from '../domain/device.ts'
import { freshMs, slotOf, timed } from '../domain/message.ts'
import { freshMemory, judge, type Sample, worse } from '../domain/judge.ts'
import type { Rule } from '../domain/rule.ts'
import type { Shelf } from '../shelf.ts'
import type { Batch, Cleared, Raised, ReadingToStore, StateToStore } from '../sql/store-batch.ts'
import type { Known } from './known.ts'
import type { Message, Receipt } from './message.ts'

/** How often (ms) a device's state is written while it talks. */
const saveEvery = 10_000
/** An alarm that should have ended is asked to end again after this long (ms): another server may have opened it meanwhile. */
const endAgain = 60_000

/** Judges the messages of one batch and gathers what is to be stored. */
export class Assessment {
  readonly #shelf: Shelf
  readonly #weeks: number
  readonly #readings: ReadingToStore[] = []
  readonly #raised = new Map<string, Raised>()
  readonly #cleared = new Map<string, Cleared>()
  readonly #heard = new Set<Known>()

  constructor(shelf: Shelf, weeks: number) {
    this.#shelf = shelf
    this.#weeks = weeks
  }

  /** Takes one message of a known device into the batch. */
  take(known: Known, message: Message): Receipt {
    const problems: MessageProblem[] = message.problem === null ? [] : [message.problem]
    const measures = this.#shelf.kinds.get(known.facts.kind)?.measures ?? []
    let kept = 0
    for (const { measure, at, value } of message.given) {
      if (!measures.some((one) => one.key === measure)) {
        problems.push('unknownMeasure')
        continue
      }
      const counted = timed(at, message.receivedAt, this.#weeks)
      if (counted.problem) problems.push(counted.problem)
      if (counted.at === null) continue
      kept++
      this.#reading(known, measure, { at: counted.at, value }, message.receivedAt)
    }
    this.#heardOf(known, message.receivedAt, kept > 0, problems)
    return { kept, problems: [...new Set(problems)] }
  }

  #reading(known: Known, measure: string, sample: Sample, receivedAt: number): void {
    const { region, id, kind } = known.facts
    this.#readings.push({ region, device: id, measure, at: sample.at, slot: slotOf(sample.at), value: sample.value })
    if (sample.at <= (known.latest.get(measure)?.at ?? -Infinity)) return // a copy, or one that was overtaken: kept, not judged again
    known.latest.set(measure, sample)
    if (receivedAt - sample.at > freshMs) return
    for (const rule of this.#shelf.inForce.get(kind) ?? []) {
      if (rule.measure === measure) this.#judge(known, rule, sample)
    }
  }

  #judge(known: Known, rule: Rule, sample: Sample): void {
    const memory = known.rules.get(rule.code) ?? freshMemory()
    known.rules.set(rule.code, memory)
    const verdict = judge(rule.test, memory, sample)
    if (verdict === 'raise') this.#raise(known, rule, sample)
    if (verdict === 'clear') this.#clear(known, rule, sample.at)
  }

  #raise(known: Known, rule: Rule, { at, value }: Sample): void {
    const { region, id, component, area } = known.facts
    const key = `${region} ${component} ${rule.code}`
    const before = this.#raised.get(key)
    const worst = rule.test.kind === 'above' || rule.test.kind === 'below' ? value : null
    known.endedAt.delete(rule.code)
    this.#cleared.delete(key)
    this.#raised.set(key, {
      region,
      id: before?.id ?? newId(region, new Date(at)),
      component,
      kind: rule.code,
      device: id,
      area,
      openedAt: before?.openedAt ?? at,
      lastAt: at,
      times: (before?.times ?? 0) + 1,
      value,
      worst: before && before.worst !== null && worst !== null ? worse(rule.test, before.worst, worst) : worst,
      low: rule.test.kind === 'below',
    })
  }

  #clear(known: Known, rule: Rule, at: number): void {
    const { region, component } = known.facts
    const key = `${region} ${component} ${rule.code}`
    const asked = known.endedAt.get(rule.code)
    if (!this.#raised.has(key) && asked !== undefined && at - asked < endAgain) return
    known.endedAt.set(rule.code, at)
    this.#cleared.set(key, { region, component, kind: rule.code, at })
  }

  #heardOf(known: Known, at: number, isUseful: boolean, problems: readonly MessageProblem[]): void {
    this.#heard.add(known)
    if (isUseful) {
      const before = known.heardAt ?? -Infinity
      known.heardAt = Math.max(before, at)
      for (const rule of this.#shelf.inForce.get(known.facts.kind) ?? []) {
        if (rule.test.kind === 'silence') this.#clear(known, rule, at)
      }
    }
    if (problems.length === 0) return
    known.problem = problems[0] ?? null
    known.problemAt = at
    known.problems += problems.length
  }

  /** All that is to be stored; devices whose state is due write it too. */
  batch(now: number): Batch {
    const states: StateToStore[] = []
    for (const known of this.#heard) {
      if (now - known.savedAt < saveEvery) continue
      states.push({
        region: known.facts.region,
        device: known.facts.id,
        heardAt: known.heardAt ?? now,
        latest: Object.fromEntries(known.latest),
        memory: Object.fromEntries(known.rules),
        problem: known.problem,
        problemAt: known.problemAt,
        problems: known.problems,
      })
    }
    return { readings: this.#readings, raised: [...this.#raised.values()], states, cleared: [...this.#cleared.values()] }
  }

  /** Called when the batch is kept. */
  kept(now: number): void {
    for (const known of this.#heard) {
      if (now - known.savedAt < saveEvery) continue
      known.savedAt = now
      known.problems = 0
    }
  }
}
