import type { Db } from '#platform/db'
import type { Kind } from '../domain/cycle.ts'

/** The kinds of small places as each area has them. */
export function allKinds(db: Db): Promise<Kind[]> {
  return db.query<Kind>({
    name: 'places.kinds',
    text: 'select area, code, name, name_en, words, cycle_days, enabled from places.kind order by area, code',
    values: [],
  })
}

/** Keeps what an area says of a kind. */
export async function keepKind(db: Db, kind: Kind): Promise<void> {
  await db.query({
    name: 'places.kind-keep',
    text: `insert into places.kind (area, code, name, name_en, words, cycle_days, enabled) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (area, code) do update set name = excluded.name, name_en = excluded.name_en, words = excluded.words, cycle_days = excluded.cycle_days, enabled = excluded.enabled`,
    values: [kind.area, kind.code, kind.name, kind.name_en, kind.words, kind.cycle_days, kind.enabled],
  })
}
