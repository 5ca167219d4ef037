import { expect } from 'vitest'
import type { Calendar, Limit } from '#platform/calendar'
import { type Actor, systemActor } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { type Correction, correct, recalendar } from '../correct.ts'
import { begin, type Decision, decide, offered, tick, type Trace } from '../decide.ts'
import { type Flow, listed, type Moment, type Settings } from '../flow.ts'
import type { Errand } from './errand.ts'
import type { Logged } from './slow-clock.ts'

export interface WalkSettings {
  readonly limits: Readonly<Record<string, Limit>>
  readonly skipped: readonly string[]
}

/** One step of a random walk: so many minutes later, one of the moves on offer, under one of two settings. */
export interface Step {
  readonly minutes: number
  readonly pick: number
  readonly setting: number
}

const staff = (role: 'dispatcher' | 'departmentHandler' | 'communityDesk' | 'supervisor', org: string): Actor => {
  const id = `${role}:${org}:2109`
  return { kind: 'staff', id: org, posts: [{ id, role, org, area: '2109' }], subjectId: null, link: null, sessionId: null }
}
const resident = (id: string): Actor => ({ kind: 'resident', id, posts: [], subjectId: null, link: null, sessionId: null })

export const people = {
  dispatcher: staff('dispatcher', 'desk'),
  water: staff('departmentHandler', 'water'),
  heating: staff('departmentHandler', 'heating'),
  branch: staff('communityDesk', 'desk'),
  supervisor: staff('supervisor', 'desk'),
  requester: resident('wang'),
  neighbour: resident('li'),
  otherNeighbour: resident('zhao'),
  time: systemActor('clocks'),
}

export const everybody: readonly Actor[] = Object.values(people)

/** What each move that asks something can be given. */
export const inputs: Readonly<Record<string, readonly unknown[]>> = {
  assign: [{ unit: 'departmentHandler:water:2109' }, { unit: 'departmentHandler:heating:2109' }],
  rate: [{ stars: 1 }, { stars: 5 }],
}

export const bornErrand: Errand = {
  region: '210911',
  id: '00000000-0000-8000-8000-000000000001',
  version: 0,
  state: 'requested',
  area: '210911001001',
  clocks: [],
  tick_at: null,
  due_at: null,
  requester: 'wang',
  unit: null,
  taker: null,
  stars: null,
}

const nextMinute = (time: Date) => new Date(Math.ceil(time.getTime() / 60_000) * 60_000)

/** Leads one errand through its life, as the server would: moves by people, a sweep of the clocks every minute, rows kept as JSON. */
export class Walker {
  readonly flow: Flow<Errand>
  readonly settings: readonly WalkSettings[]
  calendar: Calendar
  now: Date
  noun: Errand
  readonly traces: Trace[] = []
  /** What really happened, written by the walker itself and not by the flow. */
  readonly log: Logged[] = []
  #setting = 0

  constructor(flow: Flow<Errand>, calendar: Calendar, settings: readonly WalkSettings[], start: Date) {
    this.flow = flow
    this.settings = settings
    this.calendar = calendar
    this.now = start
    this.noun = bornErrand
    this.#keep(begin(flow, bornErrand, 'request', 'reporter', {}, {}, this.moment(people.requester)), true)
  }

  get setting(): Settings {
    const { limits, skipped } = this.settings[this.#setting % this.settings.length] ?? { limits: {}, skipped: [] }
    return { calendar: this.calendar, limits, skipped, desk: (role) => `${role}:desk:2109` }
  }

  moment(actor: Actor): Moment {
    return { now: this.now, actor, settings: this.setting }
  }

  #keep(made: Decision<Errand>, happened: boolean): void {
    expect(made.noun.version).toBe(this.noun.version + 1)
    expect(made.trace.seq).toBe(made.noun.version)
    this.noun = JSON.parse(JSON.stringify(made.noun)) as Errand
    this.traces.push(JSON.parse(JSON.stringify(made.trace)) as Trace)
    if (happened) this.log.push({ seq: made.trace.seq, at: this.now, state: made.noun.state, limits: this.setting.limits })
  }

