import type { z } from 'zod'
import type { Calendar, Limit } from '#platform/calendar'
import type { Actor, Role } from '#platform/context'
import type { Refusal, Say } from '#platform/refusal'
import type { ClockLife } from './clock.ts'

/*
 * Terminology
 *   noun     what has a life: a case, an order, a pledge
 *   state    where it stands
 *   move     what somebody does to it; each leaves one trace row
 *   asks     what the move needs to be told
 *   clock    a promise that runs while the noun is in certain states
 *   post     role × organisation × area; the only thing that has rights
 *   settings what an area decided: limits, skipped steps, which desk serves it
 *   sample   which nouns are looked at again, drawn by a seed that is published afterwards
 */

/** The columns that every noun's table has; the rest is the module's own. */
export interface Noun {
  readonly region: string
  readonly id: string
  readonly version: number
  readonly state: string
  /** The smallest known area in which the matter lies now. */
  readonly area: string
  readonly clocks: readonly ClockLife[]
  /** When a clock next needs to warn or to breach; null when none runs. */
  readonly tick_at: string | Date | null
  /** The earliest promise, for lists. */
  readonly due_at: string | Date | null
}

/** What held when a noun was drawn: the period, whose seed is published afterwards, and the share of nouns that are looked at. */
export interface SampleTerms {
  readonly period: string
  readonly percent: number
}

/** The draw of a sample. Pure for given seeds: asked again, it says the same. */
export interface Sample {
  /** What holds now for this noun; null when no seed was committed in time: every noun is looked at then. */
  readonly terms: (noun: Noun, now: Date) => SampleTerms | null
  /** Whether the thing with this name is looked at under these terms. */
  readonly isDrawn: (name: string, terms: SampleTerms) => boolean
}

/** What an area decided about a flow. */
export interface Settings {
  readonly calendar: Calendar
  /** Limits by clock name where they differ from the flow's own. */
  readonly limits: Readonly<Record<string, Limit>>
  /** Optional moves that this area does not use. */
  readonly skipped: readonly string[]
  /** The post that serves an area in a role, or null when nobody does. */
  readonly desk: (role: Role, area: string) => string | null
  /** Without it every noun is looked at. */
  readonly sample?: Sample
}

/** Who is waited for: a post id, or `account:<id>` for a person. */
export interface Wait {
  readonly post: string
  readonly why: Say
}

/** The circumstances of a move. */
export interface Moment {
  readonly now: Date
  readonly actor: Actor
  readonly settings: Settings
}

export interface StateSpec<N> {
  readonly say: Say
  readonly waitsFor?: (noun: N, settings: Settings) => readonly Wait[]
  /** Nothing waits any more. A final state may still be left (reopening). */
  readonly final?: true
}

/** Somebody who may move. `as` gives the post (or `reporter`, `system`) by which the actor is that somebody, or null. */
export interface Who<N> {
  readonly name: string
  readonly say: Say
  /** Roles that can ever be this somebody; the permission matrix reads it. */
  readonly roles: readonly (Role | 'reporter' | 'system')[]
  readonly as: (actor: Actor, noun: N, settings: Settings) => string | null
}

/** A condition with the words of its refusal. */
export interface Condition<N> {
  readonly code: string
  readonly say: Say
  readonly holds: (noun: N, moment: Moment) => boolean
}

/** A promise given anew for a running clock. */
export interface ClockOrder {
  readonly until: Date
}

export type OneOrMore<T> = T | readonly [T, ...T[]]

/** A move from some states to others; that the two are told apart lets the compiler see which states nothing reaches. */
export interface Arrow<N, From extends string, To extends string, I> {
  readonly say: Say
  /** What follows for whom, in plain words, shown before one moves. */
  readonly consequence?: Say
  readonly from: OneOrMore<From>
  readonly to: OneOrMore<To>
  /** Which of several `to` it is. */
  readonly goes?: (noun: N, input: I, moment: Moment) => To
  readonly by: OneOrMore<Who<N>>
  readonly asks?: z.ZodType<I>
  readonly when?: OneOrMore<Condition<N>>
  readonly unless?: OneOrMore<Condition<N>>
  /** Looks at noun and input together; gives the refusal, if any. */
  readonly checks?: (noun: N, input: I, moment: Moment) => Refusal | null
  readonly changes?: (noun: N, input: I, moment: Moment) => Partial<N>
  readonly clocks?: (noun: N, input: I, moment: Moment) => Readonly<Record<string, ClockOrder>>
  /** What people wrote; kept sealed beside the trace. */
  readonly words?: (input: I) => Readonly<Record<string, string>>
  /** Ids and codes for the trace; nothing about a person. */
  readonly facts?: (noun: N, input: I, moment: Moment) => Readonly<Record<string, unknown>>
  /** An area may do without it. */
  readonly optional?: true
  /** Only clocks and other nouns make it; never offered, no route. */
  readonly internal?: true
  /** The higher, the likelier; the likeliest offered move is the page's button. */
  readonly likely?: number
  readonly danger?: true
}

export type MoveSpec<N, S extends string, I> = Arrow<N, S, S, I>

export interface ClockSpec<N, S extends string> {
  readonly say: Say
  readonly limit: Limit | ((noun: N) => Limit)
  /** The clock runs while the noun is in one of these states. */
  readonly during: readonly [S, ...S[]]
  /** It stands still in these. */
  readonly pausedIn?: readonly S[]
  /** It runs only while this holds. */
  readonly while?: (noun: N, settings: Settings) => boolean
  /** From when it counts; by default from the move that started it. */
  readonly from?: (noun: N, round: number) => Date | null
  /** Part of the counted time after which it warns; 0.8 by default. */
  readonly warnAt?: number
  /** Who is told, and waits, once it is breached. */
  readonly escalates?: (noun: N, settings: Settings) => readonly Wait[]
  /** An internal move that the breach makes. */
  readonly breach?: string
}

export interface Flow<N extends Noun = Noun> {
  readonly kind: string
  /** Named in every trace row; raise it when states, moves or clocks change their meaning. */
  readonly revision: number
  readonly initial: string
  readonly states: Readonly<Record<string, StateSpec<N>>>
  readonly moves: Readonly<Record<string, MoveSpec<N, string, unknown>>>
  readonly clocks: Readonly<Record<string, ClockSpec<N, string>>>
}

/** `one` as a list. */
export function listed<T>(one: OneOrMore<T> | undefined): readonly T[] {
  if (one === undefined) return []
  return Array.isArray(one) ? (one as readonly T[]) : [one as T]
}
