import type { Context } from '#platform/context'
import { localDate } from '#platform/calendar'
import type { Cell, Tally } from './tally.ts'

/** Columns of a noun that say where it counts. */
export interface CellColumns {
  readonly unit: string
  readonly category: string
  readonly channel: string
  /** The time by whose month it counts. */
  readonly at: string
}

/** How the nouns of one kind are counted. */
export interface Counting<T> {
  readonly subject: string
  readonly columns: CellColumns
  /** The tally after one more row of the noun's history; null before the first. Pure. */
  readonly step: (before: Tally | null, row: T) => Tally
}

/** A noun beside what its whole history counts as. */
export interface Told {
  readonly region: string
  readonly id: string
  readonly version: number
  readonly stored: Tally | null
  readonly told: Tally
  readonly cell: Cell
}

/** The nouns of one table, for the recount. */
export interface Source {
  /** `schema.table`, with the columns region, id, version, area and tally. */
  readonly table: string
  readonly columns: CellColumns
  /** Up to `limit` nouns after this key, each with its history counted from the first row; `uncounted`: only those without a tally. */
  page(ctx: Context, after: { region: string; id: string } | null, limit: number, uncounted: boolean): Promise<Told[]>
}

/** Something that is counted: its counters and the nouns that count. */
export interface Subject {
  readonly name: string
  /** Names of the counters in the order in which they are stored: new ones are added at the end, none is ever taken out. */
  readonly counters: readonly string[]
  readonly sources: readonly Source[]
}

/** The month in Asia/Shanghai in which an instant lies: its first day. */
export function monthOf(at: Date): string {
  return `${localDate(at).slice(0, 7)}-01`
}

/** Where a noun counts. */
export function cellOf(noun: Readonly<Record<string, unknown>>, columns: CellColumns): Cell {
  const text = (name: string): string => String(noun[name] ?? '')
  const at = noun[columns.at]
  return {
    region: text('region'),
    area: text('area'),
    unit: text(columns.unit),
    category: text(columns.category),
    channel: text(columns.channel),
    month: monthOf(at instanceof Date ? at : new Date(String(at))),
  }
}

/** The same in SQL, for a row that is called `n`: the columns of a cell but its region. */
export function cellSql({ unit, category, channel, at }: CellColumns): string {
  return `n.area, coalesce(n.${unit}, '') as unit, coalesce(n.${category}, '') as category, coalesce(n.${channel}, '') as channel,
    date_trunc('month', n.${at} at time zone 'Asia/Shanghai')::date as month`
}
