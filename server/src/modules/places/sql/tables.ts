import type { Segments } from '../domain/address.ts'
import type { Filled } from './insert.ts'

export interface BuildingRow {
  readonly region: string
  readonly id: string
  readonly area: string
  readonly compound: string | null
  readonly key: string
  readonly address: string
  readonly segments: Segments
  readonly usage: string
  readonly floors: number | null
  readonly households: number | null
  readonly built: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly initials: string
  readonly source: string | null
  readonly run: string | null
}

export const buildingTable: Filled = {
  table: 'places.building',
  columns: {
    region: 'text',
    id: 'uuid',
    area: 'text',
    compound: 'text',
    key: 'text',
    address: 'text',
    segments: 'jsonb',
    usage: 'text',
    floors: 'int',
    households: 'int',
    built: 'int',
    lon: 'double precision',
    lat: 'double precision',
    initials: 'text',
    source: 'text',
    run: 'uuid',
  },
  unique: 'region, community, key',
  same: ['usage', 'floors', 'households', 'built', 'compound'],
}

export interface DwellingRow {
  readonly region: string
  readonly id: string
  readonly building: string
  readonly entrance: string
  readonly floor: number | null
  readonly room: string
  readonly tenure: string
  readonly source: string | null
  readonly run: string | null
}

export const dwellingTable: Filled = {
  table: 'places.dwelling',
  columns: {
    region: 'text',
    id: 'uuid',
    building: 'uuid',
    entrance: 'text',
    floor: 'int',
    room: 'text',
    tenure: 'text',
    source: 'text',
    run: 'uuid',
  },
  unique: 'region, building, entrance, room',
  same: ['tenure', 'floor'],
}

export interface SmallPlaceRow {
  readonly region: string
  readonly id: string
  readonly area: string
  readonly kind: string
  readonly key: string
  readonly name: string
  readonly address: string
  readonly segments: Segments
  readonly uscc: string | null
  readonly cycle_days: number | null
  readonly inspected_on: string | null
  readonly next_on: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly initials: string
  readonly source: string | null
  readonly run: string | null
}

export const smallPlaceTable: Filled = {
  table: 'places.small_place',
  columns: {
    region: 'text',
    id: 'uuid',
    area: 'text',
    kind: 'text',
    key: 'text',
    name: 'text',
    address: 'text',
    segments: 'jsonb',
    uscc: 'text',
    cycle_days: 'int',
    inspected_on: 'date',
    next_on: 'date',
    lon: 'double precision',
    lat: 'double precision',
    initials: 'text',
    source: 'text',
    run: 'uuid',
  },
  unique: 'region, community, key',
  same: ['kind', 'uscc', 'cycle_days', 'inspected_on'],
}
