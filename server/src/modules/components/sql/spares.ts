import { type Context, holds } from '#platform/context'
import { regionOf } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { readers } from '../domain/component-flow.ts'

/** Spare parts of one kind in one store. */
export interface Spare {
  readonly region: string
  readonly id: string
  readonly version: number
  readonly area: string
  readonly type: string
  readonly name: string
  readonly store: string
  readonly quantity: number
  readonly enough: number
}

/** What is not there, and what lies outside one's area, look the same. */
function missing(): Error {
  return refuse('missing', 'component.no-spare', {
    zh: '没有这种备件，或不在您的管辖范围内。',
    en: 'There are no such spare parts, or they lie outside your area.',
  })
}

/** Spare parts as this person may see them. @throws Refusal `component.no-spare` (404) */
export async function loadSpare(ctx: Context, id: string, lock = false): Promise<Spare> {
  const [row] = await ctx.db.query<Spare>({
    name: lock ? 'component.spare-lock' : 'component.spare',
    text: `select * from components.spare where region = $1 and id = $2${lock ? ' for update' : ''}`,
    values: [regionOf(id) ?? '', regionOf(id) === null ? '00000000-0000-8000-8000-000000000000' : id],
  })
  if (!row || (ctx.actor.kind !== 'system' && !holds(ctx.actor, readers, row.area))) throw missing()
  return row
}
