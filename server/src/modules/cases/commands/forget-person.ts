import type { Context } from '#platform/context'
import { removePhotosOfNouns } from '#platform/files'
import type { Told } from '#platform/outbox'

const gone = '（已按本人要求删除）'

/**
 * After a person was erased their reports keep number, category, area and history, and lose every word and photo: the sealed words with the key,
 * the masked ones, those of rulings and the photos here. Harmless when repeated. PIPL article 47.
 */
export async function forgetPersons(ctx: Context, events: readonly Told[]): Promise<void> {
  const ids = events.map((event) => (event.facts as { id: string }).id)
  const forgotten = await ctx.db.query<{ id: string }>({
    name: 'case.forget',
    text: `with forgotten as (update cases."case" set text = $2, title = $2, text_sealed = null, photos = '{}', grams = '{}', place_words = null, last4_hash = null, has_phone = false, reporter_account = null, version = version + 1
      where subject_id = any($1::uuid[]) and text <> $2 returning id),
      silenced as (update cases.precedent set words = null, grams = '{}' where case_id in (select id from forgotten))
      select id from forgotten`,
    values: [ids, gone],
  })
  await removePhotosOfNouns(
    ctx,
    forgotten.map((row) => row.id),
  )
}

/** Failed look-ups older than a day are forgotten. */
export async function forgetLookups(ctx: Context): Promise<void> {
  await ctx.db.query({
    name: 'case.forget-lookups',
    text: 'delete from cases.lookup_try where at < $1',
    values: [new Date(ctx.now.getTime() - 86_400_000)],
  })
}
