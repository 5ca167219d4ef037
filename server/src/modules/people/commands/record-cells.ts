import { numberOf, type ReadRecord } from '../domain/read-record.ts'
import type { Said } from '../domain/person.ts'
import type { SealedSaid } from '../sql/persons.ts'
import type { Writable } from '../sql/write.ts'
import type { HashedRow } from './match-rows.ts'

/** Who it is, as the department wrote it: what the record's seal holds. */
export function writtenIn({ name, number, phone, address }: ReadRecord): SealedSaid {
  return { name, ...(number !== null && { idNumber: number }), ...(phone !== null && { phone }), ...(address !== null && { address }) }
}

/** What a row says of each field of a person; a number that names nobody is no claim. */
export function saidIn({ record, area }: HashedRow, household: string | undefined): Said {
  const { idNumber: _, ...written } = writtenIn(record)
  const number = numberOf(record)
  return {
    ...written,
    ...(number !== null && { idNumber: number }),
    ...(record.born !== null && { born: record.born }),
    ...(record.sex !== null && { sex: record.sex }),
    ...(record.ethnicity !== null && { ethnicity: record.ethnicity }),
    ...(record.areaWords !== null && { area }),
    ...(household !== undefined && { household }),
  }
}

/** The columns of a record that come from its row alone. */
export function recordCells({ record, area, key, thread }: HashedRow, household: string | null): Writable {
  return {
    key,
    thread,
    replaced: false,
    as_of: record.asOf,
    area,
    placed: record.areaWords !== null,
    number_state: record.numberState,
    born: record.born,
    sex: record.sex,
    ethnicity: record.ethnicity,
    household_id: household,
    relation: record.relation,
    benefit: record.benefit,
    level: record.level,
    valid_from: record.from,
    valid_to: record.to,
  }
}