  /** Lets time pass, sweeping the clocks each minute in which one is due. */
  pass(minutes: number): void {
    const end = new Date(this.now.getTime() + minutes * 60_000)
    while (this.noun.tick_at !== null && nextMinute(new Date(this.noun.tick_at)) <= end) {
      const due = nextMinute(new Date(this.noun.tick_at))
      if (due > this.now) this.now = due
      this.sweep()
    }
    this.now = end
  }

  /** One sweep now, with the moves that breaches make. */
  sweep(): void {
    const found = tick(this.flow, this.noun, this.moment(people.time))
    if (!found) throw new Error(`a clock of ${this.noun.state} was due at ${this.noun.tick_at} and nothing happened`)
    this.#keep(found.decision, false)
    for (const clock of found.breached) {
      const name = this.flow.clocks[clock]?.breach
      if (name !== undefined) this.move(people.time, name)
    }
  }

  /** All that anybody may do now. */
  choices(): { actor: Actor; name: string; input: unknown }[] {
    return everybody.flatMap((actor) =>
      offered(this.flow, this.noun, this.moment(actor)).flatMap(({ move: name }) =>
        (inputs[name] ?? [undefined]).map((input) => ({ actor, name, input })),
      ),
    )
  }

  move(actor: Actor, name: string, input: unknown = undefined): void {
    this.#keep(decide(this.flow, this.noun, name, input, this.moment(actor)), true)
  }

  step({ minutes, pick, setting }: Step): void {
    this.pass(minutes)
    this.#setting = setting
    const choices = this.choices()
    const chosen = choices[pick % Math.max(choices.length, 1)]
    if (chosen) this.move(chosen.actor, chosen.name, chosen.input)
  }

  correct(correction: Correction): void {
    this.#keep(
      correct(this.flow, this.noun, this.traces, correction, people.supervisor.posts[0]?.id ?? null, this.moment(people.supervisor)),
      false,
    )
    const index = this.log.findIndex((one) => one.seq === correction.seq)
    const wrong = this.log[index]
    if (wrong) this.log[index] = { ...wrong, at: correction.at }
  }

  changeCalendar(calendar: Calendar): boolean {
    this.calendar = calendar
    const made = recalendar(this.flow, this.noun, this.moment(people.time))
    if (made) this.#keep(made, false)
    return made !== null
  }

  /** Leads the errand to an end by the moves on offer and by time alone; gives false when that is not possible. */
  finish(): boolean {
    const far = distances(this.flow)
    for (let left = 20; left > 0 && !this.flow.states[this.noun.state]?.final; left--) {
      const here = far.get(this.noun.state) ?? Number.POSITIVE_INFINITY
      const nearer = this.choices().find(({ name }) => listed(this.flow.moves[name]?.to).some((to) => (far.get(to) ?? here) < here))
      if (nearer) this.move(nearer.actor, nearer.name, nearer.input)
      else if (this.noun.tick_at === null) return false
      else this.pass(Math.max(0, Date.parse(String(this.noun.tick_at)) - this.now.getTime()) / 60_000 + 1)
    }
    return this.flow.states[this.noun.state]?.final === true
  }
}

/** How many moves each state lies from an end. */
function distances(flow: Flow<Errand>): Map<string, number> {
  const far = new Map(Object.entries(flow.states).map(([state, { final }]) => [state, final ? 0 : Number.POSITIVE_INFINITY]))
  for (const _ of far) {
    for (const move of Object.values(flow.moves)) {
      const nearest = Math.min(...listed(move.to).map((to) => far.get(to) ?? Number.POSITIVE_INFINITY)) + 1
      for (const from of listed(move.from)) far.set(from, Math.min(far.get(from) ?? Number.POSITIVE_INFINITY, nearest))
    }
  }
  return far
}

/** True when deciding is refused, false when it is possible; anything else that is thrown is a bug. */
export function isRefused(walker: Walker, actor: Actor, name: string, input: unknown): boolean {
  try {
    decide(walker.flow, walker.noun, name, input, walker.moment(actor))
    return false
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}
