import type { Db } from '#platform/db'
import type { Body } from '../domain/component.ts'

/** A body as it is named by people and files. */
export interface NamedBody {
  readonly name: string
  /** Empty where it is not known. */
  readonly uscc: string
  readonly phone: string | null
}

/** By what two mentions of a body are the same. */
export const bodyKey = ({ name, uscc }: Pick<NamedBody, 'name' | 'uscc'>): string => `${uscc} ${name}`

/**
 * The ids of bodies, those that nobody has named before entered. A telephone fills an empty one; a known one it replaces only when
 * somebody says it on purpose (`replace`), since files disagree from row to row. One statement.
 */
export async function bodyIds(db: Db, bodies: readonly NamedBody[], replace: boolean): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Map(bodies.map((one) => [bodyKey(one), one])).values()].sort((a, b) => (bodyKey(a) < bodyKey(b) ? -1 : 1))
  if (wanted.length === 0) return new Map()
  const rows = await db.query<{ id: number; name: string; uscc: string }>({
    name: 'components.bodies',
    text: `with wanted as (select * from unnest($1::text[], $2::text[], $3::text[]) as w(name, uscc, phone)),
      known as (select b.id, b.name, b.uscc, w.phone as told, b.phone from wanted w join components.body b using (name, uscc)),
      called as (update components.body b set phone = k.told from known k where b.id = k.id and k.told <> coalesce(k.phone, '') and ($4 or k.phone is null)),
      made as (insert into components.body (name, uscc, phone) select name, uscc, phone from wanted
        where not exists (select 1 from known k where k.name = wanted.name and k.uscc = wanted.uscc)
        on conflict (name, uscc) do update set name = excluded.name returning id, name, uscc)
      select id, name, uscc from known union all select id, name, uscc from made`,
    values: [wanted.map((one) => one.name), wanted.map((one) => one.uscc), wanted.map((one) => one.phone), replace],
  })
  return new Map(rows.map((row) => [bodyKey(row), row.id]))
}

/** Bodies by their ids. */
export async function bodiesOf(db: Db, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, Body>> {
  const wanted = [...new Set(ids.filter((id): id is number => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.query<Body>({
    name: 'components.bodies-of',
    text: 'select id, name, uscc, phone from components.body where id = any($1::int[])',
    values: [wanted],
  })
  return new Map(rows.map((row) => [row.id, row]))
}
