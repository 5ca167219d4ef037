import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import type { Subject } from './subject.ts'
import type { Counts } from './tally.ts'

/** What is asked about. `area` is a scope; months are first days, both included. `category` may be the beginning of a code. */
export interface Asked {
  readonly area: string
  readonly unit?: string | undefined
  readonly category?: string | undefined
  readonly channel?: string | undefined
  readonly from: string
  readonly to: string
}

/** What the counts are told apart by. */
export type By = 'nothing' | 'month' | 'category' | 'channel' | { readonly areasOf: number }

export interface Counted {
  /** The month, category, channel or area that was asked for; empty for `nothing`. */
  readonly key: string
  readonly counts: Counts
}

/** Which rows of the rollup hold an area: those added up for it, or the cells themselves below a town. */
function levelOf(length: number, plain: boolean): number {
  if (length <= 6) return 6
  if (length <= 9) return 9
  return length === 12 && plain ? 12 : 0
}

/** After every text that begins with the given one, in the order of the indexes (text_pattern_ops: bytes). */
const last = '\u{10ffff}'

/** Texts that begin with another, as bounds that a kept plan can use; `like` with a value bound later cannot. */
function begins(column: string, prefix: string, bind: (value: unknown) => string): string {
  return `${column} ~>=~ ${bind(prefix)} and ${column} ~<~ ${bind(`${prefix}${last}`)}`
}

interface Parts {
  readonly rollup: string
  readonly delta: string
  readonly key: string
}

function partsOf(asked: Asked, by: By, bind: (value: unknown) => string): Parts {
  const split = typeof by === 'object' ? by.areasOf : asked.area.length
  const plain =
    asked.unit === undefined &&
    asked.category === undefined &&
    asked.channel === undefined &&
    (typeof by === 'object' || by === 'nothing' || by === 'month')
  const level = levelOf(Math.max(split, asked.area.length), plain)
  const [from, to] = [bind(asked.from), bind(asked.to)]
  const common = [begins('area', asked.area, bind), `month between ${from}::date and ${to}::date`]
  if (typeof by === 'object') common.push(`length(area) >= ${by.areasOf}`)
  const rollup = [...common, `level = ${level}`]
  const delta = [...common]
  for (const side of ['unit', 'category', 'channel'] as const) {
    const value = asked[side]
    if (value !== undefined) {
      const held = side === 'category' ? begins(side, value, bind) : `${side} = ${bind(value)}`
      rollup.push(held)
      delta.push(held)
    } else if (level > 0) rollup.push(by === side ? `${side} <> '*'` : `${side} = '*'`)
  }
  const key = by === 'nothing' ? "''" : by === 'month' ? 'month::text' : typeof by === 'object' ? `left(area, ${by.areasOf})` : by
  return { rollup: rollup.join(' and '), delta: delta.join(' and '), key }
}

/**
 * The counts of what is asked, told apart: what was folded and what still waits to be, in one snapshot. Reads a few rows a month however
 * many nouns there are.
 */
export async function countsOf(
  ctx: Context,
  subject: Subject,
  asked: Asked,
  by: By = 'nothing',
  wanted?: readonly string[],
): Promise<Counted[]> {
  const sql = statement()
  const name = sql.bind(subject.name)
  const parts = partsOf(asked, by, sql.bind)
  const places = (wanted ?? subject.counters).map((counter) => {
    const place = subject.counters.indexOf(counter)
    if (place < 0) throw new Error(`${subject.name} has no counter ${counter}`)
    return { counter, place }
  })
  const sums = (one: (counter: string, place: number) => string): string =>
    places.map(({ counter, place }) => `coalesce(sum(${one(counter, place)}), 0)::bigint as c${place}`).join(', ')
  const rows = await ctx.db.query<{ key: string } & Record<string, number>>(
    sql.done(`select key, ${places.map(({ place }) => `sum(c${place})::bigint as c${place}`).join(', ')} from (
        select ${parts.key} as key, ${sums((_, place) => `counts[${place + 1}]`)} from metric.rollup
          where subject = ${name} and ${parts.rollup} group by 1
        union all
        select ${parts.key}, ${sums((counter) => `(counts ->> '${counter}')::bigint`)} from metric.delta
          where subject = ${name} and ${parts.delta} group by 1) both_parts
      group by key order by key`),
  )
  return rows.map((row) => ({
    key: row.key,
    counts: Object.fromEntries(places.map(({ counter, place }) => [counter, row[`c${place}`] ?? 0])),
  }))
}
