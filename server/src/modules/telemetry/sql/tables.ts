import type { Measure } from '../domain/device.ts'
import type { RuleTest } from '../domain/rule.ts'

export interface KindRow {
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly measures: readonly Measure[]
}

export interface RuleRow {
  readonly code: string
  readonly device_kind: string
  readonly measure: string | null
  readonly name_zh: string
  readonly name_en: string
  readonly test: RuleTest
  readonly enabled: boolean
  readonly category: string | null
  readonly wait_seconds: number
  readonly version: number
}

export interface DeviceRow {
  readonly region: string
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly component: string
  readonly area: string
  readonly lon: number | null
  readonly lat: number | null
  readonly place_words: string | null
  readonly created_at: Date
  readonly ended_at: Date | null
  readonly version: number
}

export interface AlarmRow {
  readonly region: string
  readonly id: string
  readonly component: string
  readonly kind: string
  readonly device: string
  readonly area: string
  readonly opened_at: Date
  readonly last_at: Date
  readonly cleared_at: Date | null
  readonly times: number
  readonly value: number | null
  readonly worst: number | null
  readonly case_id: string | null
  readonly storm: string | null
}
