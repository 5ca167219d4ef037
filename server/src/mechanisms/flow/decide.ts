import { z } from 'zod'
import { refuse, type Say } from '#platform/refusal'
import { checked } from '#platform/http/problem'
import { advance, type ClockLife, dueOf, runs, tickAt, ticked } from './clock.ts'
import { type Flow, listed, type Moment, type MoveSpec, type Noun, type Settings, type Wait } from './flow.ts'

/** One row of a noun's history. Ids, codes and times only; words lie beside it, sealed. */
export interface Trace {
  readonly region: string
  readonly noun: string
  readonly noun_id: string
  /** The version that the noun had after the move. */
  readonly seq: number
  readonly move: string
  readonly from_state: string | null
  readonly to_state: string
  readonly at: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly post: string | null
  readonly facts: Readonly<Record<string, unknown>>
  /** Clocks that this move started, paused, stopped or gave anew, as they were after it. */
  readonly clocks: readonly ClockLife[]
  readonly revision: number
}

/** What a move leads to: everything that is to be saved, decided without a database. */
export interface Decision<N extends Noun> {
  readonly noun: N
  readonly trace: Trace
  readonly words: Readonly<Record<string, string>>
}

/** A move that may be made now, as screens need it. */
export interface Offer {
  readonly move: string
  readonly label: Say
  readonly consequence: Say | null
  readonly primary: boolean
  readonly danger: boolean
  readonly asks: Record<string, unknown> | null
}

function changedClocks(before: readonly ClockLife[], after: readonly ClockLife[]): ClockLife[] {
  return after.filter((life) => !before.includes(life))
}

/** Who is waited for: by the state, and by breached clocks. Derived, so that the worklist can be rebuilt at any time. */
export function waitsOf<N extends Noun>(flow: Flow<N>, noun: N, settings: Settings): readonly Wait[] {
  const own = flow.states[noun.state]?.waitsFor?.(noun, settings) ?? []
  const escalated = noun.clocks
    .filter((life) => runs(life) && life.breachedAt !== null)
    .flatMap((life) => flow.clocks[life.name]?.escalates?.(noun, settings) ?? [])
  const seen = new Set<string>()
  return [...own, ...escalated].filter((wait) => !seen.has(wait.post) && seen.add(wait.post))
}

/** The post by which the actor may make the move, or null. */
function mayAs<N extends Noun>(spec: MoveSpec<N, string, unknown>, noun: N, moment: Moment): string | null {
  for (const who of listed(spec.by)) {
    const post = who.as(moment.actor, noun, moment.settings)
    if (post !== null) return post
  }
  return null
}

function isOpen<N extends Noun>(name: string, spec: MoveSpec<N, string, unknown>, noun: N, moment: Moment): boolean {
  if (!listed(spec.from).includes(noun.state)) return false
  if (spec.optional && moment.settings.skipped.includes(name)) return false
  return listed(spec.when).every((one) => one.holds(noun, moment)) && listed(spec.unless).every((one) => !one.holds(noun, moment))
}

const schemas = new WeakMap<z.ZodType, Record<string, unknown>>()

