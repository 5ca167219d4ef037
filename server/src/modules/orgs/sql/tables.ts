import type { Role } from '#platform/context'
import type { CompoundKind } from '../domain/compound.ts'
import type { Position, Slot, UnitKind } from '../domain/unit.ts'

export interface UnitRow {
  id: string
  kind: UnitKind
  name: string
  name_en: string
  area: string
  parent: string | null
  attached_to: string | null
  uscc: string | null
  phone: string
  valid_from: string
  valid_to: string | null
  version: number
}

export interface PostRow {
  id: string
  role: Role
  org: string
  area: string
  areas: string[]
  valid_from: Date
  valid_to: Date | null
}

export interface HoldingRow {
  id: string
  post: string
  account: string
  from_at: Date
  to_at: Date | null
}

export interface AppointmentRow {
  id: string
  subject_id: string
  unit: string
  position: Position
  cross_from: string | null
  from_on: string
  to_on: string | null
}

export interface BodyRow {
  compound: string
  slot: Slot
  unit: string | null
  since: string
}

export interface CompoundRow {
  id: string
  name: string
  area: string
  households: number | null
  kinds: CompoundKind[]
  built: number | null
}

export interface GridWorkerRow {
  id: string
  kind: 'fullTime' | 'partTime' | 'mobile'
  grid: string
  subject_id: string
  account: string | null
  from_on: string
  to_on: string | null
  consent_on: string | null
}

/** The tables of this module, for the compiler. */
export type Tables = {
  'orgs.unit': UnitRow
  'orgs.post': PostRow
  'orgs.holding': HoldingRow
  'orgs.appointment': AppointmentRow
  'orgs.compound': CompoundRow
  'orgs.body': BodyRow
  'orgs.red_mark': { company: string; marked_on: string; grounds: string; withdrawn_on: string | null }
  'orgs.grid_worker': GridWorkerRow
  'orgs.duty': { area: string; level: string; unit: string }
  'orgs.party_level': { level: number; name: string; name_en: string }
  'orgs.revision': { only: boolean; n: number }
}
