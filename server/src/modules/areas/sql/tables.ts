import type { AreaKind } from '../domain/area.ts'
import type { Level } from '../domain/code.ts'

/** A row of areas.area without its border. */
export interface AreaRow {
  readonly code: string
  readonly name: string
  readonly level: Level
  readonly kind: AreaKind
  readonly parent: string | null
  readonly households: number | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly successors: string[]
  readonly bbox: [number, number, number, number] | null
  readonly datum: string | null
  readonly initials: string
  readonly version: number
}
