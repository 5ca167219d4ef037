import type { Schemas } from '@linli/api'
import type { Pair } from '@linli/ui'

/* What the server answers, by the desk's own names; the shapes are those of the contract. */

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface AreaName {
  readonly code: string
  readonly name: string
}

export interface CategoryName {
  readonly code: string
  readonly name: Pair
}

export type Me = Schemas['Me']
export type PostView = Me['posts'][number]
export type CaseView = Schemas['Case']
export type OrderView = Schemas['Order']
export type ClockView = Schemas['Clock']
/** A move that this person may make now. */
export type Offer = Schemas['Offer']
export type TraceView = CaseView['timeline'][number]
export type Photo = CaseView['photos'][number]
export type CaseRow = Schemas['CaseRow']
export type WorkRow = Schemas['WorkRow']
export type WorkPage = Schemas['WorkPage']
export type UnitRow = Schemas['Unit']
export type UnitLine = Schemas['UnitLine']
export type AreaRow = Schemas['Area']
