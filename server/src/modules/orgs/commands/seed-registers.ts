import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import { subjectsIn } from '#platform/vault'
import type { CompoundKind } from '../domain/compound.ts'
import type { DutyRow } from '../domain/duty.ts'
import { type Position, type Slot, slotCodes } from '../domain/unit.ts'
import type { GridWorkerRow } from '../sql/tables.ts'

/** A compound with the units in its slots; a slot without one is vacant. */
export interface SeedCompound {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly households: number
  readonly kinds: readonly CompoundKind[]
  readonly built: number
  readonly bodies: Readonly<Record<Slot, string | null>>
}

export interface SeedWorker {
  readonly kind: GridWorkerRow['kind']
  readonly grid: string
  readonly person: string
  readonly phone: string
  /** Days ago. */
  readonly since: number
}

/** An office; the same `person` in two of them is one person. */
export interface SeedOffice {
  readonly unit: string
  readonly position: Position
  readonly crossFrom: string | null
  readonly person: string
}

export interface SeedRegisters {
  readonly compounds: readonly SeedCompound[]
  readonly workers: readonly SeedWorker[]
  readonly offices: readonly SeedOffice[]
  readonly duties: readonly DutyRow[]
  readonly marks: readonly { readonly company: string; readonly grounds: string }[]
}

const dayMs = 86_400_000
/** Bodies, offices and marks of a seed have stood for this many days. */
const stood = 400

/** Enters persons by what they are called in the seed; gives the id of each. */
async function seedPersons(ctx: Context, persons: ReadonlyMap<string, string | undefined>): Promise<Map<string, string>> {
  const made = [...persons].map(([name, phone]) => ({
    name,
    subject: ctx.city.vault.newSubject(cityRegion, ctx.now),
    fields: { name, ...(phone !== undefined && { phone }) },
  }))
  const sql = statement()
  subjectsIn(sql, ctx.city.vault, made)
  await ctx.db.query(sql.done('select 1'))
  return new Map(made.map(({ name, subject }) => [name, subject.id]))
}

async function write(ctx: Context, table: string, rows: readonly object[]): Promise<void> {
  await ctx.db.query({
    name: `orgs.seed-${table}`,
    text: `insert into orgs.${table} select * from jsonb_populate_recordset(null::orgs.${table}, $1::jsonb)`,
    values: [JSON.stringify(rows)],
  })
}

/** Enters compounds, grid staff, offices, duties and marks at once, without asking who does it: for the seed of an empty city, after its units. */
export async function seedRegisters(ctx: Context, given: SeedRegisters): Promise<void> {
  const { compounds, workers, offices, duties, marks } = given
  const daysAgo = (days: number): string => localDate(new Date(ctx.now.getTime() - days * dayMs))
  const persons = new Map<string, string | undefined>(offices.map(({ person }) => [person, undefined]))
  for (const { person, phone } of workers) persons.set(person, phone)
  const ids = await seedPersons(ctx, persons)
  // Registers are read in the order of ids, and ids of one instant have none.
  let entered = ctx.now.getTime() - workers.length - offices.length
  const id = (): string => newId(cityRegion, new Date(entered++))
  await write(ctx, 'compound', compounds)
  const bodies = compounds.flatMap((one) =>
    slotCodes.map((slot) => ({ compound: one.id, slot, unit: one.bodies[slot], since: daysAgo(stood) })),
  )
  await write(ctx, 'body', bodies)
  const staff = workers.map(({ kind, grid, person, since }): GridWorkerRow => {
    const from_on = daysAgo(since)
    const consent_on = kind === 'mobile' ? from_on : null
    return { id: id(), kind, grid, subject_id: ids.get(person) ?? '', account: null, from_on, to_on: null, consent_on }
  })
  await write(ctx, 'grid_worker', staff)
  const held = offices.map(({ unit, position, crossFrom, person }) => {
    return { id: id(), subject_id: ids.get(person), unit, position, cross_from: crossFrom, from_on: daysAgo(stood), to_on: null }
  })
  await write(ctx, 'appointment', held)
  await write(ctx, 'duty', duties)
  const marked_on = daysAgo(stood / 2)
  const marked = marks.map((mark) => ({ ...mark, marked_on, withdrawn_on: null }))
  await write(ctx, 'red_mark', marked)
}
