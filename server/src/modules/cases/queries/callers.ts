import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { regionOf } from '#platform/ids'
import { findSubjects, maskName, readFields } from '#platform/vault'
import { conditions } from './conditions.ts'

/** Somebody who calls, as far as the desk may know at once. */
export interface KnownCaller {
  readonly known: boolean
  /** Masked. */
  readonly name: string | null
  /** Matters that are not closed, newest first. */
  readonly open: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly state: string
    readonly reportedAt: string
  }[]
}

interface Found {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly closed: boolean
  readonly subject_id: string
  readonly reported_at: Date
}

/** Matters of these persons, in which the desk has reach. */
async function mattersOf(ctx: Context, subjects: readonly string[]): Promise<Found[]> {
  const { where, values } = conditions(ctx, {})
  const regions = `$${values.push(subjects.map((id) => regionOf(id) ?? ''))}`
  const ids = `$${values.push(subjects)}`
  return ctx.db.query<Found>({
    text: `select c.id, c.number, c.title, c.state, c.closed_at is not null as closed, c.subject_id, c.reported_at
      from unnest(${regions}::text[], ${ids}::uuid[]) as s(region, id) join cases."case" c on c.subject_region = s.region and c.subject_id = s.id
      where ${where.join(' and ')} order by c.id desc limit 200`,
    values,
  })
}

/**
 * Who calls from this phone: known only through matters that this desk may see, so that no phone can be tried out. Leaves an audit row.
 * Inventory 002-72, 004-11.
 */
export async function callerOf(ctx: Context, phone: string): Promise<KnownCaller> {
  const subjects = await findSubjects(ctx, 'phone', phone)
  const matters = subjects.length === 0 ? [] : await mattersOf(ctx, subjects)
  const last = matters[0]?.subject_id
  await audit(ctx, {
    action: 'caller.looked',
    object: { kind: 'subject', id: last ?? null },
    post: ctx.actor.posts[0]?.id ?? null,
    facts: { known: last !== undefined },
  })
  if (last === undefined) return { known: false, name: null, open: [] }
  const name = (await readFields(ctx, [last])).get(last)?.name
  const open = matters.filter((one) => !one.closed)
  return {
    known: true,
    name: name ? maskName(name) : null,
    open: open.map(({ id, number, title, state, reported_at }) => ({ id, number, title, state, reportedAt: reported_at.toISOString() })),
  }
}
