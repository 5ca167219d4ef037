import type { z } from 'zod'
import type { Arrow, ClockSpec, Flow, MoveSpec, Noun, StateSpec } from './flow.ts'
import { problems } from './soundness.ts'

/** A move whose input is known only to itself. */
type AnyMove<N, S extends string> = Omit<MoveSpec<N, S, never>, 'asks'> & { readonly asks?: z.ZodType }

type Each<T> = T extends readonly (infer U)[] ? U : T
type Source<M> = M extends { readonly from: infer T } ? Each<T> : never
type Target<M> = M extends { readonly to: infer T } ? Each<T> : never
type Unreached<S extends string, I extends S, M> = Exclude<S, I | Target<M[keyof M]>>
type Held<C> = (C extends { readonly during: infer D } ? Each<D> : never) | (C extends { readonly pausedIn: infer P } ? Each<P> : never)
/** The moves that lead from states in which a clock runs or stands still to one where it does neither. */
type Stopping<M, D> = {
  [K in keyof M]: [Extract<Source<M[K]>, D>] extends [never] ? never : [Exclude<Target<M[K]>, D>] extends [never] ? never : K
}[keyof M]
type Endless<M, C> = { [K in keyof C]: [Stopping<M, Held<C[K]>>] extends [never] ? K : never }[keyof C]

interface Definition<N, S extends string, I extends S, M, C> {
  readonly revision: number
  readonly initial: I
  readonly states: Readonly<Record<S, StateSpec<N>>>
  readonly moves: M
  readonly clocks: C
}

type Sound<S extends string, I extends S, M, C> = [Unreached<S, I, M>] extends [never]
  ? [Endless<M, C>] extends [never]
    ? unknown
    : { readonly 'this clock is never stopped': Endless<M, C> }
  : { readonly 'nobody reaches this state': Unreached<S, I, M> }

/** The words with which a noun's life is written. `life<Order>()` gives `flow`, `move`, `clock` that know the noun. */
export interface Life<N extends Noun> {
  /** One arrow. A move without anybody in `by` does not compile. */
  move<const From extends string, const To extends string, I = undefined>(spec: Arrow<N, From, To, I>): Arrow<N, From, To, I>
  /** One promise. */
  clock<const S extends string>(spec: ClockSpec<N, S>): ClockSpec<N, S>
  /**
   * The whole life. Does not compile when a state is never reached, a move has nobody to make it or a clock never stops; throws when
   * a breach move is unknown, a state has no way from the first one or to an end, or waits for nobody and runs no clock.
   */
  flow<
    const S extends string,
    const I extends S,
    const M extends Readonly<Record<string, AnyMove<N, S>>>,
    const C extends Readonly<Record<string, ClockSpec<N, S>>>,
  >(kind: string, definition: Definition<N, S, I, M, C> & Sound<S, I, M, C>): Flow<N>
}

/** The words with which the life of a noun `N` is written. */
export function life<N extends Noun>(): Life<N> {
  return {
    move: (spec) => spec,
    clock: (spec) => spec,
    flow: (kind, definition) => {
      const made = { kind, ...(definition as object) } as unknown as Flow<N>
      const found = problems(made as unknown as Flow)
      if (found.length > 0) throw new Error(`flow ${kind} is not sound: ${found.join('; ')}`)
      return made
    },
  }
}
