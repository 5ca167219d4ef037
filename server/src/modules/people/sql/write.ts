import type { Statement } from '#platform/db'
import type { Person } from '../domain/person.ts'

type Cell = string | number | boolean | Date | Buffer | readonly string[] | object | null | undefined
export type Writable = Readonly<Record<string, Cell>>

const plain = (row: Writable): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Buffer ? `\\x${value.toString('hex')}` : value]))

/** Adds rows of one table to the statement, by the names of their columns; nothing for none. `after` is what follows, such as `on conflict`. */
export function insertIn(
  sql: Statement,
  name: string,
  table: string,
  columns: readonly string[],
  rows: readonly Writable[],
  after = '',
): void {
  if (rows.length === 0) return
  const list = columns.join(', ')
  sql.with(
    name,
    `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, ${sql.bind(JSON.stringify(rows.map(plain)))}::jsonb) ${after}`,
  )
}

export const personColumns = 'region id area state born sex ethnicity household_id block won joined_into version'.split(' ')

export const recordColumns =
  'region id person_id first_person source key thread replaced run as_of received_at area placed sealed number_state born sex ethnicity household_id relation benefit level valid_from valid_to matched score reasons'.split(
    ' ',
  )

/** Adds the changed rows of persons (CTE `moved_person`, one row for each that was still at the version that was read). */
export function movePersonsIn(sql: Statement, persons: readonly Person[]): void {
  if (persons.length === 0) return
  const rows = [...persons].sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => plain({ ...one }))
  sql.with(
    'moved_person',
    `update people.person t set area = c.area, state = c.state, born = c.born, sex = c.sex, ethnicity = c.ethnicity, household_id = c.household_id,
       block = c.block, won = c.won, joined_into = c.joined_into, version = t.version + 1
     from jsonb_populate_recordset(null::people.person, ${sql.bind(JSON.stringify(rows))}::jsonb) c
     where t.region = c.region and t.id = c.id and t.version = c.version returning 1`,
  )
}
