import type { Statement } from '#platform/db'

/** Adds to the statement that two persons are two: they are not proposed again. */
export function apartIn(sql: Statement, one: string, other: string, at: Date): void {
  const [first, second] = one < other ? [one, other] : [other, one]
  const values = [first, second, at].map((value) => sql.bind(value)).join(', ')
  sql.with('apart', `insert into people.apart (person_id, other_id, at) values (${values}) on conflict do nothing`)
}
