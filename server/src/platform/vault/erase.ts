import { audit } from '../audit/entry.ts'
import type { Context } from '../context.ts'
import { cityRegion, newId, regionOf } from '../ids.ts'

/**
 * Erases a person: destroys the wrapped key, so that everything ever sealed with it is gone (also in backups once they
 * rotate), and removes the fields with their search hashes. Matters, traces, figures and the chain of blocks stay as
 * they are; they hold ids only. Gives false if there is no such person or they were erased before. PIPL article 47.
 */
export async function eraseSubject(ctx: Context, id: string): Promise<boolean> {
  const region = regionOf(id)
  return ctx.db.transaction(async (db) => {
    const rows = await db.query({
      name: 'vault.erase',
      text: `with gone as (delete from vault.field where region = $1 and subject_id = $2)
        , told as (insert into platform.outbox (region, id, kind, facts, at) select $1, $4, 'person.erased', jsonb_build_object('id', $2::uuid), $3
          where exists (select 1 from vault.subject where region = $1 and id = $2 and wrapped is not null))
        update vault.subject set wrapped = null, erased_at = $3 where region = $1 and id = $2 and wrapped is not null returning id`,
      values: [region, id, ctx.now, newId(region ?? cityRegion, ctx.now)],
    })
    if (rows.length === 0) return false
    await audit({ ...ctx, db }, { action: 'subject.erased', object: { kind: 'subject', id } })
    return true
  })
}
