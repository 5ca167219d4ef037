import type { Context } from '#platform/context'
import type { Person } from '../domain/person.ts'

/** Whether a child's guardian has agreed and has not taken it back. */
export async function hasConsent(ctx: Context, person: Person): Promise<boolean> {
  const [row] = await ctx.db.query<{ id: string }>({
    name: 'people.consent',
    text: 'select id from people.consent where region = $1 and person_id = $2 and ended_at is null',
    values: [person.region, person.id],
  })
  return row !== undefined
}