function asksOf(spec: MoveSpec<never, string, unknown>): Record<string, unknown> | null {
  if (!spec.asks) return null
  let made = schemas.get(spec.asks)
  if (!made) {
    const { $schema: _, ...rest } = z.toJSONSchema(spec.asks, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Record<
      string,
      unknown
    >
    made = rest
    schemas.set(spec.asks, made)
  }
  return made
}

/** The moves that this person may make now, the likeliest first; screens draw these and know no rule. */
export function offered<N extends Noun>(flow: Flow<N>, noun: N, moment: Moment): Offer[] {
  const open = Object.entries(flow.moves)
    .filter(([name, spec]) => !spec.internal && isOpen(name, spec, noun, moment) && mayAs(spec, noun, moment) !== null)
    .sort(([, a], [, b]) => (b.likely ?? 0) - (a.likely ?? 0))
  return open.map(([name, spec], index) => ({
    move: name,
    label: spec.say,
    consequence: spec.consequence ?? null,
    primary: index === 0 && (spec.likely ?? 0) > 0,
    danger: spec.danger ?? false,
    asks: asksOf(spec as unknown as MoveSpec<never, string, unknown>),
  }))
}

function permit<N extends Noun>(flow: Flow<N>, name: string, spec: MoveSpec<N, string, unknown>, noun: N, moment: Moment): string {
  const post = mayAs(spec, noun, moment)
  if (post === null) {
    const who = listed(spec.by)
    throw refuse('forbidden', `${flow.kind}.not-yours`, {
      zh: `「${spec.say.zh}」只能由${who.map((one) => one.say.zh).join('、')}来做。`,
      en: `“${spec.say.en}” can only be done by ${who.map((one) => one.say.en).join(', ')}.`,
    })
  }
  if (!listed(spec.from).includes(noun.state) || (spec.optional && moment.settings.skipped.includes(name))) {
    const state = flow.states[noun.state]?.say
    throw refuse('conflict', `${flow.kind}.not-now`, {
      zh: `现在是「${state?.zh ?? noun.state}」，不能「${spec.say.zh}」。请刷新后再看。`,
      en: `It is “${state?.en ?? noun.state}” now, so “${spec.say.en}” is not possible. Please refresh.`,
    })
  }
  for (const one of listed(spec.when)) if (!one.holds(noun, moment)) throw refuse('conflict', `${flow.kind}.${one.code}`, one.say)
  for (const one of listed(spec.unless)) if (one.holds(noun, moment)) throw refuse('conflict', `${flow.kind}.${one.code}`, one.say)
  return post
}

/** The noun with its clocks' projections for lists worked out. */
export function projected<N extends Noun>(noun: N): N {
  return { ...noun, tick_at: tickAt(noun.clocks), due_at: dueOf(noun.clocks) }
}

export function traceOf<N extends Noun>(
  flow: Flow<N>,
  before: N | null,
  after: N,
  move: string,
  post: string | null,
  facts: Readonly<Record<string, unknown>>,
  moment: Moment,
): Trace {
  return {
    region: after.region,
    noun: flow.kind,
    noun_id: after.id,
    seq: after.version,
    move,
    from_state: before?.state ?? null,
    to_state: after.state,
    at: moment.now.toISOString(),
    actor_kind: moment.actor.kind,
    actor_id: moment.actor.id,
    post,
    facts,
    clocks: changedClocks(before?.clocks ?? [], after.clocks),
    revision: flow.revision,
  }
}

/** What a move is told that asks for nothing. */
const nothing = z.strictObject({})

/**
 * Decides a move: the next noun, its clocks and the trace row. Pure: no database, no clock of the machine.
 * @throws Refusal `<kind>.no-such-move` (404), `<kind>.not-yours` (403), `<kind>.not-now` or the condition's own code (409), `request.invalid` (422)
 */
export function decide<N extends Noun>(flow: Flow<N>, noun: N, name: string, input: unknown, moment: Moment): Decision<N> {
  const spec = Object.hasOwn(flow.moves, name) ? flow.moves[name] : undefined
  if (!spec) throw refuse('missing', `${flow.kind}.no-such-move`, { zh: '没有这个操作。', en: 'There is no such move.' })
  const post = permit(flow, name, spec, noun, moment)
  const given = checked(spec.asks ?? nothing, 'body', input ?? {})
  const refusal = spec.checks?.(noun, given, moment)
  if (refusal) throw refusal
  const to = spec.goes?.(noun, given, moment) ?? listed(spec.to)[0] ?? noun.state
  if (!listed(spec.to).includes(to)) throw new Error(`${flow.kind}.${name} goes to ${to}, which it does not name`)
  const changed: N = { ...noun, ...spec.changes?.(noun, given, moment), state: to, version: noun.version + 1 }
  const clocks = advance(flow, changed, to, spec.clocks?.(noun, given, moment) ?? {}, moment.settings, moment.now)
  const next = projected({ ...changed, clocks })
  const facts = spec.facts?.(noun, given, moment) ?? {}
  return { noun: next, trace: traceOf(flow, noun, next, name, post, facts, moment), words: spec.words?.(given) ?? {} }
}

/** The first row of a life: the noun as it was born, with the clocks of its first state. */
export function begin<N extends Noun>(
  flow: Flow<N>,
  noun: N,
  move: string,
  post: string | null,
  facts: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, string>>,
  moment: Moment,
): Decision<N> {
  const clocks = advance(flow, { ...noun, clocks: [] }, noun.state, {}, moment.settings, moment.now)
  const next = projected({ ...noun, version: 1, clocks })
  return { noun: next, trace: traceOf(flow, null, next, move, post, facts, moment), words }
}

/** What time has done to a noun's clocks: null when nothing. `breached` names the clocks whose breach makes a move. */
export function tick<N extends Noun>(
  flow: Flow<N>,
  noun: N,
  moment: Moment,
): { decision: Decision<N>; warned: string[]; breached: string[] } | null {
  const marks = ticked(noun.clocks, moment.now)
  if (marks.warned.length + marks.breached.length === 0) return null
  const next = projected({ ...noun, clocks: marks.clocks, version: noun.version + 1 })
  const trace = traceOf(
    flow,
    noun,
    next,
    marks.breached.length > 0 ? 'clock.breached' : 'clock.warned',
    null,
    { warned: marks.warned, breached: marks.breached },
    moment,
  )
  return { decision: { noun: next, trace, words: {} }, warned: marks.warned, breached: marks.breached }
}
