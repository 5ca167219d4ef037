import type { Statement } from '#platform/db'
import type { Case } from '../domain/case.ts'
import { termsOf } from '../domain/draw.ts'

/** Adds to the statement of a draw that the matter took part; not whether it was drawn. */
export function drawIn(sql: Statement, noun: Case, now: Date, prefix = ''): void {
  const terms = termsOf(noun)
  if (terms === null) return
  const values = [noun.region, noun.id, terms.period, noun.area, noun.number, terms.percent, now].map((value) => sql.bind(value))
  sql.with(
    `${prefix}took_part`,
    `insert into cases.callback_draw (region, case_id, period, area, number, percent, at) values (${values.map((one, n) => `${one}${casts[n]}`).join(', ')})
     on conflict do nothing`,
  )
}

const casts = ['', '::uuid', '', '', '', '::int', '::timestamptz']
