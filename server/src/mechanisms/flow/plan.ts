import type { Actor, Context } from '#platform/context'
import type { Statement } from '#platform/db'
import type { Told } from '#platform/outbox'
import type { NewPerson, SubjectKey } from '#platform/vault'
import type { Counting, Tally } from '#mechanisms/metric'
import { begin, type Decision, decide, type Trace } from './decide.ts'
import type { Flow, Moment, Noun, Settings } from './flow.ts'

/** A noun as the mechanism sees it: its flow and the table that holds it. */
export interface NounKind<N extends Noun> {
  readonly flow: Flow<N>
  /** `schema.table` */
  readonly table: string
  /** Every column that the application writes (generated ones excluded). */
  readonly columns: readonly (keyof N & string)[]
  /** Facts that every event of this noun carries, beside its id and states. */
  readonly told?: (noun: N) => Readonly<Record<string, unknown>>
  /** How its history is counted; the table then has a column `tally`. */
  readonly counting?: Counting<Trace>
}

/** One noun within a change: as it was loaded (or null when made), and as it is now. */
interface Held {
  readonly kind: NounKind<Noun>
  readonly before: Noun | null
  now: Noun
}

/** Words of one trace row with the key of the person they are about. */
export interface SealedWords {
  readonly region: string
  readonly noun_id: string
  readonly seq: number
  readonly words: Readonly<Record<string, string>>
  readonly key: SubjectKey
}

/** The plan keeps nouns of several kinds; each is read back with the kind it was put in with. */
function erased<N extends Noun>(kind: NounKind<N>): NounKind<Noun> {
  return kind as unknown as NounKind<Noun>
}

/** The noun with its tally after one more row; one that was never counted waits until all of its history is. */
function tallied<N extends Noun>({ counting }: NounKind<N>, before: N | null, { noun, trace }: Decision<N>): N {
  if (!counting) return noun
  const known = (noun as N & { readonly tally?: Tally | null }).tally ?? null
  return before !== null && known === null ? noun : { ...noun, tally: counting.step(before === null ? null : known, trace) }
}

/** Past names of moves, for events: `case.dispatched`; by default the move's own name. */
function eventOf(kind: string, trace: Trace): string {
  return `${kind}.${trace.move}`
}

/** Everything that one change does, over one or several nouns, before it is written. Pure. */
export class Plan {
  #moment: Moment
  readonly settings: (noun: Noun) => Settings
  readonly held = new Map<string, Held>()
  readonly traces: Trace[] = []
  readonly words: SealedWords[] = []
  readonly told: Told[] = []
  /** Persons who are written beside it. */
  readonly people: NewPerson[] = []
  /** Parts that modules add to the statement: links, photos. */
  readonly parts: ((sql: Statement, ctx: Context, prefix: string) => void)[] = []
  readonly #key: SubjectKey | null

  constructor(moment: Moment, settings: (noun: Noun) => Settings, key: SubjectKey | null) {
    this.#moment = moment
    this.settings = settings
    this.#key = key
  }

  /** When and by whom the next moves are made. */
  get moment(): Moment {
    return this.#moment
  }

  /** Goes on at another time, by somebody else: for a life that is written in one go (import, demonstration). */
  turn(now: Date, actor: Actor): void {
    this.#moment = { ...this.#moment, now, actor }
  }

  /** A noun as the plan has it now, or as it was loaded when the plan has not touched it. */
  current<N extends Noun>(noun: N): N {
    return (this.held.get(noun.id)?.now as N | undefined) ?? noun
  }

  #keep<N extends Noun>(kind: NounKind<N>, before: N | null, made: Decision<N>): N {
    const id = made.noun.id
    const now = tallied(kind, before, made)
    const known = this.held.get(id)
    if (known) known.now = now
    else this.held.set(id, { kind: erased(kind), before, now })
    this.traces.push(made.trace)
    if (this.#key && Object.keys(made.words).length > 0) {
      this.words.push({ region: made.noun.region, noun_id: id, seq: made.trace.seq, words: made.words, key: this.#key })
    }
    const facts = {
      id,
      version: made.noun.version,
      from: made.trace.from_state,
      to: made.trace.to_state,
      area: made.noun.area,
      ...kind.told?.(made.noun),
    }
    this.told.push({ region: made.noun.region, kind: eventOf(kind.flow.kind, made.trace), facts })
    return now
  }

  /** A noun is born. */
  make<N extends Noun>(
    kind: NounKind<N>,
    noun: N,
    move: string,
    post: string | null,
    more: { facts?: Readonly<Record<string, unknown>>; words?: Readonly<Record<string, string>> } = {},
  ): N {
    const made = begin(kind.flow, noun, move, post, more.facts ?? {}, more.words ?? {}, { ...this.moment, settings: this.settings(noun) })
    return this.#keep(kind, null, made)
  }

  /** Somebody (by default the one who acts) moves a noun. Throws the refusal of `decide`. */
  move<N extends Noun>(kind: NounKind<N>, noun: N, name: string, input: unknown = {}, actor: Actor = this.moment.actor): N {
    const present = this.current(noun)
    const made = decide(kind.flow, present, name, input, { now: this.moment.now, actor, settings: this.settings(present) })
    return this.#keep(kind, noun, made)
  }

  /** Takes in a decision made elsewhere (clocks). */
  take<N extends Noun>(kind: NounKind<N>, before: N, made: Decision<N>): void {
    this.#keep(kind, before, made)
  }

  /**
   * Columns of a noun change beside a move of this plan: what the move means for its neighbours. The noun's version rises, so that
   * whoever decided on the old columns decides again; state, clocks and history stay as moves made them.
   */
  touch<N extends Noun>(kind: NounKind<N>, noun: N, changes: Partial<Omit<N, keyof Noun>>): N {
    const known = this.held.get(noun.id)
    const now = { ...this.current(noun), ...changes }
    if (known) known.now = now
    else this.held.set(noun.id, { kind: erased(kind), before: noun, now: { ...now, version: noun.version + 1 } })
    return this.current(noun)
  }
}
