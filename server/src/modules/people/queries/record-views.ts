import type { Say } from '#platform/refusal'
import { type Reason, reasonSay } from '../domain/likeness.ts'
import type { Source } from '../domain/sources.ts'
import type { RecordRow } from '../sql/persons.ts'
import { sourceSay } from './field-views.ts'

/** How a record came to its person. */
const matchedSay: Readonly<Record<RecordRow['matched'], Say>> = {
  new: { zh: '由它建立', en: 'Began this person' },
  number: { zh: '身份证号相同', en: 'By identity number' },
  likeness: { zh: '按姓名、生日、住址认定', en: 'By name, birth and address' },
  person: { zh: '由人判断', en: 'Decided by a person' },
}

/** Whether what a record says holds on a day (`YYYY-MM-DD`). */
export function inForce(row: Pick<RecordRow, 'replaced' | 'valid_from' | 'valid_to'>, day: string): boolean {
  return !row.replaced && (row.valid_from === null || row.valid_from <= day) && (row.valid_to === null || row.valid_to >= day)
}

/** The records behind a person, newest first; what they are about, never a name or a number. */
export function recordViews(
  rows: readonly RecordRow[],
  sources: ReadonlyMap<string, Source>,
  areas: ReadonlyMap<string, string>,
  today: string,
) {
  return [...rows].reverse().map((row) => ({
    id: row.id,
    source: sourceSay(sources.get(row.source), row.source),
    asOf: row.as_of,
    receivedAt: row.received_at.toISOString(),
    areaName: areas.get(row.area) ?? row.area,
    benefit: row.benefit,
    level: row.level,
    from: row.valid_from,
    to: row.valid_to,
    inForce: inForce(row, today),
    numberState: row.number_state,
    matched: matchedSay[row.matched],
    score: row.score,
    reasons: row.reasons.map((reason) => reasonSay[reason as Reason] ?? { zh: reason, en: reason }),
    relation: row.relation,
  }))
}
