import type { Context } from '#platform/context'
import type { Db } from '#platform/db'

/** What became of a row that was to be entered. */
export interface Entered {
  readonly id: string
  readonly made: boolean
  /** There already, and something about it is said otherwise. */
  readonly differs: boolean
}

export interface EnterUnit {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly area: string
  readonly uscc: string
  readonly phone: string
  readonly valid_from: string
  readonly source: string
  readonly run: string
}

/** Enters units that nobody has with their credit code; `dry` writes nothing and says the same. */
export function enterUnits(ctx: Context, rows: readonly EnterUnit[], dry: boolean): Promise<Entered[]> {
  const made = dry
    ? 'select null::text as id where false'
    : `insert into orgs.unit (id, kind, name, area, uscc, phone, valid_from, source, run)
       select id, kind, name, area, uscc, phone, valid_from, source, run from given on conflict do nothing returning id`
  return ctx.db.query<Entered>({
    name: `orgs.enter-units${dry ? '-dry' : ''}`,
    text: `with given as (select * from jsonb_to_recordset($1::jsonb) as r(id text, kind text, name text, area text, uscc text, phone text, valid_from date, source text, run uuid)),
        made as (${made})
      select g.id, ${dry ? 'u.id is null' : 'm.id is not null'} as made, u.id is not null and u.name <> g.name as differs
      from given g left join made m on m.id = g.id left join orgs.unit u on u.uscc = g.uscc or u.id = g.id`,
    values: [JSON.stringify(rows)],
  })
}

export interface EnterCompound {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly households: number | null
  readonly kinds: readonly string[]
  readonly built: number | null
  readonly source: string
  readonly run: string
}

/** Enters compounds of a community that has none of that name, with three vacant slots since that day. */
export function enterCompounds(ctx: Context, rows: readonly EnterCompound[], since: string, dry: boolean): Promise<Entered[]> {
  const made = dry
    ? 'select null::text as id where false'
    : `insert into orgs.compound (id, name, area, households, kinds, built, source, run)
       select g.id, g.name, g.area, g.households, array(select jsonb_array_elements_text(g.kinds)), g.built, g.source, g.run from given g
       where not exists (select 1 from orgs.compound c where left(c.area, 12) = left(g.area, 12) and c.name = g.name) on conflict (id) do nothing returning id`
  return ctx.db.query<Entered>({
    name: `orgs.enter-compounds${dry ? '-dry' : ''}`,
    text: `with given as (select * from jsonb_to_recordset($1::jsonb) as r(id text, name text, area text, households int, kinds jsonb, built int, source text, run uuid)),
        made as (${made}),
        slots as (insert into orgs.body (compound, slot, since) select m.id, s.slot, $2::date from made m, unnest(array['branch', 'homeownersCommittee', 'propertyCompany']) as s(slot))
      select g.id, ${dry ? 'c.id is null' : 'm.id is not null'} as made,
        c.id is not null and (c.households is distinct from g.households or c.kinds <> array(select jsonb_array_elements_text(g.kinds)) or c.built is distinct from g.built) as differs
      from given g left join made m on m.id = g.id left join orgs.compound c on left(c.area, 12) = left(g.area, 12) and c.name = g.name`,
    values: [JSON.stringify(rows), since],
  })
}

/** Takes back the units of a run; gives how many, null when one was changed since. */
export async function removeUnits(db: Db, run: string): Promise<number | null> {
  const changed = await db.query({
    name: 'orgs.changed-units',
    text: 'select 1 from orgs.unit where run = $1 and version > 1 limit 1',
    values: [run],
  })
  if (changed.length > 0) return null
  return (await db.query({ name: 'orgs.remove-units', text: 'delete from orgs.unit where run = $1 returning 1', values: [run] })).length
}

/** Takes back the compounds of a run with their slots; one whose slot was filled since is refused by its unit. */
export async function removeCompounds(db: Db, run: string): Promise<number> {
  const rows = await db.query({
    name: 'orgs.remove-compounds',
    text: `with slots as (delete from orgs.body where unit is null and compound in (select id from orgs.compound where run = $1))
      delete from orgs.compound where run = $1 returning 1`,
    values: [run],
  })
  return rows.length
}
