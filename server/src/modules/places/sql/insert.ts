import type { Context } from '#platform/context'

/** A table that files fill: its columns with their types, what names a row, and what two files may say differently of it. */
export interface Filled {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  readonly unique: string
  readonly same: readonly string[]
}

/** What became of a row that was to be entered. */
export interface Entered {
  readonly id: string
  readonly made: boolean
  /** There already, and something about it is said otherwise. */
  readonly differs: boolean
}

function textOf({ table, columns, unique, same }: Filled, dry: boolean): string {
  const names = Object.keys(columns).join(', ')
  const shape = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')
  const made = dry
    ? 'select null::uuid as id where false'
    : `insert into ${table} (${names}) select ${names} from given on conflict (${unique}) do nothing returning id`
  const join = unique
    .split(', ')
    .map((name) => `t.${name} = ${name === 'community' ? 'left(g.area, 12)' : `g.${name}`}`)
    .join(' and ')
  return `with given as (select * from jsonb_to_recordset($1::jsonb) as r(${shape})), made as (${made})
    select g.id, ${dry ? 't.id is null' : 'm.id is not null'} as made, t.id is not null and (${same.map((name) => `t.${name} is distinct from g.${name}`).join(' or ')}) as differs
    from given g left join made m on m.id = g.id left join ${table} t on ${join}`
}

/** Enters rows that are not there yet, with one statement; what is there stays as it is. `dry` writes nothing and says the same. */
export function enterRows(ctx: Context, filled: Filled, rows: readonly object[], dry: boolean): Promise<Entered[]> {
  return ctx.db.query<Entered>({
    name: `${filled.table}.enter${dry ? '-dry' : ''}`,
    text: textOf(filled, dry),
    values: [JSON.stringify(rows)],
  })
}
