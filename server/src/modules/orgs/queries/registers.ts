import type { Context } from '#platform/context'
import { localDate } from '#platform/calendar'
import { maskName, maskPhone, readFields } from '#platform/vault'
import type { CompoundKind, Management } from '../domain/compound.ts'
import { chainFor, type DutyLevel, type DutyLink, type DutyRow } from '../domain/duty.ts'
import type { Position, Slot } from '../domain/unit.ts'
import type { GridWorkerRow } from '../sql/tables.ts'

export interface Appointment {
  readonly id: string
  readonly unit: string
  readonly position: Position
  readonly crossFrom: string | null
  readonly fromOn: string
  readonly toOn: string | null
  /** Holding office is public: the name is shown in full to staff. */
  readonly name: string | null
}

/** Offices of a unit in force, from either side of a cross-appointment (000-03). */
export async function appointmentsOf(ctx: Context, unit: string): Promise<Appointment[]> {
  const rows = await ctx.db.query<Omit<Appointment, 'name'> & { subject_id: string }>({
    name: 'orgs.appointments',
    text: `select id, subject_id, unit, position, cross_from as "crossFrom", from_on as "fromOn", to_on as "toOn" from orgs.appointment
      where (unit = $1 or cross_from = $1) and (to_on is null or to_on > $2) order by id limit 200`,
    values: [unit, localDate(ctx.now)],
  })
  const people = await readFields(ctx, [...new Set(rows.map((row) => row.subject_id))])
  return rows.map(({ subject_id, ...row }) => ({ ...row, name: people.get(subject_id)?.name ?? null }))
}

export interface Body {
  readonly slot: Slot
  readonly unit: string | null
  readonly unitName: string | null
  readonly since: string
}

export interface Compound {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly households: number | null
  readonly kinds: readonly CompoundKind[]
  readonly built: number | null
  readonly bodies: readonly Body[]
}

export interface CompoundFilter {
  readonly area?: string | undefined
  readonly kind?: CompoundKind | undefined
  readonly management?: Management | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Compounds of an area with their three bodies (000-23), by id. */
export async function listCompounds(ctx: Context, { area, kind, management, after, limit }: CompoundFilter): Promise<Compound[]> {
  return ctx.db.query<Compound>({
    name: 'orgs.compounds',
    text: `select c.id, c.name, c.area, c.households, c.kinds, c.built, (select jsonb_agg(jsonb_build_object('slot', b.slot, 'unit', b.unit, 'unitName', u.name, 'since', b.since) order by b.slot)
        from orgs.body b left join orgs.unit u on u.id = b.unit where b.compound = c.id) as bodies
      from orgs.compound c
        left join lateral (select bool_or(slot = 'propertyCompany') as company, bool_or(slot = 'homeownersCommittee') as owners from orgs.body where compound = c.id and unit is not null) filled on true
      where ($1::text is null or c.area like $1 || '%') and ($2::text is null or c.id > $2) and ($4::text is null or $4 = any(c.kinds))
        and ($5::text is null or $5 = case when filled.company then 'managed' when filled.owners then 'selfManaged' else 'unmanaged' end) order by c.id limit $3`,
    values: [area ?? null, after ?? null, limit, kind ?? null, management ?? null],
  })
}

export interface PropertyCompany {
  readonly id: string
  readonly name: string
  readonly uscc: string | null
  readonly area: string
  readonly branch: string | null
  readonly branchName: string | null
  readonly compounds: readonly { readonly id: string; readonly name: string }[]
  readonly redMark: { readonly grounds: string; readonly markedOn: string } | null
  /** One person is the branch's secretary and the company's manager. */
  readonly secretaryIsManager: boolean
}

/** The register of property companies (000-98), by id. */
export async function propertyCompanies(
  ctx: Context,
  area: string | null,
  after: string | null,
  limit: number,
): Promise<PropertyCompany[]> {
  return ctx.db.query<PropertyCompany>({
    name: 'orgs.companies',
    text: `select c.id, c.name, c.uscc, c.area, b.id as branch, b.name as "branchName",
        coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.id) from orgs.body o join orgs.compound k on k.id = o.compound where o.unit = c.id), '[]') as compounds,
        (select jsonb_build_object('grounds', m.grounds, 'markedOn', m.marked_on) from orgs.red_mark m where m.company = c.id and m.withdrawn_on is null) as "redMark",
        exists (select 1 from orgs.appointment s join orgs.appointment m on m.subject_id = s.subject_id
          where s.unit = b.id and s.position = 'secretary' and m.unit = c.id and m.position = 'manager'
            and (s.to_on is null or s.to_on > $4) and (m.to_on is null or m.to_on > $4)) as "secretaryIsManager"
      from orgs.unit c left join lateral (select id, name from orgs.unit where attached_to = c.id and valid_to is null order by id limit 1) b on true
      where c.kind = 'propertyCompany' and c.valid_to is null and ($1::text is null or c.area like $1 || '%' or starts_with($1, c.area)) and ($2::text is null or c.id > $2)
      order by c.id limit $3`,
    values: [area, after, limit, localDate(ctx.now)],
  })
}

export interface GridWorkerCard extends Omit<GridWorkerRow, 'subject_id'> {
  readonly name: string
  readonly phone: string
}

/** Grid workers in service of an area, masked, by id. */
export async function listGridWorkers(ctx: Context, area: string, after: string | null, limit: number): Promise<GridWorkerCard[]> {
  const rows = await ctx.db.query<GridWorkerRow>({
    name: 'orgs.grid-workers',
    text: `select * from orgs.grid_worker where grid like $1 || '%' and (to_on is null or to_on > $2) and ($3::uuid is null or id > $3) order by id limit $4`,
    values: [area, localDate(ctx.now), after, limit],
  })
  const people = await readFields(
    ctx,
    rows.map((row) => row.subject_id),
  )
  return rows.map(({ subject_id, ...row }) => {
    const known = people.get(subject_id)
    return { ...row, name: maskName(known?.name ?? ''), phone: maskPhone(known?.phone ?? '') }
  })
}

/** Who answers for an area at the four levels of the duty chain (002-02). The table holds a row an area, level and unit. */
export async function dutyChain(ctx: Context, area: string): Promise<Record<DutyLevel, DutyLink>> {
  const rows = await ctx.db.query<DutyRow>({
    name: 'orgs.duty-chain',
    text: 'select area, level, unit from orgs.duty where starts_with($1, area) or starts_with(area, $1) order by area, level, unit',
    values: [area],
  })
  return chainFor(area, rows)
}
