import { auditIn } from '#platform/audit'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Purpose } from '#platform/vault'

export type LookupKind = 'idNumber' | 'phone' | 'name' | 'reveal' | 'list'

/** How many in an hour: enough for a desk that works, too few to copy a register. Inventory 002-61. */
const mostInAnHour: Readonly<Record<LookupKind, number>> = { idNumber: 30, phone: 30, name: 30, reveal: 40, list: 60 }

const hourMs = 3_600_000

function tooMany(): Refusal {
  return refuse(
    'limited',
    'people.too-many',
    {
      zh: '一小时内查得太多了，请过一会儿再查。确有急事，可用“紧急调阅”并写明原因。',
      en: 'Too many look-ups within an hour; please wait. In an emergency open the page with a reason.',
    },
    { retryAfter: 900 },
  )
}

/** How many look-ups of this kind the account made in the last hour. @throws Refusal `people.too-many` (429) */
export async function checkAllowance(ctx: Context, kind: LookupKind): Promise<void> {
  const [row] = await ctx.db.query<{ n: number }>({
    name: 'people.allowance',
    text: 'select count(*) as n from people.lookup where account = $1 and by = $2 and at > $3',
    values: [ctx.actor.id ?? '', kind, new Date(ctx.now.getTime() - hourMs)],
  })
  if ((row?.n ?? 0) >= mostInAnHour[kind]) throw tooMany()
}

/** Writes down that somebody looked up: never what was typed. */
export async function noteLookup(ctx: Context, kind: LookupKind, purpose: Purpose, post: string, found: number): Promise<void> {
  const sql = statement()
  const values = [newId(cityRegion, ctx.now), ctx.actor.id ?? '', post, kind, purpose, found, ctx.now].map((value) => sql.bind(value))
  sql.with('noted', `insert into people.lookup (id, account, post, by, purpose, found, at) values (${values.join(', ')})`)
  auditIn(sql, ctx, { action: 'person.lookedUp', object: { kind: 'subject', id: null }, post, facts: { kind, purpose, rows: found } })
  await ctx.db.query(sql.done('select 1'))
}
