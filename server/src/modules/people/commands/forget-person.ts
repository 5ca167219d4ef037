import { type Context, systemActor } from '#platform/context'
import type { Told } from '#platform/outbox'
import { eraseSubject } from '#platform/vault'
import { Plan, record } from '#mechanisms/flow'
import { doubtKind, settingsOf } from '../settings.ts'
import { openDoubts } from './settle-doubt.ts'

/** What was asked about persons who are gone needs no answer any more. */
async function settleDoubts(ctx: Context, persons: readonly string[]): Promise<void> {
  const open = await openDoubts(ctx, persons, null)
  if (open.length === 0) return
  const [settings, system] = [await settingsOf(ctx), systemActor('people')]
  const plan = new Plan({ now: ctx.now, actor: system, settings: settings() }, settings, null)
  for (const doubt of open) plan.move(doubtKind, doubt, 'settle')
  await record({ ...ctx, actor: system, once: null }, plan, { status: 200, made: null })
}

/** Nothing is kept of these persons but that there was somebody: their records go, and no number means them. Harmless when repeated. */
export async function forgetPersons(ctx: Context, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await settleDoubts(ctx, persons)
  const statutory = await ctx.db.query<{ subject_id: string }>({
    name: 'people.forget-statutory',
    text: 'delete from people.statutory_tag where person_id = any($1::uuid[]) returning subject_id',
    values: [persons],
  })
  for (const { subject_id } of statutory) await eraseSubject(ctx, subject_id)
  await ctx.db.query({
    name: 'people.forget',
    text: `with unknown as (delete from people.identity where person_id = any($1::uuid[])),
      untagged as (delete from people.tag where person_id = any($1::uuid[])),
      unrecorded as (delete from people.record where person_id = any($1::uuid[]))
      update people.person set state = 'erased', joined_into = null, born = null, sex = null, ethnicity = null, household_id = null, block = null, won = '{}',
        version = version + 1 where id = any($1::uuid[]) and state <> 'erased'`,
    values: [persons],
  })
}

/** After a person was erased: also those whose records were joined into them. PIPL article 47. */
export async function forgetErased(ctx: Context, events: readonly Told[]): Promise<void> {
  await forgetPersons(
    ctx,
    events.map((event) => (event.facts as { id: string }).id),
  )
}
