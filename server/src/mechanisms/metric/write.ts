import type { Statement } from '#platform/db'
import type { Delta } from './tally.ts'

/** Adds the CTE that appends deltas, to the statement that makes the change: one compact insert, whatever it counts. */
export function countIn(sql: Statement, subject: string, deltas: readonly Delta[]): void {
  if (deltas.length === 0) return
  sql.with(
    `counted_${subject}`,
    `insert into metric.delta (region, subject, area, unit, category, channel, month, counts)
     select region, ${sql.bind(subject)}, area, unit, category, channel, month, counts
     from jsonb_to_recordset(${sql.bind(JSON.stringify(deltas))}::jsonb)
       as d(region text, area text, unit text, category text, channel text, month date, counts jsonb)`,
  )
}
